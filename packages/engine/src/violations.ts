// The alleged violations of a ban under one account: each incident, each bulk figure, each statement, with who denies it.
import type { Ban } from '@trucekeeper/agreement'
import { bulkCount } from '@trucekeeper/claims'
import { clipped, scopeOf, weighty, type Fact, type Scope } from '@trucekeeper/corroborate'
import { overlaps, type Interval } from '@trucekeeper/time'
import { question, type Evidence, type Node } from './node.ts'
import { actKinds, type ActKinds } from './prepared.ts'
import type { Run } from './run.ts'
import { countOf, joined } from './words.ts'

export interface Violation {
  readonly node: Node
  readonly when: Interval
  /** How many it stands for: 1, or the figure of a bulk claim. */
  readonly count: number
  readonly bulk: boolean
  /** Camps that allege it. */
  readonly camps: readonly string[]
}

export interface Violations {
  readonly each: readonly Violation[]
  /** Claims that deny in general ("has fully complied"), with the stretch each speaks of. */
  readonly denials: readonly { readonly fact: Fact; readonly when: Interval }[]
}

/** Everything the account takes about a ban within `span`. */
export function violationsOf(run: Run, ban: Ban, span: Interval): Violations {
  const kinds = actKinds(ban)
  const scope = (fact: Fact) =>
    scopeOf(
      fact,
      { debtors: kinds.byDebtor ? ban.debtors : [], zones: ban.zones, span },
      run.prepared.cast,
      run.prepared.map,
      run.prepared.agreement.zone,
    )
  const taken = run.facts.filter(
    (fact) => ban.attest.length === 0 || (fact.speaker !== null && ban.attest.includes(fact.speaker)),
  )
  const ids = new Set(taken.map(({ claim }) => claim.id))
  const denials = taken.flatMap((fact) =>
    deniesInGeneral(fact, kinds) && concerns(fact, ban, kinds, scope(fact))
      ? [{ fact, when: clipped(fact, span) }]
      : [],
  )
  const inIncident = new Set<string>()
  const each: Violation[] = []
  for (const incident of run.prepared.incidents) {
    const facts = incident.facts.filter(({ claim }) => ids.has(claim.id) && kinds.does.has(claim.kind))
    for (const { claim } of facts) inIncident.add(claim.id)
    const found =
      facts.length > 0 &&
      leaf(
        run,
        ban,
        kinds,
        facts,
        scope,
        denials,
        `${incident.kind.replaceAll('_', ' ')}${incident.places.length > 0 ? `, ${incident.places.join(', ')}` : ''}`,
        'incident',
      )
    if (found) each.push(found)
  }
  for (const fact of taken) {
    if (inIncident.has(fact.claim.id) || deniesInGeneral(fact, kinds)) continue
    if (!kinds.does.has(fact.claim.kind) && !(kinds.opposite.has(fact.claim.kind) && fact.stance === 'denies')) continue
    const count = bulkCount(fact.claim)
    const text = count === null ? fact.claim.kind.replaceAll('_', ' ') : countOf(count, 'violation')
    const found = leaf(run, ban, kinds, [fact], scope, denials, text, count === null ? 'statement' : 'bulk')
    if (found) each.push(count === null ? found : { ...found, count, bulk: true })
  }
  return { each, denials }
}

/** "Fully complied" asserted, or a violation denied without naming one: against every violation in its scope. */
function deniesInGeneral({ claim, stance }: Fact, kinds: ActKinds): boolean {
  if (kinds.opposite.has(claim.kind)) return stance === 'asserts' || stance === 'admits'
  return (
    claim.kind === 'truce_violation' &&
    kinds.does.has(claim.kind) &&
    (stance === 'denies' || stance === 'counter_claims')
  )
}

/** Whether a statement is about the ones the ban binds: it names them, or names nobody and so means all. */
function concerns({ doers }: Fact, { debtors }: Ban, kinds: ActKinds, scope: Scope): boolean {
  if (scope.decision === 'not_covered_time' || scope.decision === 'not_covered_area') return false
  return !kinds.byDebtor || doers.length === 0 || doers.some((id) => debtors.includes(id))
}

function leaf(
  run: Run,
  ban: Ban,
  kinds: ActKinds,
  facts: readonly Fact[],
  scope: (fact: Fact) => Scope,
  denials: Violations['denials'],
  what: string,
  op: string,
): Violation | null {
  const sides: { [K in keyof Evidence]: Fact[] } = { for: [], against: [], cannotConfirm: [], undetermined: [] }
  const counter: Fact[] = []
  let decided: Scope | null = null
  for (const fact of facts) {
    const found = scope(fact)
    const alleges = kinds.opposite.has(fact.claim.kind)
      ? fact.stance === 'denies'
      : fact.stance === 'asserts' || fact.stance === 'admits'
    if (found.decision === 'not_covered_time' || found.decision === 'not_covered_area') continue
    if (fact.stance === 'cannot_confirm' || fact.stance === 'no_comment') sides.cannotConfirm.push(fact)
    else if (!alleges) {
      if (concerns(fact, ban, kinds, found)) sides.against.push(fact)
    } else if (found.decision === 'not_covered_actor') {
      // Blaming another for the same happening speaks against these having done it; aiming at outsiders does not.
      if (fact.doers.length > 0 && !fact.doers.some((id) => ban.debtors.includes(id))) counter.push(fact)
    } else if (found.decision === 'undetermined' || run.perhaps.has(fact.claim.id)) {
      sides.undetermined.push(fact)
      decided ??= found
    } else {
      sides.for.push(fact)
      decided = found
    }
  }
  if (sides.for.length === 0 && sides.undetermined.length === 0) return null
  const when = stretchOf([...sides.for, ...sides.undetermined])
  if (sides.for.length > 0) sides.against.push(...counter)
  sides.against.push(...denials.filter((denial) => overlaps(denial.when, when)).map(({ fact }) => fact))
  const alleging = weighty(run.policy, sides.for)
  const evidence: Evidence = {
    for: alleging,
    against: weighty(run.policy, sides.against),
    cannotConfirm: sides.cannotConfirm,
    // What too few independent sources say stays visible, and decides nothing.
    undetermined: alleging.length < sides.for.length ? [...sides.undetermined, ...sides.for] : sides.undetermined,
  }
  const by = joined(ban.debtors)
  const node = question(op, `${what}: was it ${by}?`, evidence, { scope: decided })
  // Said of somebody, but not surely of these or then: neither supported nor refuted by what is denied in general.
  const unsure = evidence.for.length === 0 && evidence.undetermined.length > 0
  return {
    node: unsure ? { ...node, value: 'unknown' } : node,
    when,
    count: 1,
    bulk: false,
    camps: [
      ...new Set(
        facts
          .filter((fact) => sides.for.includes(fact) || sides.undetermined.includes(fact))
          .flatMap(({ camp }) => camp ?? []),
      ),
    ].toSorted(),
  }
}

function stretchOf(facts: readonly Fact[]): Interval {
  return { from: Math.min(...facts.map(({ when }) => when.from)), to: Math.max(...facts.map(({ when }) => when.to)) }
}
