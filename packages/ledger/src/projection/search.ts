// What is asked of the tables: claims by words, side, kind and time, and how much of everything there is.
import type { Claim, Entry, Kind, Side } from '@trucekeeper/claims'
import type { Instant } from '@trucekeeper/time'
import type { Kysely } from 'kysely'
import { searchForm } from './rows.ts'
import type { Database } from './tables.ts'

export interface ClaimSearch {
  /** Words that the quote holds, one after the other, in any case. */
  readonly text?: string
  readonly side?: Side
  readonly kind?: Kind
  /**
   * Claims about something that may have happened at or after `from` and before `to`. A day is taken as wide as it
   * is anywhere on earth, and a claim without a date counts with its publication, so a doubt never hides a claim.
   */
  readonly from?: Instant
  readonly to?: Instant
  readonly limit: number
  /** The `next` of the page before. */
  readonly after?: number
}

export interface FoundClaim {
  readonly index: number
  readonly received_at: Instant
  readonly recorded_by: string
  /** The id of the withdrawal, for a claim that was taken back. */
  readonly withdrawn_by: string | null
  readonly claim: Claim
}

export interface ClaimPage {
  /** In the order of the record. */
  readonly claims: readonly FoundClaim[]
  /** What to ask for as `after`; null on the last page. */
  readonly next: number | null
}

/** A page of claims, the withdrawn among them, marked. */
export async function searchClaims(
  db: Kysely<Database>,
  { text, side, kind, from, to, limit, after }: ClaimSearch,
): Promise<ClaimPage> {
  let query = db
    .selectFrom('claims')
    .innerJoin('entries', 'entries.index', 'claims.index')
    .select(['claims.index', 'claims.received_at', 'claims.withdrawn_by', 'entries.recorded_by', 'entries.body'])
  if (text !== undefined) query = query.where('claims.searched', 'like', `%${literally(searchForm(text))}%`)
  if (side !== undefined) query = query.where('claims.speaker_side', '=', side)
  if (kind !== undefined) query = query.where('claims.kind', '=', kind)
  if (from !== undefined) query = query.where('claims.latest', '>=', from)
  if (to !== undefined) query = query.where('claims.earliest', '<', to)
  if (after !== undefined) query = query.where('claims.index', '>', after)
  const rows = await query
    .orderBy('claims.index')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  return {
    claims: page.map(({ body, ...row }) => ({ ...row, claim: body as Claim })),
    next: rows.length > limit ? page.at(-1)!.index : null,
  }
}

/** How many entries of each type the tables hold. */
export async function entryCounts(db: Kysely<Database>): Promise<{ readonly [T in Entry['type']]: number }> {
  const rows = await db
    .selectFrom('entries')
    .select(['type', ({ fn }) => fn.countAll().as('count')])
    .groupBy('type')
    .execute()
  const counts = { document: 0, claim: 0, act: 0, ruling: 0, withdrawal: 0, release: 0, minute: 0, key: 0 }
  // A count is a bigint: a number from PGlite, a string from pg.
  for (const { type, count } of rows) counts[type] = Number(count)
  return counts
}

function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&').replaceAll('\u0000', '\ufffd')
}
