// For how long each key has been named without a break, one point after the other.
import { wholeKeyer, widthOf, type Key, type Keyer, type Rows } from './rows.ts'

interface Run {
  readonly row: Rows
  start: number
  last: number
}

export class Runs {
  readonly #columns: readonly string[]
  readonly #width: number
  readonly #key: Keyer
  readonly #runs = new Map<Key, Run>()
  #point = -1
  /** Since when everything has been named, if it was at the latest point. */
  #everything: number | null = null

  constructor(columns: readonly string[]) {
    this.#columns = columns
    this.#width = widthOf(columns)
    this.#key = wholeKeyer(columns)
  }

  /** Takes the next point; null where it names everything. */
  step(rows: Rows | null): void {
    const point = ++this.#point
    if (rows === null) {
      this.#everything ??= point
      for (const run of this.#runs.values()) if (run.last === point - 1) run.last = point
      return
    }
    for (let at = 0; at < rows.length; at += this.#width) {
      const key = this.#key(rows, at)
      const run = this.#runs.get(key)
      if (run === undefined) {
        const row = rows.slice(at, at + this.#width)
        this.#runs.set(key, { row, start: this.#everything ?? point, last: point })
      } else if (run.last === point - 1) run.last = point
      else if (run.last !== point) {
        // Begun anew, it goes to the end: runs stand in the order in which they began.
        this.#runs.delete(key)
        this.#runs.set(key, { row: run.row, start: this.#everything ?? point, last: point })
      }
    }
    this.#everything = null
    if (this.#runs.size > 64 + 2 * rows.length) this.#sweep()
  }

  /** The first point of the unbroken run that ends at the latest point; the next point where there is none. */
  start(key: Key): number {
    const run = this.#runs.get(key)
    if (run !== undefined && run.last === this.#point) return run.start
    return this.#everything ?? this.#point + 1
  }

  /** The earliest start of any key, be it one never seen. */
  earliest(): number {
    const otherwise = this.#everything ?? this.#point + 1
    for (const [key, { start, last }] of this.#runs) {
      if (last === this.#point) return Math.min(start, otherwise)
      this.#runs.delete(key)
    }
    return otherwise
  }

  /** Whether values never seen have been named from `start` on. */
  unseenSince(start: number): boolean {
    return this.#everything !== null && this.#everything <= start
  }

  /** The rows seen that have been named from `start` on. */
  rowsSince(start: number): Rows {
    const rows: number[] = []
    for (const run of this.#runs.values()) {
      if (run.last === this.#point && run.start <= start) for (const id of run.row) rows.push(id)
    }
    return rows
  }

  fork(): Runs {
    const twin = new Runs(this.#columns)
    for (const [key, run] of this.#runs) twin.#runs.set(key, { ...run })
    twin.#point = this.#point
    twin.#everything = this.#everything
    return twin
  }

  mark(keep: (id: number) => void): void {
    for (const { row } of this.#runs.values()) row.forEach(keep)
  }

  #sweep(): void {
    for (const [key, run] of this.#runs) if (run.last !== this.#point) this.#runs.delete(key)
  }
}
