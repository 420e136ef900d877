// `prev` and `next`: the neighbour's rows, where it is near enough in time.
import type { Interval } from '../formula.ts'
import type { Clock } from './clock.ts'
import type { Bounds, Foresight, Node } from './node.ts'
import { Part } from './part.ts'
import { NONE, type Rows } from './rows.ts'

const NOTHING: Bounds = { lower: NONE, upper: NONE }

const within = ({ from, to }: Interval, distance: number) => distance >= from && (to === null || distance <= to)

/** Reads one point behind. */
export class Prev implements Node {
  readonly columns: readonly string[]
  readonly delayed: boolean
  readonly #interval: Interval
  readonly #arg: Part
  readonly #clock: Clock
  #point = -1
  #rows: Rows = NONE

  constructor(interval: Interval, arg: Node, clock: Clock) {
    this.columns = arg.columns
    this.delayed = arg.delayed
    this.#interval = interval
    this.#arg = new Part(arg)
    this.#clock = clock
    clock.watch(() => this.#point)
  }

  ready(): boolean {
    const next = this.#point + 1
    if (next >= this.#clock.length) return false
    return next === 0 || this.#arg.known() || !this.#near(next)
  }

  advance(): void {
    const near = this.#near(this.#point + 1)
    this.#rows = near ? this.#arg.rows() : NONE
    this.skip()
  }

  skip(): void {
    if (++this.#point > 0) this.#arg.pass()
  }

  foresee(columns: readonly string[]): Foresight {
    const ahead = this.#arg.foresee(columns)
    return (rows, at) => ahead(rows, at)
  }

  rows(): Rows {
    return this.#rows
  }

  index(): null {
    return null
  }

  *finish(): Generator<Bounds> {
    const args = this.#arg.finish()
    while (++this.#point < this.#clock.length) {
      const before = this.#point === 0 ? undefined : args.next().value
      yield before && this.#near(this.#point) ? before : NOTHING
    }
  }

  mark(keep: (id: number) => void): void {
    this.#rows.forEach(keep)
    this.#arg.mark(keep)
  }

  #near(point: number): boolean {
    return point > 0 && within(this.#interval, this.#clock.at(point) - this.#clock.at(point - 1))
  }
}

/** Reads one point ahead. */
export class Next implements Node {
  readonly columns: readonly string[]
  readonly delayed = true
  readonly #interval: Interval
  readonly #arg: Part
  readonly #clock: Clock
  #begun = false
  #point = -1
  #rows: Rows = NONE

  constructor(interval: Interval, arg: Node, clock: Clock) {
    this.columns = arg.columns
    this.#interval = interval
    this.#arg = new Part(arg)
    this.#clock = clock
    clock.watch(() => this.#point)
  }

  ready(): boolean {
    if (this.#point + 2 >= this.#clock.length) return false
    this.#begin()
    return this.#arg.known() || !this.#near(this.#point + 1)
  }

  advance(): void {
    const near = this.#near(this.#point + 1)
    this.#rows = near ? this.#arg.rows() : NONE
    this.skip()
  }

  skip(): void {
    this.#begin()
    this.#point++
    this.#arg.pass()
  }

  foresee(columns: readonly string[]): Foresight {
    const ahead = this.#arg.foresee(columns)
    return (rows, at) => (this.#begun ? ahead(rows, at) : null)
  }

  rows(): Rows {
    return this.#rows
  }

  index(): null {
    return null
  }

  *finish(): Generator<Bounds> {
    this.#begin()
    const args = this.#arg.finish()
    while (++this.#point < this.#clock.length) {
      const after = args.next().value
      yield after && this.#near(this.#point) ? after : NOTHING
    }
  }

  mark(keep: (id: number) => void): void {
    this.#rows.forEach(keep)
    this.#arg.mark(keep)
  }

  /** Of its part, the first point is passed over. */
  #begin(): void {
    if (!this.#begun) this.#arg.pass()
    this.#begun = true
  }

  #near(point: number): boolean {
    return within(this.#interval, this.#clock.at(point + 1) - this.#clock.at(point))
  }
}
