// Starts an evaluation: an instant and an account over a prepared record, every clause decided at most once.
import type { Ruled } from '@trucekeeper/agreement'
import { counts, hadHappened, type AccountPolicy } from '@trucekeeper/corroborate'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { decideClause } from './clause.ts'
import { node } from './node.ts'
import type { Prepared } from './prepared.ts'
import type { Decided, Run } from './run.ts'
import { timelineOf } from './timeline.ts'

export function runOf(
  prepared: Prepared,
  at: Instant,
  policy: AccountPolicy,
  timeline = timelineOf(prepared.agreement, prepared.record.acts, at),
): Run {
  const taken = prepared.facts.flatMap((fact) => {
    const happened = hadHappened(fact, at, prepared.agreement.zone)
    return happened === 'no' || !counts(policy, fact, prepared.cast) ? [] : [{ fact, perhaps: happened === 'perhaps' }]
  })
  const decided = new Map<string, Decided>()
  const open = new Set<string>()
  const run: Run = {
    prepared,
    at,
    policy,
    timeline,
    facts: taken.map(({ fact }) => fact),
    perhaps: new Set(taken.flatMap(({ fact, perhaps }) => (perhaps ? [fact.claim.id] : []))),
    decide(clause) {
      const known = decided.get(clause.id)
      if (known) return known
      // A clause that rests on itself is not known; the linter says where the circle runs.
      if (open.has(clause.id)) return waitsForItself(clause)
      open.add(clause.id)
      const result = decideClause(run, clause)
      open.delete(clause.id)
      decided.set(clause.id, result)
      return result
    },
    measure: (id) => prepared.measures.get(id)!,
  }
  return run
}

/** The part of a record that lies in the past of an instant: what goes on being known if nothing more is reported. */
export function pastOf(prepared: Prepared, at: Instant): Prepared {
  const { agreement } = prepared
  const claims = new Set(
    prepared.facts.filter((fact) => hadHappened(fact, at, agreement.zone) !== 'no').map(({ claim }) => claim.id),
  )
  return {
    ...prepared,
    facts: prepared.facts.filter(({ claim }) => claims.has(claim.id)),
    incidents: prepared.incidents.flatMap((incident) => {
      const facts = incident.facts.filter(({ claim }) => claims.has(claim.id))
      return facts.length === 0 ? [] : [{ ...incident, facts }]
    }),
    record: { ...prepared.record, acts: prepared.record.acts.filter((act) => parseInstant(act.at)! <= at) },
  }
}

function waitsForItself(clause: Ruled): Decided {
  const text = `${clause.id} waits for itself`
  return {
    standing: 'dormant',
    standingReason: text,
    ended: null,
    timing: 'not_yet_due',
    timingReason: text,
    due: null,
    verdict: null,
    reason: text,
    tree: node('wait', text, null, { rule: clause }),
  }
}
