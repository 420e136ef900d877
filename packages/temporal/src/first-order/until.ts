// `left until right` and `eventually right`, each point given once its window has closed.
import type { Clock } from './clock.ts'
import type { LeftSide } from './left-side.ts'
import { bothBounds, everything, type Bounds, type Index, type Node } from './node.ts'
import { NONE, type Rows } from './rows.ts'
import { UntilState, type ClosedInterval } from './until-state.ts'

export class Until implements Node {
  readonly columns: readonly string[]
  readonly delayed = true
  readonly #side: LeftSide
  readonly #left: Node | null
  readonly #right: Node
  readonly #clock: Clock
  readonly #state: UntilState
  #point = -1

  constructor(interval: ClosedInterval, side: LeftSide, left: Node | null, right: Node, clock: Clock) {
    this.columns = right.columns
    this.#side = side
    this.#left = left
    this.#right = right
    this.#clock = clock
    this.#state = new UntilState(interval, side, right.columns, clock)
  }

  ready(): boolean {
    while (!this.#state.decided()) {
      if (!this.#right.ready() || (this.#left !== null && !this.#left.ready())) return false
      this.#left?.advance()
      this.#right.advance()
      this.#state.read(this.#left === null ? NONE : this.#left.rows(), this.#right.rows())
    }
    return true
  }

  advance(): void {
    this.#point++
    this.#state.advance()
  }

  rows(): Rows {
    return this.#state.rows()
  }

  index(on: readonly string[]): Index {
    return this.#state.index(on)
  }

  finish(): Bounds[] {
    const lefts = this.#left?.finish()
    const [certain, possible] = [this.#state.fork(), this.#state.fork()]
    for (const [i, right] of this.#right.finish().entries()) {
      const { lower, upper } = bothBounds(lefts?.[i], right, this.#side.kind === 'strikes')
      certain.read(...lower)
      possible.read(...upper)
    }
    const bounds: Bounds[] = []
    while (++this.#point < this.#clock.length) {
      certain.advance()
      possible.advance()
      bounds.push({ lower: certain.rows(), upper: possible.open() ? everything(this.columns) : possible.rows() })
    }
    return bounds
  }

  mark(keep: (id: number) => void): void {
    this.#left?.mark(keep)
    this.#right.mark(keep)
    this.#state.mark(keep)
  }
}
