// `historically` and `always` of tuples, over windows that hold the present: what holds now and at all other points.
import type { Interval } from '../formula.ts'
import type { Clock } from './clock.ts'
import { Fifo } from './fifo.ts'
import { ALL, drain, type Bounds, type Foresight, type Node } from './node.ts'
import { copyRow, keyer, NONE, positionsOf, wholeKeyer, widthOf, type Keyer, type Rows } from './rows.ts'
import { Runs } from './runs.ts'
import type { ClosedInterval } from './until-state.ts'

/** Rows whose run began by `start` and has not ended. */
function unbroken(rows: Rows, width: number, key: Keyer, runs: Runs, start: number): Rows {
  if (rows.length === 0) return NONE
  const out: number[] = []
  for (let at = 0; at < rows.length; at += width) {
    if (runs.start(key(rows, at)) <= start) copyRow(out, rows, at, width)
  }
  return out.length === rows.length ? rows : out
}

/** The same where the rows may be everything. */
function possiblyUnbroken(rows: Rows | typeof ALL, width: number, key: Keyer, runs: Runs, start: number): Rows | null {
  if (rows !== ALL) return unbroken(rows, width, key, runs, start)
  return runs.unseenSince(start) ? ALL : runs.rowsSince(start)
}

export class Historically implements Node {
  readonly columns: readonly string[]
  readonly delayed: boolean
  readonly #to: number | null
  readonly #arg: Node
  readonly #clock: Clock
  readonly #width: number
  readonly #key: Keyer
  readonly #runs: Runs
  readonly #window = new Fifo<{ readonly point: number; readonly time: number }>()
  #point = -1
  #rows: Rows = NONE

  constructor(interval: Interval, arg: Node, clock: Clock) {
    this.columns = arg.columns
    this.delayed = arg.delayed
    this.#to = interval.to
    this.#arg = arg
    this.#clock = clock
    this.#width = widthOf(arg.columns)
    this.#key = wholeKeyer(arg.columns)
    this.#runs = new Runs(arg.columns)
    clock.watch(() => this.#point)
  }

  ready(): boolean {
    return this.#arg.ready()
  }

  advance(): void {
    const first = this.#firstOfWindow()
    this.#arg.advance()
    this.#runs.step(this.#arg.rows())
    this.#rows = unbroken(this.#arg.rows(), this.#width, this.#key, this.#runs, first)
  }

  rows(): Rows {
    return this.#rows
  }

  index(): null {
    return null
  }

  *finish(): Generator<Bounds> {
    if (!this.delayed) return yield* drain(this)
    const [certain, possible] = [this.#runs.fork(), this.#runs.fork()]
    for (const { lower, upper } of this.#arg.finish()) {
      const first = this.#firstOfWindow()
      certain.step(lower)
      possible.step(upper)
      yield {
        lower: unbroken(lower, this.#width, this.#key, certain, first),
        upper: possiblyUnbroken(upper, this.#width, this.#key, possible, first),
      }
    }
  }

  mark(keep: (id: number) => void): void {
    this.#rows.forEach(keep)
    this.#arg.mark(keep)
    this.#runs.mark(keep)
  }

  #firstOfWindow(): number {
    const point = ++this.#point
    if (this.#to === null) return 0
    const time = this.#clock.at(point)
    this.#window.push({ point, time })
    while (this.#window.peek()!.time < time - this.#to) this.#window.shift()
    return this.#window.peek()!.point
  }
}

export class Always implements Node {
  readonly columns: readonly string[]
  readonly delayed = true
  readonly #to: number
  readonly #arg: Node
  readonly #clock: Clock
  readonly #width: number
  readonly #key: Keyer
  readonly #runs: Runs
  /** What held at the points not yet given. */
  readonly #waiting = new Fifo<Rows>()
  #read = 0
  #point = -1
  /** Where, of what held at the next point, the first row stands that is not known to have failed since. */
  #sound = 0
  #rows: Rows = NONE

  constructor(interval: ClosedInterval, arg: Node, clock: Clock) {
    this.columns = arg.columns
    this.#to = interval.to
    this.#arg = arg
    this.#clock = clock
    this.#width = widthOf(arg.columns)
    this.#key = wholeKeyer(arg.columns)
    this.#runs = new Runs(arg.columns)
    clock.watch(() => Math.min(this.#point, this.#read))
  }

  ready(): boolean {
    while (!this.#closes(this.#point + 1, this.#read) && !this.#broken()) {
      if (!this.#arg.ready()) return false
      this.#arg.advance()
      this.#runs.step(this.#arg.rows())
      if (this.#read > this.#point) this.#waiting.push(this.#arg.rows())
      this.#read++
    }
    return true
  }

  advance(): void {
    this.#rows = this.#unbroken(this.#waiting.peek() ?? NONE, this.#runs, this.#point + 1)
    this.skip()
  }

  skip(): void {
    this.#waiting.shift()
    this.#point++
    this.#sound = 0
  }

  foresee(columns: readonly string[]): Foresight {
    const key = keyer(positionsOf(this.columns, columns))
    return (rows, at) => (this.#runs.start(key(rows, at)) > this.#point + 1 ? false : null)
  }

  rows(): Rows {
    return this.#rows
  }

  index(): null {
    return null
  }

  finish(): Bounds[] {
    const [certain, possible] = [this.#runs.fork(), this.#runs.fork()]
    const waiting: Bounds[] = [...this.#waiting].map((rows) => ({ lower: rows, upper: rows }))
    const bounds: Bounds[] = []
    const give = (closed: boolean) => {
      const { lower, upper } = waiting[bounds.length]!
      const point = ++this.#point
      bounds.push({
        lower: closed ? this.#unbroken(lower, certain, point) : NONE,
        upper: possiblyUnbroken(upper, this.#width, this.#key, possible, point),
      })
    }
    for (const one of this.#arg.finish()) {
      while (this.#closes(this.#point + 1, this.#read)) give(true)
      certain.step(one.lower)
      possible.step(one.upper)
      if (this.#read > this.#point) waiting.push(one)
      this.#read++
    }
    while (bounds.length < waiting.length) give(false)
    return bounds
  }

  mark(keep: (id: number) => void): void {
    this.#rows.forEach(keep)
    this.#arg.mark(keep)
    this.#runs.mark(keep)
    for (const rows of this.#waiting) rows.forEach(keep)
  }

  /** Whether the time of the point that would be read next lies beyond the window of a point. */
  #closes(point: number, read: number): boolean {
    return read < this.#clock.length && this.#clock.at(read) > this.#clock.at(point) + this.#to
  }

  /** Whether all that held at the next point has failed since. */
  #broken(): boolean {
    const rows = this.#waiting.peek()
    if (rows === undefined) return false
    while (this.#sound < rows.length && this.#runs.start(this.#key(rows, this.#sound)) > this.#point + 1) {
      this.#sound += this.#width
    }
    return this.#sound >= rows.length
  }

  #unbroken(rows: Rows, runs: Runs, point: number): Rows {
    return unbroken(rows, this.#width, this.#key, runs, point)
  }
}
