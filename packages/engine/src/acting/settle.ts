// Judges the uses in a record of powers that wait for something: what was not so by then leaves them without effect.
import type { Power } from '@trucekeeper/agreement'
import { parseInstant } from '@trucekeeper/time'
import type { Knowledge } from '../knowledge.ts'
import { ruledAs } from '../plan.ts'
import { timelineOf, type Use } from '../timeline.ts'
import { readyRefusals } from './ready.ts'

/** What was known when the record was judged last. */
const judged = new WeakMap<Knowledge, string>()

/** Moves the clock; whoever asks sets it afterwards. Each use is judged at its own time, earlier ones first. */
export function settle(knowledge: Knowledge): void {
  const { agreement } = knowledge.plan
  const state = `${knowledge.revision} ${knowledge.tables.version}`
  if (judged.get(knowledge) === state) return
  judged.set(knowledge, state)
  const waiting = ruledAs(agreement, 'power').filter((power) => power.when !== null || power.effect === 'certify')
  const acted = waiting.filter(({ id }) => knowledge.acts.some(({ power }) => power === id))
  const all = timelineOf(agreement, knowledge.acts, Infinity)
  const uses = acted
    .flatMap((power) => all.uses(power.id).map((use) => ({ power, use })))
    .toSorted((a, b) => a.use.at - b.use.at)
  const known = new Set(uses.flatMap(({ use }) => use.acts.map(({ id }) => id)))
  let idle = new Map([...knowledge.idle].filter(([id]) => known.has(id)))
  for (const { power, use } of uses) {
    knowledge.leaveIdle(idle)
    const why = whyIdle(knowledge, power, use)
    idle = new Map(idle)
    for (const { id } of use.acts) {
      if (why === null) idle.delete(id)
      else idle.set(id, why)
    }
  }
  knowledge.leaveIdle(idle)
}

function whyIdle(knowledge: Knowledge, power: Power, use: Use): string | null {
  const { agreement } = knowledge.plan
  const act = use.acts.find((one) => parseInstant(one.at) === use.at) ?? use.acts.at(-1)!
  const before = knowledge.acts.filter((one) => one !== act && parseInstant(one.at)! <= use.at)
  const attempt = { agreement, power, act, at: use.at, timeline: timelineOf(agreement, before, use.at) }
  const [found] = readyRefusals(attempt, knowledge)
  return found ? `${found.clause}: ${found.why}` : null
}
