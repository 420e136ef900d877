// Which words count: as of an instant, as known at one, and by the account of those who are believed.
import type { Instant } from '@trucekeeper/time'
import { isAssertion, SECOND_HAND, type GroundRecord, type Position } from './records.ts'

/** Whose word counts, and how many of them a finding needs. */
export interface Account {
  readonly id: string
  /** Ids of those believed, or null for everyone. */
  readonly trusts: readonly string[] | null
  readonly sources: number
}

export interface GroundQuestion {
  readonly at: Instant
  /** Up to when rows had been recorded; by default all are known. */
  readonly knownAt?: Instant
  readonly account: Account
  /** A position older than this is no longer one: the unit was not observed. By default 48 hours. */
  readonly fresh_h?: number
  /** Observers of a unit speak of the same time within this. By default 12 hours. */
  readonly sameTime_h?: number
}

export const FRESH_H = 48
export const SAME_TIME_H = 12
export const HOUR_MS = 3_600_000

/** The rows that can be spoken of at all. */
export function known(
  { positions, waits, sites }: GroundRecord,
  { at, knownAt, account }: GroundQuestion,
): GroundRecord {
  const recorded = ({ recordedAt }: { readonly recordedAt: Instant }) => knownAt === undefined || recordedAt <= knownAt
  const trusted = (who: string) => account.trusts === null || account.trusts.includes(who)
  return {
    positions: positions.filter((row) => recorded(row) && row.observedAt <= at && trusted(row.observer)),
    waits: waits.filter((row) => recorded(row) && row.statedAt <= at),
    sites: sites.filter(recorded),
  }
}

/** How many independent sources speak: each observer once, and all that only pass a party's word on together once. */
export function independent(rows: readonly Position[]): number {
  return new Set(rows.map(({ means, observer }) => (means !== null && SECOND_HAND.has(means) ? '' : observer))).size
}

/** One unit's rows with a place, the latest word of each observer within the time that counts as one. */
export function comparable(
  rows: readonly Position[],
  { at, sameTime_h = SAME_TIME_H }: Pick<GroundQuestion, 'at' | 'sameTime_h'>,
): { latest: Instant | null; rows: Position[] } {
  const seen = rows.filter((row) => row.place !== null && row.observedAt <= at)
  const assertions = seen.filter(isAssertion)
  if (assertions.length === 0) return { latest: null, rows: [] }
  const latest = Math.max(...assertions.map(({ observedAt }) => observedAt))
  const from = latest - sameTime_h * HOUR_MS
  const last = new Map<string, Position>()
  for (const row of seen) {
    if (row.observedAt < from) continue
    // Denials stay beside what the same voice asserts; a later word of one voice takes the place of its earlier.
    const voice = `${row.observer}\n${row.source}\n${isAssertion(row)}`
    const before = last.get(voice)
    if (!before || laterThan(row, before)) last.set(voice, row)
  }
  const kept = new Set(last.values())
  return { latest, rows: seen.filter((row) => kept.has(row)) }
}

function laterThan(a: Position, b: Position): boolean {
  if (a.observedAt !== b.observedAt) return a.observedAt > b.observedAt
  return a.recordedAt === b.recordedAt ? a.id > b.id : a.recordedAt > b.recordedAt
}
