// An agreement and a record made ready for questions: facts, incidents and scopes that no instant or account changes.
import type { Agreement, Ban, Duty, Measure, Ruled } from '@trucekeeper/agreement'
import type { Act, Claim, Kind } from '@trucekeeper/claims'
import { actEntry } from '@trucekeeper/codes'
import {
  castOf,
  factsOf,
  incidentsOf,
  type AccountPolicy,
  type Cast,
  type Fact,
  type Incident,
  type ScopeMap,
} from '@trucekeeper/corroborate'

/** What is known: the entries of a record up to some receipt, withdrawn ones left out. */
export interface KnownRecord {
  readonly claims: readonly Claim[]
  readonly acts: readonly Act[]
  /** Number of entries used, and a digest of their ids that no order of arrival changes. */
  readonly size: number
  readonly digest: string
  /** Where and when each claim and act entered the record. */
  readonly received: ReadonlyMap<
    string,
    { readonly index: number; readonly received_at: string; readonly recorded_by: string }
  >
}

export interface Prepared {
  readonly agreement: Agreement
  readonly record: KnownRecord
  readonly cast: Cast
  readonly map: ScopeMap
  readonly facts: readonly Fact[]
  readonly incidents: readonly Incident[]
  readonly clauses: ReadonlyMap<string, Ruled>
  readonly measures: ReadonlyMap<string, Measure>
  readonly policies: readonly AccountPolicy[]
}

export function prepare(agreement: Agreement, record: KnownRecord): Prepared {
  const cast = castOf(agreement.actors)
  const facts = factsOf(record.claims, cast, agreement.zone)
  return {
    agreement,
    record,
    cast,
    map: { zones: agreement.zones, places: agreement.places },
    facts,
    incidents: incidentsOf(facts),
    clauses: new Map(agreement.ruled.map((clause) => [clause.id, clause])),
    measures: new Map(agreement.measures.map((measure) => [measure.id, measure])),
    policies: agreement.accounts.map(({ id, trusts, sources }) => ({ id, trusts, sources })),
  }
}

/** The clauses a name stands for: one, or every part of one that binds several. */
export function clausesNamed({ agreement }: Prepared, id: string): Ruled[] {
  return agreement.ruled.filter(
    (clause) => clause.id === id || ((clause.kind === 'ban' || clause.kind === 'duty') && clause.base === id),
  )
}

/** What the acts of a clause look like in claims. */
export interface ActKinds {
  readonly does: ReadonlySet<Kind>
  readonly opposite: ReadonlySet<Kind>
  readonly hindered: ReadonlySet<Kind>
  readonly byDebtor: boolean
  /** `attacked`, for sentences. */
  readonly past: string
}

export function actKinds({ acts }: Pick<Ban | Duty, 'acts'>): ActKinds {
  const entries = acts.map(actEntry)
  return {
    does: new Set(entries.flatMap(({ does }) => does)),
    opposite: new Set(entries.flatMap(({ opposite }) => opposite)),
    hindered: new Set(entries.flatMap(({ hindered }) => hindered)),
    byDebtor: entries.every(({ doer }) => doer === 'debtor'),
    past: entries.map(({ past }) => past).join(' or '),
  }
}
