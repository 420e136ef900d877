// An allegation weighed: what it is worth against what is denied in general, and the node that shows it.
import { weighty, type AccountPolicy } from '@trucekeeper/corroborate'
import { weigh } from '../algebra.ts'
import { deferred, type Evidence, type Node } from '../node.ts'
import type { Verdict } from '../status.ts'
import type { ActKinds } from '../plan.ts'
import { countOf, joined } from '../words.ts'
import { saysNotKept, type Allegation, type BanQuestion } from './allegation.ts'
import type { Denials } from './denials.ts'

/** Kept in the book with its value, which denials in general may change. */
export interface Violation extends Allegation {
  value: Verdict
}

/** Said of somebody, but not surely of these or then: neither supported nor refuted by what is denied in general. */
function isUnsure({ isAccepted, undetermined }: Allegation): boolean {
  return !isAccepted && undetermined.length > 0
}

export function valueOf(alleged: Allegation, denials: Denials): Verdict {
  if (isUnsure(alleged)) return 'unknown'
  return weigh(alleged.isAccepted, denials.refute(alleged.when, alleged.against))
}

export function violationNode(
  { ban, kinds }: BanQuestion,
  policy: AccountPolicy,
  violation: Violation,
  denials: Denials,
): Node {
  const { op, value, scope } = violation
  const asks = kinds.byDebtor ? `was it ${joined(ban.debtors)}?` : 'was it so?'
  return deferred(op, value, () => ({
    text: `${whatOf(violation, kinds)}: ${asks}`,
    evidence: evidenceOf(violation, policy, denials),
    scope,
  }))
}

/** `shelling, Aleppo`, `9 violations` */
function whatOf({ incident, bulk, op, for: asserted, undetermined }: Violation, kinds: ActKinds): string {
  if (incident) return [incident.kind.replaceAll('_', ' '), ...incident.places].join(', ')
  if (op === 'bulk') return countOf(bulk!, 'violation')
  const fact = asserted[0] ?? undetermined[0]!
  return saysNotKept(fact, kinds) ? 'not kept' : fact.claim.kind.replaceAll('_', ' ')
}

/** Every fact that bears on it, denials in general among them. */
export function evidenceOf(violation: Allegation, policy: AccountPolicy, denials: Denials): Evidence {
  const { isAccepted, undetermined, against, when } = violation
  const general = denials.listed(when).map(({ fact }) => fact)
  return {
    for: isAccepted ? violation.for : [],
    against: weighty(policy, [...against, ...general]),
    cannotConfirm: violation.cannotConfirm,
    // What too few independent sources say stays visible, and decides nothing.
    undetermined: isAccepted ? undetermined : [...violation.for, ...undetermined],
  }
}

/** Incidents first, the earliest first of all; then what claims say by themselves. */
export function inOrder(a: Violation, b: Violation): number {
  const [one, other] = [a.incident, b.incident]
  if (one && other) return one.when.from - other.when.from || one.when.to - other.when.to || (a.id < b.id ? -1 : 1)
  if (one || other) return one ? -1 : 1
  return a.id < b.id ? -1 : 1
}
