// `left since right` and `once right`, read point by point.
import type { Interval } from '../formula.ts'
import type { Clock } from './clock.ts'
import type { LeftSide } from './left-side.ts'
import { ALL, bothBounds, drain, everything, type Bounds, type Index, type Node } from './node.ts'
import { NONE, type Rows } from './rows.ts'
import { SinceState } from './since-state.ts'

export class Since implements Node {
  readonly columns: readonly string[]
  readonly delayed: boolean
  readonly #interval: Interval
  readonly #side: LeftSide
  readonly #left: Node | null
  readonly #right: Node
  readonly #clock: Clock
  readonly #state: SinceState
  #point = -1

  constructor(interval: Interval, side: LeftSide, left: Node | null, right: Node, clock: Clock) {
    this.columns = right.columns
    this.delayed = right.delayed || (left?.delayed ?? false)
    this.#interval = interval
    this.#side = side
    this.#left = left
    this.#right = right
    this.#clock = clock
    this.#state = new SinceState(interval, side, right.columns)
  }

  ready(): boolean {
    return this.#right.ready() && (this.#left === null || this.#left.ready())
  }

  advance(): void {
    this.#point++
    this.#left?.advance()
    this.#right.advance()
    this.#state.step(this.#clock.at(this.#point), this.#left === null ? NONE : this.#left.rows(), this.#right.rows())
  }

  rows(): Rows {
    return this.#state.rows()
  }

  index(on: readonly string[]): Index {
    return this.#state.index(on)
  }

  finish(): Bounds[] {
    if (!this.delayed) return drain(this)
    const lefts = this.#left?.finish()
    const [certain, possible] = [this.#state.fork(), this.#state.fork()]
    const { from, to } = this.#interval
    let unseen: number[] = []
    return this.#right.finish().map((right, i) => {
      const time = this.#clock.at(++this.#point)
      const { lower, upper } = bothBounds(lefts?.[i], right, this.#side.kind === 'strikes')
      certain.step(time, ...lower)
      possible.step(time, upper[0], upper[1] ?? NONE)
      if (upper[0]?.length === 0 && (this.#side.kind === 'gates' || this.#side.kind === 'keeps')) unseen = []
      if (upper[1] === ALL) unseen.push(time)
      const open = unseen.some((then) => time - then >= from && (to === null || time - then <= to))
      return { lower: certain.rows(), upper: open ? everything(this.columns) : possible.rows() }
    })
  }

  mark(keep: (id: number) => void): void {
    this.#left?.mark(keep)
    this.#right.mark(keep)
    this.#state.mark(keep)
  }
}
