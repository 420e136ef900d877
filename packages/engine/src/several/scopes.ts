// One incident under several agreements: whether each of them speaks of it, by which clause, and why.
import type { Agreement } from '@trucekeeper/agreement'
import type { Instant } from '@trucekeeper/time'
import { Evaluation } from '../evaluation.ts'
import type { KnownRecord } from '../plan.ts'
import type { IncidentStatus } from '../status.ts'

/** The incidents that one of several agreements sees in the record they share. */
export interface SeenUnder {
  readonly agreement: Agreement
  readonly incidents: readonly IncidentStatus[]
}

export interface ScopeUnder {
  readonly agreement: string
  /** A scope decision, or `no_clause` where no ban of it is about such acts at all. */
  readonly decision: string
  /** One lower-case sentence. */
  readonly reason: string
  /** The clause that decides, under its heading; null where there is none. */
  readonly clause: string | null
  readonly heading: string | null
  /** What each of its bans about such acts says. */
  readonly by_clause: IncidentStatus['scope']
}

/** An incident with what every agreement makes of it. */
export interface IncidentScopes {
  readonly incident: string
  readonly kind: string
  /** Since when, on the clock of the first agreement; null where nobody says. */
  readonly from: string | null
  readonly to: string | null
  readonly places: readonly string[]
  readonly claims: readonly string[]
  /** In the order of the agreements. */
  readonly under: readonly ScopeUnder[]
}

/** Every incident up to an instant that any of the agreements has a clause about, the earliest first. */
export function scopesOf(
  agreements: readonly Agreement[],
  record: Pick<KnownRecord, 'claims' | 'acts' | 'rulings'>,
  at: Instant,
): readonly IncidentScopes[] {
  return scopesAcross(
    agreements.map((agreement) => {
      const evaluation = new Evaluation(agreement)
      const own = new Set(agreement.ruled.map(({ id }) => id))
      evaluation.follow({ ...record, acts: record.acts.filter(({ power }) => own.has(power)) })
      const { incidents } = evaluation.incidents({ at, isWanted: () => true, after: 0, limit: Infinity })
      return { agreement, incidents: incidents.map(({ status }) => status) }
    }),
  )
}

/**
 * The same from incidents that are known. Agreements name people and places differently and may so bring claims together
 * differently: incidents that share a claim are one here, under the id that the first of the agreements gives it.
 */
export function scopesAcross(seen: readonly SeenUnder[]): readonly IncidentScopes[] {
  const rows: IncidentStatus[] = []
  const known = new Set<string>()
  for (const { incidents } of seen)
    for (const incident of incidents) {
      if (!incident.claims.some((id) => known.has(id))) rows.push(incident)
      for (const id of incident.claims) known.add(id)
    }
  return rows
    .map(({ id, kind, from, to, places, claims }) => ({
      incident: id,
      kind,
      from,
      to,
      places,
      claims,
      under: seen.map((one) => scopeUnder(one, new Set(claims))),
    }))
    .filter(({ under }) => under.some(({ decision }) => decision !== 'no_clause'))
    .toSorted((a, b) => compared(a.from ?? '', b.from ?? '') || compared(a.incident, b.incident))
}

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What speaks of it comes before what may, and that before what does not. */
const WEIGHT: readonly string[] = [
  'covered',
  'self_defence_claimed',
  'undetermined',
  'not_covered_actor',
  'not_covered_area',
  'not_covered_time',
]

function scopeUnder({ agreement, incidents }: SeenUnder, claims: ReadonlySet<string>): ScopeUnder {
  const found = incidents.filter((incident) => incident.claims.some((id) => claims.has(id)))
  const scopes = found.flatMap(({ scope }) => scope)
  const [best] = scopes.toSorted((a, b) => WEIGHT.indexOf(a.decision) - WEIGHT.indexOf(b.decision))
  const { id } = agreement
  if (!best)
    return {
      agreement: id,
      decision: 'no_clause',
      reason: 'no ban of this agreement is about such acts',
      clause: null,
      heading: null,
      by_clause: [],
    }
  const clause = agreement.ruled.find((one) => one.id === best.clause)
  return {
    agreement: id,
    decision: best.decision,
    reason: best.reason,
    clause: best.clause,
    heading: clause?.source.heading.join(' › ') ?? null,
    by_clause: scopes,
  }
}
