// Starts an evaluation: an instant and an account over a prepared record, every clause decided at most once.
import type { Ruled } from '@trucekeeper/agreement'
import { counts, hadHappened, type AccountPolicy } from '@trucekeeper/corroborate'
import type { Instant } from '@trucekeeper/time'
import { decideClause } from './clause.ts'
import { node } from './node.ts'
import type { Prepared } from './prepared.ts'
import type { Decided, Run } from './run.ts'
import { timelineOf, type Timeline } from './timeline.ts'
import { violationsOf, type Violations } from './violations.ts'

export function runOf(
  prepared: Prepared,
  at: Instant,
  policy: AccountPolicy,
  timeline: Timeline = timelineOf(prepared.agreement, prepared.acts, at),
): Run {
  const taken = prepared.facts.flatMap((fact) => {
    const happened = hadHappened(fact, at, prepared.agreement.zone)
    return happened === 'no' || !counts(policy, fact) ? [] : [{ fact, perhaps: happened === 'perhaps' }]
  })
  const decided = new Map<string, Decided>()
  const violations = new Map<string, Violations>()
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
    violations(ban, span, zones = []) {
      const key = [ban.id, span.from, span.to, ...zones].join(' ')
      const found = violations.get(key) ?? violationsOf(run, ban, span, zones)
      violations.set(key, found)
      return found
    },
    measure: (id) => prepared.measures.get(id)!,
  }
  return run
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
