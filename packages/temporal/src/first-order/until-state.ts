// `until` and `eventually` for each key apart: a witness holds back over an interval of points, from where its left
// side began to hold; points take up and let go what covers them.
import type { Interval } from '../formula.ts'
import type { Clock } from './clock.ts'
import { Entries, type Entry } from './entries.ts'
import type { LeftSide } from './left-side.ts'
import type { Foresight, Index } from './node.ts'
import { PointLists } from './point-lists.ts'
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
  #begins = new PointLists<Entry>()
  #ends = new PointLists<Entry>()
  /** Points that values never yet seen might satisfy. */
  readonly #unknown: Span[] = []
  /** The latest point at which the left side struck every key. */
  #struck = -1
  /** How many points of each side have been read: of a point the right side first, which needs the left only before. */
  #rights = 0
  #lefts = 0
  /** The point to be decided. */
  #present = 0
  #first = 0
  #last = -1
  /** How many entries cover the present point. */
  #covering = 0
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

  get present(): number {
    return this.#present
  }

  /** The first point that it asks the clock for. */
  get earliestPoint(): number {
    return Math.min(this.#present, this.#first, this.#rights)
  }

  get leftIsNext(): boolean {
    return this.#left.kind !== 'none' && this.#lefts < this.#rights
  }

  /** Whether the point of which the right side would be read next lies before the window of any that is undecided. */
  tooNear(): boolean {
    if (this.#rights >= this.#clock.length) return false
    return this.#clock.at(this.#rights) < this.#clock.at(this.#present) + this.#interval.from
  }

  /** Whether some key is certain to satisfy the present point. */
  get some(): boolean {
    return this.#covering > 0
  }

  /**
   * Whether nothing to come changes the present point: its window is closed by the time of the point that would be
   * read next, or the left side holds for no key any more, or all that could hold does.
   */
  decided(): boolean {
    if (this.#covering > 0 && this.#entries.columns.length === 0) return true
    const { to } = this.#interval
    if (this.#rights < this.#clock.length && this.#clock.at(this.#rights) > this.#clock.at(this.#present) + to)
      return true
    return this.#earliest() > this.#present
  }

  /** The same for one key. */
  foresee(columns: readonly string[]): Foresight {
    const key = keyer(positionsOf(this.#entries.columns, columns))
    const leftKey = keyer(positionsOf(this.#leftColumns, columns))
    return (rows, at) => {
      const entry = this.#entries.get(key(rows, at))
      if (entry !== undefined && entry.active > 0) return true
      return this.#leftSince(leftKey(rows, at)) > this.#present ? false : null
    }
  }

  /** Reads the right side of a point ahead; null where it names everything. */
  readRight(right: Rows | null): void {
    const point = this.#rights++
    this.#place(point)
    if (right === null) {
      this.#unknown.push({ from: Math.max(this.#first, this.#earliest()), to: this.#last })
    } else {
      const { keyOf, columns } = this.#entries
      const width = widthOf(columns)
      for (let at = 0; at < right.length; at += width) {
        const from = Math.max(this.#first, this.#leftSince(this.#leftKey(right, at)))
        if (from <= this.#last) this.#witness(keyOf(right, at), right, at, from)
      }
    }
  }

  /** Reads the left side of the point of which the right has been read; null where it names everything. */
  readLeft(left: Rows | null): void {
    const point = this.#lefts++
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

  /** Leaves the present point for the next. */
  leave(): void {
    const left = this.#present++
    this.#rows = null
    const begun = this.#begins.take(this.#present)
    if (begun !== undefined) for (const entry of begun) this.#cover(entry)
    const ended = this.#ends.take(left)
    if (ended === undefined) return
    for (const entry of ended) {
      if (--entry.active === 0) this.#covering--
      if (--entry.uses === 0) this.#entries.remove(entry)
    }
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
    const present = this.#present
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
    twin.#begins = this.#begins.copy(copyOf)
    twin.#ends = this.#ends.copy(copyOf)
    twin.#struck = this.#struck
    twin.#rights = this.#rights
    twin.#lefts = this.#lefts
    twin.#present = this.#present
    twin.#covering = this.#covering
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
    this.#first = Math.max(this.#first, this.#present)
    while (this.#first < point && this.#clock.at(this.#first) < time - to) this.#first++
    this.#last = Math.max(this.#last, this.#present - 1)
    while (this.#last < point && this.#clock.at(this.#last + 1) <= time - from) this.#last++
  }

  #witness(key: Key, rows: Rows, at: number, from: number): void {
    const entry = this.#entries.get(key) ?? this.#entries.add(key, rows, at)
    entry.uses++
    if (from > this.#present) this.#begins.append(from, entry)
    else this.#cover(entry)
    this.#ends.append(this.#last, entry)
  }

  #cover(entry: Entry): void {
    if (entry.active++ > 0) return
    this.#covering++
    this.#rows = null
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
    for (const [key, { at }] of this.#failures) if (at < this.#present) this.#failures.delete(key)
    this.#sweepAt = Math.max(64, 2 * this.#failures.size)
  }
}
