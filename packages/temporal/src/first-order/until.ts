// `left until right` and `eventually right`, each point given once nothing to come can change it.
import type { Clock } from './clock.ts'
import type { LeftSide } from './left-side.ts'
import { everything, type Bounds, type Foresight, type Index, type Node } from './node.ts'
import { Part } from './part.ts'
import { HOLDS, NONE, type Rows } from './rows.ts'
import { UntilState, type ClosedInterval } from './until-state.ts'

const TRUE: Bounds = { lower: HOLDS, upper: HOLDS }

export class Until implements Node {
  readonly columns: readonly string[]
  readonly delayed = true
  readonly #side: LeftSide
  readonly #left: Part | null
  readonly #right: Part
  readonly #clock: Clock
  readonly #state: UntilState
  /** Whether the point that the state is at has been taken. */
  #taken = false

  constructor(interval: ClosedInterval, side: LeftSide, left: Node | null, right: Node, clock: Clock) {
    this.columns = right.columns
    this.#side = side
    this.#left = left === null ? null : new Part(left)
    this.#right = new Part(right)
    this.#clock = clock
    this.#state = new UntilState(interval, side, right.columns, clock)
    clock.watch(() => this.#state.earliestPoint)
  }

  ready(): boolean {
    this.#leave()
    const state = this.#state
    while (!state.decided()) {
      const { leftIsNext } = state
      const side = leftIsNext ? this.#left! : this.#right
      const known = side.known()
      if (!known && (leftIsNext || !state.tooNear())) return false
      const rows = known ? side.rows() : NONE
      if (leftIsNext) state.readLeft(rows)
      else state.readRight(rows)
      side.pass()
    }
    return true
  }

  advance(): void {
    this.#taken = true
  }

  skip(): void {
    this.#leave()
    this.#taken = true
  }

  some(): boolean {
    this.#leave()
    return this.#state.some
  }

  foresee(columns: readonly string[]): Foresight {
    const ahead = this.#state.foresee(columns)
    return (rows, at) => {
      this.#leave()
      return ahead(rows, at)
    }
  }

  rows(): Rows {
    return this.#state.rows()
  }

  index(on: readonly string[]): Index {
    return this.#state.index(on)
  }

  *finish(): Generator<Bounds> {
    this.#leave()
    const lefts = this.#left?.finish()
    const [certain, possible] = [this.#state.fork(), this.#state.fork()]
    const readLeft = () => {
      if (!certain.leftIsNext) return
      const { lower, upper } = lefts?.next().value ?? TRUE
      const strikes = this.#side.kind === 'strikes'
      certain.readLeft(strikes ? upper : lower)
      possible.readLeft(strikes ? lower : upper)
    }
    readLeft()
    for (const { lower, upper } of this.#right.finish()) {
      certain.readRight(lower)
      possible.readRight(upper)
      readLeft()
    }
    for (let point = this.#state.present; point < this.#clock.length; point++) {
      yield { lower: certain.rows(), upper: possible.open() ? everything(this.columns) : possible.rows() }
      certain.leave()
      possible.leave()
    }
  }

  mark(keep: (id: number) => void): void {
    this.#left?.mark(keep)
    this.#right.mark(keep)
    this.#state.mark(keep)
  }

  #leave(): void {
    if (this.#taken) this.#state.leave()
    this.#taken = false
  }
}
