// Whether an act may be done under the agreement, and what it would change: asked before it is entered.
import type { Agreement, Power } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { Evaluation } from '../evaluation.ts'
import { Knowledge } from '../knowledge.ts'
import { once } from '../node.ts'
import { planOf, type KnownRecord } from '../plan.ts'
import type { Status } from '../status.ts'
import { timelineOf } from '../timeline.ts'
import { effectOf, lookedAt, type ActEffect } from './effect.ts'
import { readyRefusals } from './ready.ts'
import { refusal, type ActRefusal, type Attempt } from './refusal.ts'
import { settle } from './settle.ts'
import { standsRefusals } from './stands.ts'
import { completes, whoRefusals } from './who.ts'

export type ActCheck =
  | { readonly ok: true; readonly effect: ActEffect }
  | { readonly ok: false; readonly refusals: readonly ActRefusal[] }

/**
 * Whether an act may be done, judged at its own time on what is known, and what it would change as of `at`. The record is
 * the one without the act. Refused, it is told which clause forbids it.
 */
export function checkAct(agreement: Agreement, record: KnownRecord, act: Act, at: Instant): ActCheck {
  return checking(agreement, record)(act, at)
}

/** The same for many acts of one record, each of them alone. */
export function checking(agreement: Agreement, record: KnownRecord): (act: Act, at: Instant) => ActCheck {
  const knowledge = once(() => knowledgeOf(agreement, record))
  const evaluation = once(() => new Evaluation(agreement))
  const before = new Map<Instant, Status>()
  const statusWith = (acts: readonly Act[], at: Instant): Status => {
    const known = { ...record, acts }
    evaluation().follow(known)
    return evaluation().status(known, { at, knownAt: null, accounts: [agreement.decidedBy] })
  }
  const statusWithout = (at: Instant): Status => {
    const found = before.get(at) ?? statusWith(record.acts, at)
    before.set(at, found)
    return found
  }
  return (act, at) => {
    const power = agreement.ruled.find((clause): clause is Power => clause.kind === 'power' && clause.id === act.power)
    if (!power) return { ok: false, refusals: [unknownPower(agreement, act.power)] }
    if (record.acts.some(({ id }) => id === act.id))
      return {
        ok: false,
        refusals: [refusal(power, 'already-recorded', 'this very act is in the record', 'nothing has to be done')],
      }
    const own = parseInstant(act.at)!
    settle(knowledge(), own)
    const timeline = timelineOf(agreement, record.acts, own, knowledge().settled.idle)
    const attempt: Attempt = { agreement, power, act, at: own, timeline }
    const refusals = refusalsOf(attempt, knowledge())
    if (refusals.length > 0) return { ok: false, refusals }
    const seen = lookedAt(act, at)
    const without = statusWithout(seen)
    const effect = effectOf(
      { agreement, power, act, takesEffect: completes(attempt) },
      without,
      statusWith([...record.acts, act], seen),
    )
    return { ok: true, effect }
  }
}

/** One question at a time: who cannot act is not told what is missing besides. */
function refusalsOf(attempt: Attempt, knowledge: Knowledge): readonly ActRefusal[] {
  const who = whoRefusals(attempt)
  if (who.length > 0) return who
  const stands = standsRefusals(attempt)
  return stands.length > 0 ? stands : readyRefusals(attempt, knowledge)
}

function knowledgeOf(agreement: Agreement, { claims, acts, rulings, tables = null }: KnownRecord): Knowledge {
  const knowledge = new Knowledge(planOf(agreement))
  knowledge.change(claims)
  knowledge.act(acts)
  knowledge.rule(rulings)
  knowledge.tables.replace(tables)
  return knowledge
}

function unknownPower(agreement: Agreement, id: string): ActRefusal {
  const clause = agreement.ruled.find((one) => one.id === id)
  const powers = agreement.ruled.flatMap((one) => (one.kind === 'power' ? [`\`${one.id}\``] : []))
  return {
    clause: id,
    heading: clause?.source.heading.join(' › ') ?? '',
    code: 'power-unknown',
    why: clause ? `\`${id}\` is a ${clause.kind} and no power` : `the agreement names no power \`${id}\``,
    help: powers.length > 0 ? `its powers: ${powers.join(', ')}` : 'it gives nobody a power',
  }
}
