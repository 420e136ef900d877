// The alleged violations of a ban under one account: each incident, each bulk figure, each statement, with who denies it.
import type { Ban } from '@trucekeeper/agreement'
import { bulkCount } from '@trucekeeper/claims'
import { clipped, weighty, type Alleged, type ClauseScope, type Fact, type Scope } from '@trucekeeper/corroborate'
import { overlaps, type Interval } from '@trucekeeper/time'
import { question, type Evidence, type Node } from './node.ts'
import { actKinds, type ActKinds } from './prepared.ts'
import type { Run } from './run.ts'
import { countOf, joined } from './words.ts'

/** `bulk` is the figure of a bulk claim, 1 for a statement that names no incident; `camps` are those that allege it. */
export interface Violation extends Alleged {
  /** Of the incident, or of the claim. */
  readonly id: string
  readonly node: Node
}

export interface Violations {
  readonly each: readonly Violation[]
  /** Claims that deny in general ("has fully complied"), with the stretch each speaks of. */
  readonly denials: readonly { readonly fact: Fact; readonly when: Interval }[]
}

/** What the questions about one ban have in common. */
interface Asked {
  readonly run: Run
  readonly ban: Ban
  readonly kinds: ActKinds
  readonly span: Interval
  readonly denials: Violations['denials']
  scope(fact: Fact): Scope
}

/** Everything the account takes about a ban within a span, and within `zones` besides its own where some are given. */
export function violationsOf(run: Run, ban: Ban, span: Interval, zones: readonly string[]): Violations {
  const kinds = actKinds(ban)
  const gaps = run.timeline.suspensions(ban.id).map(({ from, to }) => ({ from, to }))
  const own: ClauseScope = { debtors: kinds.byDebtor ? ban.debtors : [], zones: ban.zones, span, gaps }
  const inOwn = run.prepared.scopes(own)
  const inThose = run.prepared.scopes({ ...own, zones })
  const scope = (fact: Fact) => (zones.length === 0 ? inOwn(fact) : narrower(inOwn(fact), inThose(fact)))
  const taken = run.facts.filter(
    ({ speaker }) => ban.attest.length === 0 || (speaker !== null && ban.attest.includes(speaker)),
  )
  const denials = taken.flatMap((fact) =>
    deniesInGeneral(fact, kinds) && concerns(fact, ban, kinds, scope(fact))
      ? [{ fact, when: clipped(fact, span) }]
      : [],
  )
  const asked: Asked = { run, ban, kinds, span, denials, scope }
  const ids = new Set(taken.map(({ claim }) => claim.id))
  const inIncident = new Set<string>()
  const incidents = run.prepared.incidents.flatMap(({ id, kind, places, facts: all }) => {
    const facts = all.filter(({ claim }) => ids.has(claim.id) && kinds.does.has(claim.kind))
    for (const { claim } of facts) inIncident.add(claim.id)
    const what = [kind.replaceAll('_', ' '), ...places].join(', ')
    return violation(asked, facts, { id, op: 'incident', what, bulk: null }) ?? []
  })
  const statements = taken.flatMap((fact) => {
    const { claim, stance } = fact
    if (inIncident.has(claim.id) || deniesInGeneral(fact, kinds)) return []
    const notKept = kinds.opposite.has(claim.kind) && stance === 'denies'
    if (!notKept && !kinds.does.has(claim.kind)) return []
    const count = bulkCount(claim)
    const what = count !== null ? countOf(count, 'violation') : notKept ? 'not kept' : claim.kind.replaceAll('_', ' ')
    return (
      violation(asked, [fact], { id: claim.id, op: count === null ? 'statement' : 'bulk', what, bulk: count ?? 1 }) ??
      []
    )
  })
  return { each: [...incidents, ...statements], denials }
}

function narrower(a: Scope, b: Scope): Scope {
  if (a.decision.startsWith('not_covered')) return a
  return b.decision === 'covered' ? a : b
}

/** Whether it says who did it: a party that counter-claims and names another alleges, and does not only deny. */
function alleges({ claim, stance }: Fact, kinds: ActKinds): boolean {
  if (kinds.opposite.has(claim.kind)) return stance === 'denies'
  return stance === 'asserts' || stance === 'admits' || (stance === 'counter_claims' && claim.actor_blamed !== null)
}

