// `left since right` and `once right`, read point by point.
import type { Interval } from '../formula.ts'
import type { Clock } from './clock.ts'
import type { LeftSide } from './left-side.ts'
import { ALL, bothBounds, drain, everything, type Bounds, type Index, type Node } from './node.ts'
import { Part } from './part.ts'
import { HOLDS, NONE, type Rows } from './rows.ts'
import { SinceState } from './since-state.ts'

export class Since implements Node {
  readonly columns: readonly string[]
  readonly delayed: boolean
  readonly #interval: Interval
  readonly #side: LeftSide
  readonly #left: Part | null
  readonly #right: Part
  readonly #clock: Clock
  readonly #state: SinceState
  /** Whether older points may decide one of which nothing is known yet. */
  readonly #foregone: boolean
  /** What they decided. */
  #verdict: Rows = NONE
  /** How many points have been read. */
  #read = 0
  #point = -1

  constructor(interval: Interval, side: LeftSide, left: Node | null, right: Node, clock: Clock) {
    this.columns = right.columns
    this.delayed = right.delayed || (left?.delayed ?? false)
    this.#interval = interval
    this.#side = side
    this.#left = left === null ? null : new Part(left)
    this.#right = new Part(right)
    this.#clock = clock
    this.#state = new SinceState(interval, side, right.columns)
    this.#foregone = this.delayed && left === null && right.columns.length === 0
    clock.watch(() => Math.min(this.#read, this.#point + 1))
  }

  ready(): boolean {
    const next = this.#point + 1
    while (this.#read <= next) {
      if (!this.#right.known() || !this.#leftKnown()) {
        return this.#foregone && next < this.#clock.length && this.#settled(this.#clock.at(next))
      }
      const left = this.#left?.reached === true ? this.#left.rows() : NONE
      this.#state.step(this.#clock.at(this.#read++), left, this.#right.rows())
      this.#left?.pass()
      this.#right.pass()
    }
    return true
  }

  advance(): void {
    this.#point++
  }

  skip(): void {
    this.#point++
  }

  rows(): Rows {
    return this.#read > this.#point ? this.#state.rows() : this.#verdict
  }

  index(on: readonly string[]): Index | null {
    return this.#foregone ? null : this.#state.index(on)
  }

  *finish(): Generator<Bounds> {
    if (!this.delayed) return yield* drain(this)
    const lefts = this.#left?.finish()
    const [certain, possible] = [this.#state.fork(), this.#state.fork()]
    const { from, to } = this.#interval
    const next = this.#point + 1
    let unseen: number[] = []
    if (this.#read > next) yield { lower: this.#state.rows(), upper: this.#state.rows() }
    for (const right of this.#right.finish()) {
      const time = this.#clock.at(this.#read)
      const { lower, upper } = bothBounds(lefts?.next().value ?? undefined, right, this.#side.kind === 'strikes')
      certain.step(time, ...lower)
      possible.step(time, upper[0], upper[1] ?? NONE)
      if (upper[0]?.length === 0 && (this.#side.kind === 'gates' || this.#side.kind === 'keeps')) unseen = []
      if (upper[1] === ALL) unseen.push(time)
      if (this.#read++ < next) continue
      const open = unseen.some((then) => time - then >= from && (to === null || time - then <= to))
      yield { lower: certain.rows(), upper: open ? everything(this.columns) : possible.rows() }
    }
  }

  mark(keep: (id: number) => void): void {
    this.#left?.mark(keep)
    this.#right.mark(keep)
    this.#state.mark(keep)
  }

  /** Whether, without a left side, a witness will serve until then, or none that is still to be read can be so old. */
  #settled(time: number): boolean {
    const outlasts = this.#state.outlasts(time)
    this.#verdict = outlasts ? HOLDS : NONE
    return outlasts || this.#clock.at(this.#read) > time - this.#interval.from
  }

  /** Whether the left side is known, or has nothing to strike that still matters. */
  #leftKnown(): boolean {
    if (this.#left === null || this.#left.known() || this.#state.empty) return true
    return this.columns.length === 0 && this.#interval.from === 0 && this.#right.rows().length > 0
  }
}
