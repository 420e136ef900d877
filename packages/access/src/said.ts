// Who says so: what every row bears, and which rows were known at an instant.
import type { Instant } from '@trucekeeper/time'

/** The source of rows that are made up for illustration. Such a row quotes nobody. */
export const EXAMPLE = 'example'

export interface Said {
  /** The row's name: its `entry_id`, or its place such as `steps.csv:7`. */
  readonly name: string
  readonly file: string
  readonly row: number
  /** Who says so; `example` where it is made up for illustration. */
  readonly source: string
  /** The document with the words; null for an example. */
  readonly doc: string | null
  /** The exact words; null for an example. */
  readonly quote: string | null
  readonly recordedAt: Instant
  /** The name of a row of the same table that this one takes the place of. */
  readonly corrects: string | null
  /** The name of a row of the same table that this one takes back; it says nothing itself. */
  readonly withdraws: string | null
}

/** When something happened; both ends alike where the instant is known, otherwise some time between them. */
export interface Moment {
  readonly from: Instant
  readonly to: Instant
}

/** As of an instant, on what was known at another, by the word of some sources or of all. */
export interface Question {
  readonly at: Instant
  /** Null for everything recorded. */
  readonly knownAt: Instant | null
  /** Null for all sources. */
  readonly sources: readonly string[] | null
}

/** Rows by the name of the row whose place they take, or that they take back. */
export type Corrections = ReadonlyMap<string, readonly Said[]>

const NO_CORRECTIONS: Corrections = new Map()

/** The name of the row that counts no more once this one does. */
export function targetOf({ corrects, withdraws }: Said): string | null {
  return corrects ?? withdraws
}

export function correctionsOf(rows: readonly Said[]): Corrections {
  const correcting = rows.filter((row) => targetOf(row) !== null)
  return correcting.length === 0 ? NO_CORRECTIONS : Map.groupBy(correcting, (row) => targetOf(row)!)
}

/**
 * The rows that count: recorded by then, by a source asked for, and neither corrected nor withdrawn by another that was. A
 * correction that is withdrawn leaves nothing: what stood before it was taken for wrong by its own source.
 */
export function knownRows<T extends Said>(
  rows: readonly T[],
  { knownAt, sources }: Pick<Question, 'knownAt' | 'sources'>,
  corrections: Corrections = correctionsOf(rows),
): readonly T[] {
  if (knownAt === null && sources === null && corrections.size === 0) return rows
  const counts = ({ recordedAt, source }: Said) =>
    (knownAt === null || recordedAt <= knownAt) && (sources === null || sources.includes(source))
  return rows.filter((row) => row.withdraws === null && counts(row) && !corrections.get(row.name)?.some(counts))
}

/** The rows that no other of them corrects or withdraws. */
export function uncorrected<T extends Said>(rows: readonly T[]): readonly T[] {
  return knownRows(rows, { knownAt: null, sources: null })
}

export function namesOf(rows: readonly Said[]): string[] {
  return [...new Set(rows.map(({ name }) => name))].toSorted()
}

export function sourcesOf(rows: readonly Said[]): string[] {
  return [...new Set(rows.map(({ source }) => source))].toSorted()
}

/** In the order in which things happened; of two at one time, the one whose name is first. */
export function inOrder<T extends Said & { readonly at: Moment }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => a.at.from - b.at.from || a.at.to - b.at.to || (a.name < b.name ? -1 : 1))
}
