// `prev` and `next`: the neighbour's rows, where it is near enough in time.
import type { Interval } from '../formula.ts'
import type { Clock } from './clock.ts'
import type { Bounds, Node } from './node.ts'
import { NONE, type Rows } from './rows.ts'

const NOTHING: Bounds = { lower: NONE, upper: NONE }

const within = ({ from, to }: Interval, distance: number) => distance >= from && (to === null || distance <= to)

/** Reads one point behind. */
export class Prev implements Node {
  readonly columns: readonly string[]
  readonly delayed: boolean
  readonly #interval: Interval
  readonly #arg: Node
  readonly #clock: Clock
  #point = -1
  #rows: Rows = NONE

  constructor(interval: Interval, arg: Node, clock: Clock) {
    this.columns = arg.columns
    this.delayed = arg.delayed
    this.#interval = interval
    this.#arg = arg
    this.#clock = clock
  }

  ready(): boolean {
    return this.#point + 1 < this.#clock.length && (this.#point === -1 || this.#arg.ready())
  }

  advance(): void {
    const point = ++this.#point
    if (point === 0) return
    this.#arg.advance()
    this.#rows = this.#near(point) ? this.#arg.rows() : NONE
  }

  rows(): Rows {
    return this.#rows
  }

  index(): null {
    return null
  }

  finish(): Bounds[] {
    const bounds: Bounds[] = []
    const args = this.#arg.finish()
    let read = 0
    while (++this.#point < this.#clock.length) {
      const before = this.#point === 0 ? NOTHING : args[read++]!
      bounds.push(this.#point > 0 && this.#near(this.#point) ? before : NOTHING)
    }
    return bounds
  }

  mark(keep: (id: number) => void): void {
    this.#arg.mark(keep)
  }

  #near(point: number): boolean {
    return within(this.#interval, this.#clock.at(point) - this.#clock.at(point - 1))
  }
}

/** Reads one point ahead. */
export class Next implements Node {
  readonly columns: readonly string[]
  readonly delayed = true
  readonly #interval: Interval
  readonly #arg: Node
  readonly #clock: Clock
  #begun = false
  #point = -1
  #rows: Rows = NONE

  constructor(interval: Interval, arg: Node, clock: Clock) {
    this.columns = arg.columns
    this.#interval = interval
    this.#arg = arg
    this.#clock = clock
  }

  ready(): boolean {
    if (!this.#begun && this.#arg.ready()) {
      this.#arg.advance()
      this.#begun = true
    }
    return this.#begun && this.#point + 2 < this.#clock.length && this.#arg.ready()
  }

  advance(): void {
    const point = ++this.#point
    this.#arg.advance()
    this.#rows = this.#near(point) ? this.#arg.rows() : NONE
  }

  rows(): Rows {
    return this.#rows
  }

  index(): null {
    return null
  }

  finish(): Bounds[] {
    const bounds: Bounds[] = []
    const args = this.#arg.finish()
    let read = this.#begun ? 0 : 1
    while (++this.#point < this.#clock.length) {
      const after = args[read++]
      bounds.push(after !== undefined && this.#near(this.#point) ? after : NOTHING)
    }
    return bounds
  }

  mark(keep: (id: number) => void): void {
    this.#arg.mark(keep)
  }

  #near(point: number): boolean {
    return within(this.#interval, this.#clock.at(point + 1) - this.#clock.at(point))
  }
}
