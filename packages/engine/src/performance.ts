// Whether an act was done so far: the claims that say so, those that say not, and when it can have been.
import type { Duty } from '@trucekeeper/agreement'
import { weighty, type ClauseScope, type Fact } from '@trucekeeper/corroborate'
import type { Instant, Interval } from '@trucekeeper/time'
import { question, type Evidence, type Node } from './node.ts'
import { actKinds } from './prepared.ts'
import type { Run } from './run.ts'
import { joined } from './words.ts'

/** The question whether an act was done so far, and the stretch in which it was, where that is supported. */
export interface Performance {
  readonly node: Node
  readonly done: Interval | null
}

/** What the account takes about whether the duty's act was done since `begins`. */
export function performanceOf(run: Run, duty: Duty, begins: Instant): Performance {
  const kinds = actKinds(duty)
  const { prepared, policy } = run
  const scope: ClauseScope = {
    debtors: kinds.byDebtor ? duty.debtors : [],
    zones: duty.zones,
    span: { from: begins, to: Infinity },
  }
  const scopes = prepared.scopes(scope)
  const sides: { [K in keyof Evidence]: Fact[] } = { for: [], against: [], cannotConfirm: [], undetermined: [] }
  for (const fact of run.facts) {
    const { kind } = fact.claim
    if (!kinds.does.has(kind) && !kinds.hindered.has(kind)) continue
    if (duty.attest.length > 0 && (fact.speaker === null || !duty.attest.includes(fact.speaker))) continue
    const { decision } = scopes(fact)
    if (decision.startsWith('not_covered')) continue
    const asserts = fact.stance === 'asserts' || fact.stance === 'admits'
    if (fact.stance === 'cannot_confirm' || fact.stance === 'no_comment') sides.cannotConfirm.push(fact)
    else if (decision === 'undetermined' || (asserts && run.perhaps.has(fact.claim.id))) sides.undetermined.push(fact)
    else if (kinds.hindered.has(kind)) {
      if (asserts) sides.against.push(fact)
    } else (asserts ? sides.for : sides.against).push(fact)
  }
  const done = weighty(policy, sides.for)
  const earliest = Math.min(...done.map(({ when }) => when.from))
  const evidence: Evidence = {
    for: done,
    // "Not yet" said before the day on which it is said to have been done contradicts nobody.
    against: weighty(
      policy,
      sides.against.filter(({ when }) => when.to > earliest || done.length === 0),
    ),
    cannotConfirm: sides.cannotConfirm,
    undetermined: done.length < sides.for.length ? [...sides.undetermined, ...sides.for] : sides.undetermined,
  }
  const found = question(
    'question',
    `${kinds.byDebtor && duty.debtors.length > 0 ? joined(duty.debtors) : 'somebody'} ${kinds.past}`,
    evidence,
  )
  const supported = found.value === 'met'
  return { node: found, done: supported ? { from: earliest, to: Math.min(...done.map(({ when }) => when.to)) } : null }
}
