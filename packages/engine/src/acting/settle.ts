// What the past has settled: uses of powers that came before what they wait for count as not done, and a gate that does not
// open again stays shut once it has been open.
import type { Power } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { runOf } from '../evaluate.ts'
import { gateBy, Knowledge, type Settled } from '../knowledge.ts'
import { ruledAs, type Plan } from '../plan.ts'
import { timelineOf, WILLING } from '../timeline.ts'
import { looksAt } from './looks.ts'
import { expiredRefusals, readyRefusals } from './ready.ts'
import type { Attempt } from './refusal.ts'
import { standsRefusals } from './stands.ts'
import { completes } from './who.ts'

interface Judged {
  /** What is known, with a clock of its own: whoever asks has theirs elsewhere. */
  readonly bench: Knowledge
  readonly tables: number
  readonly settled: Settled
  /** The last use that was judged, and up to when gates were looked at: what shuts later is not foreseen. */
  readonly last: Instant
  readonly until: Instant
}

const judged = new WeakMap<Knowledge, Judged>()
const UNJUDGED = ''
const NOTHING: Settled = { idle: new Map(), shut: new Map() }

/**
 * Each use is judged at its own time on what is known now, the earlier ones first; gates are looked at up to an instant. Has
 * to be asked before anything else is asked of what is known at that instant.
 */
export function settle(knowledge: Knowledge, at: Instant): void {
  const { plan, acts } = knowledge
  const waiting = waitingPowers(plan)
  const uses = acts.filter(({ power, stage }) => waiting.has(power) && WILLING.has(stage))
  const hasFinal = ruledAs(plan.agreement, 'gate').some(({ reopens }) => reopens === 'never')
  if (uses.length === 0 && !hasFinal) return knowledge.settle(NOTHING)
  const before = judged.get(knowledge)
  const touched = knowledge.takeTouched()
  const until = hasFinal ? at : -Infinity
  const isSame = before && before.tables === knowledge.tables.version && touched > Math.max(before.last, before.until)
  if (isSame && until === before.until) return knowledge.settle(before.settled)
  const bench = following(before?.bench ?? new Knowledge(plan), knowledge)
  const settled = judge(bench, waiting, uses, until)
  const last = Math.max(-Infinity, ...uses.map(({ at: done }) => parseInstant(done)!))
  judged.set(knowledge, { bench, tables: knowledge.tables.version, settled, last, until })
  knowledge.settle(settled)
}

/** Whether a power that somebody has offered to use may not be used any more, by its own words; null where it may. */
export function expiry(knowledge: Knowledge, power: Power, at: Instant): string | null {
  const bench = judged.get(knowledge)?.bench
  if (!bench || power.expires === null) return null
  const [found] = expiredRefusals(knowledge.plan.agreement, power, at, following(bench, knowledge))
  return found ? `${found.clause}: ${found.why}` : null
}

/** Powers that have to wait before they are used. */
function waitingPowers({ agreement }: Plan): ReadonlyMap<string, Power> {
  const waiting = ruledAs(agreement, 'power').filter(({ when, effect }) => when !== null || effect === 'certify')
  return new Map(waiting.map((power) => [power.id, power]))
}

function following(bench: Knowledge, knowledge: Knowledge): Knowledge {
  const [had, has] = [bench.ids, knowledge.ids]
  bench.change(
    knowledge.claims.filter(({ id }) => !had.has(id)),
    [...had].filter((id) => !has.has(id)),
  )
  if (bench.acts !== knowledge.acts) bench.act(knowledge.acts)
  if (bench.rulings !== knowledge.rulings) bench.rule(knowledge.rulings)
  bench.tables.replace(knowledge.tables.tables)
  return bench
}

function judge(bench: Knowledge, waiting: ReadonlyMap<string, Power>, uses: readonly Act[], until: Instant): Settled {
  const byInstant = Map.groupBy(uses, ({ at }) => parseInstant(at)!)
  const looks = until === -Infinity ? [] : looksAt(bench, until)
  const idle = new Map(uses.map(({ id }) => [id, UNJUDGED]))
  const shut = new Map<string, Instant>()
  const open = new Set<string>()
  bench.settle({ idle: new Map(idle), shut: new Map() })
  for (const instant of [...new Set([...byInstant.keys(), ...looks])].toSorted((a, b) => a - b)) {
    release(bench, waiting, byInstant.get(instant) ?? [], idle, shut)
    if (instant <= until) lookAt(bench, instant, open, shut)
    bench.settle({ idle: new Map(idle), shut: new Map(shut) })
  }
  return { idle, shut }
}

/** Of acts of one moment, those count whose powers could be used then: round by round, since one may let another be used. */
function release(
  bench: Knowledge,
  waiting: ReadonlyMap<string, Power>,
  acts: readonly Act[],
  idle: Map<string, string>,
  shut: ReadonlyMap<string, Instant>,
): void {
  const undecided = Map.groupBy(acts, ({ power }) => power)
  for (let hasChanged = true; hasChanged && undecided.size > 0;) {
    hasChanged = false
    const found = [...undecided].map(([power, own]) => ({ power, own, why: whyIdle(bench, waiting.get(power)!, own) }))
    for (const { power, own, why } of found) {
      for (const { id } of own) {
        if (why === null) idle.delete(id)
        else idle.set(id, why)
      }
      if (why !== null) continue
      undecided.delete(power)
      hasChanged = true
    }
    bench.settle({ idle: new Map(idle), shut })
  }
}

/** Null for acts of one moment that only add a will to others, and for a use that could be made. */
function whyIdle(bench: Knowledge, power: Power, acts: readonly Act[]): string | null {
  const { agreement } = bench.plan
  const at = parseInstant(acts[0]!.at)!
  const before = timelineOf(agreement, bench.acts, at, bench.settled.idle)
  const together = acts.find(({ stage }) => stage === 'exercised') ?? acts.at(-1)!
  const act: Act = { ...together, by: [...new Set(acts.flatMap(({ by }) => by))] }
  const attempt: Attempt = { agreement, power, act, at, timeline: before }
  const over = completes(attempt) ? standsRefusals(attempt).filter(({ code }) => code === 'already-ended') : []
  const [found] = [...over, ...readyRefusals(attempt, bench)]
  return found ? `${found.clause}: ${found.why}` : null
}

/** Notes which gates that do not open again are open, and which of them have shut since they were. */
function lookAt(bench: Knowledge, at: Instant, open: Set<string>, shut: Map<string, Instant>): void {
  const { agreement, policies } = bench.plan
  const gates = ruledAs(agreement, 'gate').filter(({ reopens }) => reopens === 'never')
  if (gates.length === 0) return
  bench.moveTo(at)
  for (const policy of policies) {
    const run = runOf(bench, policy)
    for (const gate of gates) {
      const name = gateBy(gate.id, policy.id)
      if (run.decide(gate).standing === 'in_force') open.add(name)
      else if (open.has(name) && !shut.has(name)) shut.set(name, at)
    }
  }
}
