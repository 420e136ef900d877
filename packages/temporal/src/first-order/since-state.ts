// `since` and `once` for each key apart: a witness enters when it is old enough, leaves when it is too old, and is
// struck when the left side fails; nothing is recomputed for keys that nothing happens to.
import type { Interval } from '../formula.ts'
import { Entries, type Entry } from './entries.ts'
import { Fifo } from './fifo.ts'
import type { LeftSide } from './left-side.ts'
import type { Index } from './node.ts'
import { NONE, wholeKeyer, widthOf, type Key, type Keyer, type Rows } from './rows.ts'

interface Witness {
  readonly entry: Entry
  readonly point: number
  readonly time: number
}

export class SinceState {
  readonly #interval: Interval
  readonly #left: LeftSide
  #entries: Entries
  readonly #leftKey: Keyer
  #byLeft: (key: Key) => Iterable<Entry>
  /** Too young for the interval yet. */
  readonly #young = new Fifo<Witness>()
  /** Within the interval; empty where it has no end. */
  readonly #ripe = new Fifo<Witness>()
  #point = -1
  /** The time of the newest witness within the interval, none at first. */
  #ripest = Number.NaN
  #rows: Rows | null = null

  constructor(interval: Interval, left: LeftSide, columns: readonly string[]) {
    this.#interval = interval
    this.#left = left
    this.#entries = new Entries(columns)
    this.#leftKey = wholeKeyer('columns' in left ? left.columns : [])
    this.#byLeft = 'columns' in left ? this.#entries.by(left.columns) : () => []
  }

  /** Takes the next point; `left` is null where it names everything, and is not looked at where there is no left side. */
  step(time: number, left: Rows | null, right: Rows): void {
    this.#point++
    this.#rows = null
    const kept = this.#applyLeft(left)
    const { from, to } = this.#interval
    const { keyOf, columns } = this.#entries
    const width = widthOf(columns)
    for (let at = 0; at < right.length; at += width) this.#witness(keyOf(right, at), right, at, time)
    for (let w = this.#young.peek(); w !== undefined && w.time <= time - from; w = this.#young.peek()) {
      this.#young.shift()
      this.#ripen(w)
    }
    if (to !== null) {
      for (let w = this.#ripe.peek(); w !== undefined && w.time < time - to; w = this.#ripe.peek()) {
        this.#ripe.shift()
        this.#leave(w)
      }
    }
    if (this.#left.kind === 'keeps' && this.#entries.size > 64 + 2 * (kept + right.length)) this.#sweep()
  }

  rows(): Rows {
    if (this.#rows !== null) return this.#rows
    const rows: number[] = []
    for (const entry of this.#entries.values()) if (this.#holds(entry)) for (const id of entry.row) rows.push(id)
    this.#rows = rows.length === 0 ? NONE : rows
    return this.#rows
  }

  get empty(): boolean {
    return this.#entries.size === 0
  }

  /** Whether, without a left side, a witness that has come will satisfy a later point of this time. */
  outlasts(time: number): boolean {
    const { from, to } = this.#interval
    const first = to === null ? -Infinity : time - to
    if (this.#ripest >= first) return true
    for (const young of this.#young) {
      if (young.time > time - from) return false
      if (young.time >= first) return true
    }
    return false
  }

  index(on: readonly string[]): Index {
    if (on.length === this.#entries.columns.length && on.every((name, i) => name === this.#entries.columns[i])) {
      const found = (key: Key) => {
        const entry = this.#entries.get(key)
        return entry !== undefined && this.#holds(entry) ? entry : undefined
      }
      return {
        has: (key) => found(key) !== undefined,
        find: (key, sink) => {
          const entry = found(key)
          if (entry !== undefined) sink(entry.row, 0)
        },
      }
    }
    const by = this.#entries.by(on)
    return {
      has: (key) => {
        for (const entry of by(key)) if (this.#holds(entry)) return true
        return false
      },
      find: (key, sink) => {
        for (const entry of by(key)) if (this.#holds(entry)) sink(entry.row, 0)
      },
    }
  }

  fork(): SinceState {
    const twin = new SinceState(this.#interval, this.#left, this.#entries.columns)
    const { entries, copyOf } = this.#entries.fork()
    twin.#entries = entries
    if ('columns' in this.#left) twin.#byLeft = entries.by(this.#left.columns)
    for (const w of this.#young) twin.#young.push({ ...w, entry: copyOf(w.entry) })
    for (const w of this.#ripe) twin.#ripe.push({ ...w, entry: copyOf(w.entry) })
    twin.#point = this.#point
    return twin
  }

  mark(keep: (id: number) => void): void {
    for (const { row } of this.#entries.values()) row.forEach(keep)
  }

  /** Gives how many keys the left side kept. */
  #applyLeft(left: Rows | null): number {
    if (!('columns' in this.#left)) {
      if (this.#left.kind === 'gates' && left?.length === 0) this.#entries.clear()
      return 0
    }
    const { kind, columns } = this.#left
    const keeps = kind === 'keeps'
    let kept = 0
    if (left === null) {
      if (!keeps) this.#entries.clear()
      else for (const entry of this.#entries.values()) kept += this.#keep(entry)
      return kept
    }
    const width = widthOf(columns)
    for (let at = 0; at < left.length; at += width) {
      for (const entry of this.#byLeft(this.#leftKey(left, at))) {
        if (keeps) kept += this.#keep(entry)
        else this.#entries.remove(entry)
      }
    }
    return kept
  }

  #keep(entry: Entry): number {
    if (entry.stamp !== this.#point - 1) return 0
    entry.stamp = this.#point
    return 1
  }

  #witness(key: Key, rows: Rows, at: number, time: number): void {
    let entry = this.#entries.get(key)
    if (entry !== undefined && this.#left.kind === 'keeps' && entry.stamp !== this.#point) {
      this.#entries.remove(entry)
      entry = undefined
    }
    // Where the window has no end, the first witness serves as long as it is not struck.
    if (entry !== undefined && this.#interval.to === null) return
    entry ??= this.#entries.add(key, rows, at)
    entry.stamp = this.#point
    entry.uses++
    const witness = { entry, point: this.#point, time }
    if (this.#interval.from === 0) this.#ripen(witness)
    else this.#young.push(witness)
  }

  #ripen(witness: Witness): void {
    if (witness.entry.dead) return
    witness.entry.at = witness.point
    this.#ripest = witness.time
    if (this.#interval.to !== null) this.#ripe.push(witness)
  }

  #leave({ entry, point }: Witness): void {
    if (entry.at === point) entry.at = -1
    entry.uses--
    if (entry.uses === 0) this.#entries.remove(entry)
  }

  #holds(entry: Entry): boolean {
    return entry.at >= 0 && (this.#left.kind !== 'keeps' || entry.stamp === this.#point)
  }

  /** Keys that the left side did not keep are struck when they are next met, or here once they are the most. */
  #sweep(): void {
    for (const entry of this.#entries.values()) if (entry.stamp !== this.#point) this.#entries.remove(entry)
  }
}
