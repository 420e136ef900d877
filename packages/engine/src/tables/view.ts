// Tables as one account sees them at one instant: its rows, what follows from them, and the rows by their names.
import {
  Convoys,
  NO_RECORDS,
  requestStatuses,
  type AccessRecords,
  type ConsignmentStatus,
  type Question,
  type RequestStatus,
  type Said,
} from '@trucekeeper/access'
import { groundStatus, type GroundStatus } from '@trucekeeper/access/ground'
import type { AccountPolicy, Cast } from '@trucekeeper/corroborate'
import type { Instant } from '@trucekeeper/time'
import { once } from '../node.ts'
import type { KnownTables } from './known.ts'
import { trusts, type Row } from './row.ts'

export interface TableView {
  readonly policy: AccountPolicy
  readonly cast: Cast
  readonly question: Question
  readonly hasAccess: boolean
  /** The rules that say which areas are served alike; they are what was agreed, so every account takes them. */
  readonly parity: AccessRecords['parity']
  consignments(): readonly ConsignmentStatus[]
  requests(): readonly RequestStatus[]
  /** Null where there are no ground tables. */
  ground(): GroundStatus | null
  /** Rows by their names, in the order of the names. */
  rows(names: Iterable<string>, stance: Row['stance']): Row[]
}

/** `byName` has every row of the access tables. */
export function viewOf(
  tables: KnownTables | null,
  byName: () => ReadonlyMap<string, Said>,
  policy: AccountPolicy,
  cast: Cast,
  at: Instant,
): TableView {
  const records = tables?.access ?? NO_RECORDS
  const knownAt = tables?.knownAt ?? null
  const all: readonly (readonly Said[])[] = Object.values(records)
  const sources =
    policy.trusts === null
      ? null
      : [...new Set(all.flat().map(({ source }) => source))].filter((source) => trusts(policy, source, cast))
  const question: Question = { at, knownAt, sources }
  const consignments = once(() => new Convoys(question, records, tables?.lines).all())
  return {
    policy,
    cast,
    question,
    hasAccess: tables?.access != null,
    parity: records.parity,
    consignments,
    requests: once(() => requestStatuses(records, consignments(), question)),
    ground: once(() => {
      if (!tables?.ground) return null
      const { terms, record } = tables.ground
      return groundStatus(terms, record, { at, account: policy, ...(knownAt !== null && { knownAt }) })
    }),
    rows: (names, stance) =>
      [...new Set(names)].toSorted().flatMap((name) => {
        const row = byName().get(name)
        if (!row) return []
        const { source, doc, quote, file } = row
        return [{ name, stance, source, doc: doc ?? `access/${file}`, quote }]
      }),
  }
}
