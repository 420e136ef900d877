// What the parts of a monitor have in common: each gives, time-point after time-point, the rows that satisfy it.
import { HOLDS, type Key, type Rows } from './rows.ts'

/** What is known of a time-point when the trace ends: rows that satisfy it however the trace goes on, and rows that might. */
export interface Bounds {
  readonly lower: Rows
  /** `ALL` where values never yet seen might satisfy it too. */
  readonly upper: Rows | typeof ALL
}

export const ALL = null

/** Every row there could be. */
export const everything = (columns: readonly string[]): Rows | typeof ALL => (columns.length === 0 ? HOLDS : ALL)

/** Rows of one node found by some of its columns. */
export interface Index {
  has(key: Key): boolean
  /** Hands over each row with that key, as an array and where in it the row begins. */
  find(key: Key, sink: (rows: Rows, at: number) => void): void
}

/** Whether a row, seen through its own columns, is among those of the next point; null as long as that may change. */
export type Foresight = (rows: Rows, at: number) => boolean | null

/**
 * Points are taken strictly one after the other: `advance` moves to the next, which may only be done when `ready`
 * says so; `rows` and the indexes speak of the point reached and are good until `ready` is asked for the next.
 * A node has one reader: the same subformula in two places is two nodes, which may be at different points.
 */
export interface Node {
  readonly columns: readonly string[]
  /** Whether it, or anything it reads, looks ahead. */
  readonly delayed: boolean
  /** Whether the rows of the next point are settled, whatever comes. */
  ready(): boolean
  advance(): void
  /** Moves past the next point though it is not ready; left out where points can only be taken. */
  skip?(): void
  /** Whether, though not ready, the next point is certain to have a row; left out where that is never known. */
  some?(): boolean
  /** Asked for once, before the first point, for rows of these columns; left out where nothing is known beforehand. */
  foresee?(columns: readonly string[]): Foresight
  rows(): Rows
  /** Asked for once, before the first point; null where finding is no cheaper than reading all rows. */
  index(on: readonly string[]): Index | null
  /** The points not yet taken, when the trace has ended; to be gone through once, each before the next is asked for. */
  finish(): Iterable<Bounds>
  /** Names every id it holds. */
  mark(keep: (id: number) => void): void
}

/** Where the trace's end makes no difference. */
export function* drain(node: Node): Generator<Bounds> {
  while (node.ready()) {
    node.advance()
    yield { lower: node.rows(), upper: node.rows() }
  }
}

/** What each of several parts gives, point by point. */
export function* together(parts: readonly Iterable<Bounds>[]): Generator<readonly Bounds[]> {
  const iterators = parts.map((part) => part[Symbol.iterator]())
  for (;;) {
    const next = iterators.map((one) => one.next())
    if (next.some(({ done }) => done === true)) return
    yield next.map(({ value }) => value as Bounds)
  }
}

/** What a two-sided operator reads of its sides where only bounds are known: the left one turned round if it strikes. */
export function bothBounds(
  left: Bounds | undefined,
  right: Bounds,
  strikes: boolean,
): { lower: [Rows | typeof ALL, Rows]; upper: [Rows | typeof ALL, Rows | typeof ALL] } {
  const { lower, upper } = left ?? { lower: HOLDS, upper: HOLDS }
  return { lower: [strikes ? upper : lower, right.lower], upper: [strikes ? lower : upper, right.upper] }
}