/** "Fully complied" asserted, or a violation denied without naming one: against every violation in its scope. */
function deniesInGeneral(fact: Fact, kinds: ActKinds): boolean {
  const { claim, stance } = fact
  if (kinds.opposite.has(claim.kind)) return stance === 'asserts' || stance === 'admits'
  if (claim.kind !== 'truce_violation' || !kinds.does.has(claim.kind)) return false
  return stance === 'denies' || (stance === 'counter_claims' && !alleges(fact, kinds))
}

/** Whether a statement is about the ones the ban binds: it names them, or names nobody and so means all. */
function concerns({ doers }: Fact, { debtors }: Ban, kinds: ActKinds, scope: Scope): boolean {
  if (scope.decision === 'not_covered_time' || scope.decision === 'not_covered_area') return false
  return !kinds.byDebtor || doers.length === 0 || doers.some((id) => debtors.includes(id))
}

/** One alleged violation with its evidence, or null when nobody says, for sure or not, that these did it. */
function violation(
  { run, ban, kinds, span, denials, scope }: Asked,
  facts: readonly Fact[],
  { id, op, what, bulk }: { id: string; op: string; what: string; bulk: number | null },
): Violation | null {
  const sides: { [K in keyof Evidence]: Fact[] } = { for: [], against: [], cannotConfirm: [], undetermined: [] }
  const otherwise: Fact[] = []
  const scopes: Scope[] = []
  for (const fact of facts) {
    const found = scope(fact)
    if (found.decision === 'not_covered_time' || found.decision === 'not_covered_area') continue
    if (fact.stance === 'cannot_confirm' || fact.stance === 'no_comment') {
      if (concerns(fact, ban, kinds, found)) sides.cannotConfirm.push(fact)
    } else if (!alleges(fact, kinds)) {
      if (concerns(fact, ban, kinds, found)) sides.against.push(fact)
    } else if (found.decision === 'not_covered_actor') {
      otherwise.push(fact)
    } else if (found.decision === 'undetermined' || run.perhaps.has(fact.claim.id)) {
      sides.undetermined.push(fact)
      scopes.push(found.decision === 'undetermined' ? found : perhapsLater(fact))
    } else {
      sides.for.push(fact)
      scopes.unshift(found)
    }
  }
  const alleging = [...sides.for, ...sides.undetermined]
  if (alleging.length === 0) return null
  const when = stretchOf(alleging.map((fact) => clipped(fact, span)))
  // To blame others for the same happening, or to say that it was aimed at others, speaks against a breach by these.
  // One who tells of both does not contradict himself.
  const camps = new Set(sides.for.map(({ camp }) => camp))
  if (sides.for.length > 0) sides.against.push(...otherwise.filter(({ camp }) => camp === null || !camps.has(camp)))
  sides.against.push(...denials.filter((denial) => overlaps(denial.when, when)).map(({ fact }) => fact))
  const accepted = weighty(run.policy, sides.for)
  const evidence: Evidence = {
    for: accepted,
    against: weighty(run.policy, sides.against),
    cannotConfirm: sides.cannotConfirm,
    // What too few independent sources say stays visible, and decides nothing.
    undetermined: accepted.length < sides.for.length ? alleging : sides.undetermined,
  }
  const asks = kinds.byDebtor ? `was it ${joined(ban.debtors)}?` : 'was it so?'
  const asked = question(op, `${what}: ${asks}`, evidence, { scope: scopes[0] ?? null })
  // Said of somebody, but not surely of these or then: neither supported nor refuted by what is denied in general.
  const unsure = accepted.length === 0 && sides.undetermined.length > 0
  return {
    id,
    node: unsure ? { ...asked, value: 'unknown' } : asked,
    when,
    bulk,
    camps: [...new Set(alleging.flatMap(({ camp }) => camp ?? []))].toSorted(),
  }
}

function perhapsLater({ claim, undated }: Fact): Scope {
  const reason = undated ? 'nobody says when it happened' : `\`${claim.date}\` reaches beyond the time asked about`
  return { decision: 'undetermined', reason: `${reason}, so it may not have happened by then` }
}

function stretchOf(stretches: readonly Interval[]): Interval {
  return { from: Math.min(...stretches.map(({ from }) => from)), to: Math.max(...stretches.map(({ to }) => to)) }
}
