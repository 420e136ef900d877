// One alleged violation of a ban under one account: an incident, a bulk figure or a statement, with who denies just that.
import type { Ban } from '@trucekeeper/agreement'
import {
  clipped,
  weighty,
  type AccountPolicy,
  type Alleged,
  type Fact,
  type Incident,
  type Scope,
} from '@trucekeeper/corroborate'
import type { Interval } from '@trucekeeper/time'
import type { ActKinds } from '../plan.ts'

/** What is asked about a ban: within a span, and within zones narrower than its own where some are given. */
export interface BanQuestion {
  readonly ban: Ban
  readonly kinds: ActKinds
  readonly span: Interval
  scope(fact: Fact): Scope
}

/** What an allegation is about: an incident, or what one claim says. */
export interface About {
  /** Of the incident, or of the claim. */
  readonly id: string
  readonly op: 'incident' | 'bulk' | 'statement'
  /** The figure of a bulk claim, 1 for a statement that names no incident, null for an incident. */
  readonly bulk: number | null
  readonly incident: Incident | null
}

/** `camps` are those that allege it; `when` is what they say together of when it was. */
export interface Allegation extends About, Alleged {
  readonly for: readonly Fact[]
  /** Facts that may be about these, or may not have happened yet. */
  readonly undetermined: readonly Fact[]
  /** Denied in particular, or laid at the door of others. */
  readonly against: readonly Fact[]
  readonly cannotConfirm: readonly Fact[]
  /** Whether enough independent sources stand behind those for it. */
  readonly isAccepted: boolean
  readonly scope: Scope | null
}

/** The allegation that some facts make, or null when nobody says, for sure or not, that these did it. */
export function allegation(
  { ban, kinds, span, scope }: BanQuestion,
  policy: AccountPolicy,
  facts: readonly Fact[],
  perhaps: ReadonlySet<Fact>,
  about: About,
): Allegation | null {
  const asserted: Fact[] = []
  const undetermined: Fact[] = []
  const against: Fact[] = []
  const cannotConfirm: Fact[] = []
  const otherwise: Fact[] = []
  const scopes: Scope[] = []
  for (const fact of facts) {
    const found = scope(fact)
    if (found.decision === 'not_covered_time' || found.decision === 'not_covered_area') continue
    if (fact.stance === 'cannot_confirm' || fact.stance === 'no_comment') {
      if (concerns(fact, ban, kinds, found)) cannotConfirm.push(fact)
    } else if (!alleges(fact, kinds)) {
      if (concerns(fact, ban, kinds, found)) against.push(fact)
    } else if (found.decision === 'not_covered_actor') {
      otherwise.push(fact)
    } else if (found.decision === 'undetermined' || perhaps.has(fact)) {
      undetermined.push(fact)
      scopes.push(found.decision === 'undetermined' ? found : perhapsLater(fact))
    } else {
      asserted.push(fact)
      scopes.unshift(found)
    }
  }
  const alleging = [...asserted, ...undetermined]
  if (alleging.length === 0) return null
  // To blame others for the same happening, or to say that it was aimed at others, speaks against a breach by these.
  // One who tells of both does not contradict himself.
  const camps = new Set(asserted.map(({ camp }) => camp))
  if (asserted.length > 0) against.push(...otherwise.filter(({ camp }) => camp === null || !camps.has(camp)))
  return {
    ...about,
    when: stretchOf(alleging.map((fact) => clipped(fact, span))),
    camps: [...new Set(alleging.flatMap(({ camp }) => camp ?? []))].toSorted(),
    for: asserted,
    undetermined,
    against,
    cannotConfirm,
    isAccepted: weighty(policy, asserted).length > 0,
    scope: scopes[0] ?? null,
  }
}

/** Whether a claim says that the ban was not kept, without telling of any one act. */
export function saysNotKept({ claim, stance }: Fact, kinds: ActKinds): boolean {
  return kinds.opposite.has(claim.kind) && stance === 'denies'
}

/** Whether it says who did it: a party that counter-claims and names another alleges, and does not only deny. */
function alleges(fact: Fact, kinds: ActKinds): boolean {
  const { claim, stance } = fact
  if (kinds.opposite.has(claim.kind)) return saysNotKept(fact, kinds)
  return stance === 'asserts' || stance === 'admits' || (stance === 'counter_claims' && claim.actor_blamed !== null)
}

/** "Fully complied" asserted, or a violation denied without naming one: against every violation in its scope. */
export function deniesInGeneral(fact: Fact, kinds: ActKinds): boolean {
  const { claim, stance } = fact
  if (kinds.opposite.has(claim.kind)) return stance === 'asserts' || stance === 'admits'
  if (claim.kind !== 'truce_violation' || !kinds.does.has(claim.kind)) return false
  return stance === 'denies' || (stance === 'counter_claims' && !alleges(fact, kinds))
}

/** Whether a statement is about the ones the ban binds: it names them, or names nobody and so means all. */
export function concerns({ doers }: Fact, { debtors }: Ban, kinds: ActKinds, scope: Scope): boolean {
  if (scope.decision === 'not_covered_time' || scope.decision === 'not_covered_area') return false
  return !kinds.byDebtor || doers.length === 0 || doers.some((id) => debtors.includes(id))
}

function perhapsLater({ claim, undated }: Fact): Scope {
  const reason = undated ? 'nobody says when it happened' : `\`${claim.date}\` reaches beyond the time asked about`
  return { decision: 'undetermined', reason: `${reason}, so it may not have happened by then` }
}

function stretchOf(stretches: readonly Interval[]): Interval {
  return { from: Math.min(...stretches.map(({ from }) => from)), to: Math.max(...stretches.map(({ to }) => to)) }
}
