// `until` and `eventually` for each key apart: a witness holds back over an interval of points, from where its left
// side began to hold; points take up and let go what covers them.
import type { Interval } from '../formula.ts'
import type { Clock } from './clock.ts'
import { Entries, type Entry } from './entries.ts'
import type { LeftSide } from './left-side.ts'
import type { Index } from './node.ts'
import { keyer, NONE, positionsOf, wholeKeyer, widthOf, type Key, type Keyer, type Rows } from './rows.ts'
import { Runs } from './runs.ts'

interface Failure {
  readonly row: Rows
  at: number
}

interface Span {
  readonly from: number
  readonly to: number
}

/** The end of the interval is known: a verdict that may never come is refused beforehand. */
export type ClosedInterval = Interval & { readonly to: number }

export class UntilState {
  readonly #interval: ClosedInterval
  readonly #left: LeftSide
  readonly #clock: Clock
  readonly #leftColumns: readonly string[]
  /** Of a row of the right side, the key of the left. */
  readonly #leftKey: Keyer
  readonly #failureKey: Keyer
  #entries: Entries
  #runs: Runs
  readonly #failures = new Map<Key, Failure>()
  readonly #begins = new Map<number, Entry[]>()
  readonly #ends = new Map<number, Entry[]>()
  /** Points that values never yet seen might satisfy. */
  readonly #unknown: Span[] = []
  /** The latest point at which the left side struck every key. */
  #struck = -1
  #read = 0
  #next = 0
  #first = 0
  #last = -1
  #sweepAt = 64
  #rows: Rows | null = null

  constructor(interval: ClosedInterval, left: LeftSide, columns: readonly string[], clock: Clock) {
    this.#interval = interval
    this.#left = left
    this.#clock = clock
    this.#leftColumns = 'columns' in left ? left.columns : []
    this.#leftKey = keyer(positionsOf(this.#leftColumns, columns))
    this.#failureKey = wholeKeyer(this.#leftColumns)
    this.#entries = new Entries(columns)
    this.#runs = new Runs(this.#leftColumns)
  }

  /** How many points have been read. */
  get consumed(): number {
    return this.#read
  }

  /** Whether the next point's window is closed by the time of the point that would be read next. */
  decided(): boolean {
    if (this.#read === this.#clock.length) return false
    return this.#clock.at(this.#read) > this.#clock.at(this.#next) + this.#interval.to
  }

  /** Reads a point ahead; null where a side names everything. */
  read(left: Rows | null, right: Rows | null): void {
    const point = this.#read++
    this.#place(point)
    if (right === null) {
      this.#unknown.push({ from: Math.max(this.#first, this.#earliest()), to: this.#last })
    } else {
      const { keyOf, columns } = this.#entries
      const width = widthOf(columns)
      for (let at = 0; at < right.length; at += width) {
        const from = Math.max(this.#first, this.#leftSince(this.#leftKey(right, at)))
        if (from <= this.#last) this.#cover(keyOf(right, at), right, at, from)
      }
    }
    this.#takeLeft(left, point)
  }

  /** Moves to the next point. */
  advance(): void {
    const point = this.#next++
    this.#rows = null
    for (const entry of this.#begins.get(point) ?? []) entry.active++
    this.#begins.delete(point)
    for (const entry of this.#ends.get(point - 1) ?? []) {
      entry.active--
      entry.uses--
      if (entry.uses === 0) this.#entries.remove(entry)
    }
    this.#ends.delete(point - 1)
  }

  rows(): Rows {
    if (this.#rows !== null) return this.#rows
    const rows: number[] = []
    for (const entry of this.#entries.values()) if (entry.active > 0) for (const id of entry.row) rows.push(id)
    this.#rows = rows.length === 0 ? NONE : rows
    return this.#rows
  }

  index(on: readonly string[]): Index {
    const by = this.#entries.by(on)
    return {
      has: (key) => {
        for (const entry of by(key)) if (entry.active > 0) return true
        return false
      },
      find: (key, sink) => {
        for (const entry of by(key)) if (entry.active > 0) sink(entry.row, 0)
      },
    }
  }

  /** Whether, when the trace has been read to its end, values not among the rows might satisfy the present point. */
  open(): boolean {
    const present = this.#next - 1
    const { length } = this.#clock
    if (this.#unknown.some(({ from, to }) => from <= present && present <= to)) return true
    const windowOpen = this.#clock.at(length - 1) - this.#clock.at(present) <= this.#interval.to
    return windowOpen && this.#earliest() <= present
  }

  fork(): UntilState {
    const twin = new UntilState(this.#interval, this.#left, this.#entries.columns, this.#clock)
    const { entries, copyOf } = this.#entries.fork()
    twin.#entries = entries
    twin.#runs = this.#runs.fork()
    for (const [key, failure] of this.#failures) twin.#failures.set(key, { ...failure })
    for (const [point, begun] of this.#begins) twin.#begins.set(point, begun.map(copyOf))
    for (const [point, ended] of this.#ends) twin.#ends.set(point, ended.map(copyOf))
    twin.#struck = this.#struck
    twin.#read = this.#read
    twin.#next = this.#next
    twin.#first = this.#first
    twin.#last = this.#last
    return twin
  }

  mark(keep: (id: number) => void): void {
    for (const { row } of this.#entries.values()) row.forEach(keep)
    for (const { row } of this.#failures.values()) row.forEach(keep)
    this.#runs.mark(keep)
  }

  /** The undecided points from which `point` lies within the interval. */
  #place(point: number): void {
    const time = this.#clock.at(point)
    const { from, to } = this.#interval
    this.#first = Math.max(this.#first, this.#next)
    while (this.#first < point && this.#clock.at(this.#first) < time - to) this.#first++
    this.#last = Math.max(this.#last, this.#next - 1)
    while (this.#last < point && this.#clock.at(this.#last + 1) <= time - from) this.#last++
  }

  #cover(key: Key, rows: Rows, at: number, from: number): void {
    const entry = this.#entries.get(key) ?? this.#entries.add(key, rows, at)
    entry.uses++
    append(this.#begins, from, entry)
    append(this.#ends, this.#last, entry)
  }

  #takeLeft(left: Rows | null, point: number): void {
    if (this.#left.kind === 'none') return
    if (this.#left.kind !== 'strikes') return this.#runs.step(left)
    if (left === null) {
      this.#struck = point
      return
    }
    const width = widthOf(this.#leftColumns)
    for (let at = 0; at < left.length; at += width) {
      this.#failures.set(this.#failureKey(left, at), { row: left.slice(at, at + width), at: point })
    }
    if (this.#failures.size > this.#sweepAt) this.#forgetFailures()
  }

  /** The first point from which the left side has held for a key up to the point being read. */
  #leftSince(key: Key): number {
    if (this.#left.kind === 'none') return 0
    if (this.#left.kind !== 'strikes') return this.#runs.start(key)
    return Math.max(this.#struck, this.#failures.get(key)?.at ?? -1) + 1
  }

  /** The same for any key at all; a key never seen is never struck. */
  #earliest(): number {
    return this.#left.kind === 'none' || this.#left.kind === 'strikes' ? 0 : this.#runs.earliest()
  }

  #forgetFailures(): void {
    for (const [key, { at }] of this.#failures) if (at < this.#next) this.#failures.delete(key)
    this.#sweepAt = Math.max(64, 2 * this.#failures.size)
  }
}

function append(lists: Map<number, Entry[]>, point: number, entry: Entry): void {
  const list = lists.get(point)
  if (list === undefined) lists.set(point, [entry])
  else list.push(entry)
}
