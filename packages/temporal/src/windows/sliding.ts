// An aggregate over the values whose time lies within an interval before now.
import { Fifo } from '../first-order/fifo.ts'
import type { Interval } from '../formula.ts'
import type { Aggregate } from './aggregate.ts'

/** What all windows have in common, whatever they make of their values. Times never go back, neither in nor out. */
export interface Window<V, Result> {
  /** Takes a value at a time. */
  add(time: number, value: V): void
  /** The aggregate at a time, of the values added so far whose distance from it lies within the interval. */
  at(now: number): Result
  /** Whether it holds nothing that could count at `now` or later. */
  idle(now: number): boolean
}

interface Dated<Part> {
  readonly time: number
  part: Part
}

/**
 * Amortised constant time for each value, whatever the interval: two stacks make a queue whose parts are never taken
 * out of a total, so that any associative aggregate will do (a queue from two stacks is folklore; its use for
 * windows is described by Tangwongsan, Hirzel and Schneider, "Low-Latency Sliding-Window Aggregation in Worst-Case
 * Constant Time", 2017). Values of the same time take one place.
 */
export class SlidingWindow<V, Part, Result> implements Window<V, Result> {
  readonly #interval: Interval
  readonly #aggregate: Aggregate<V, Part, Result>
  /** Too young for the interval yet. */
  readonly #young = new Fifo<Dated<Part>>()
  #latest: Dated<Part> | undefined
  /** The older ones, the oldest last, each with the total of itself and all that are younger here. */
  readonly #older: Dated<Part>[] = []
  #newer: Dated<Part>[] = []
  #newerTotal: Part
  /** Something counts that will never leave, for the interval has no end. */
  #forGood = false

  constructor(interval: Interval, aggregate: Aggregate<V, Part, Result>) {
    this.#interval = interval
    this.#aggregate = aggregate
    this.#newerTotal = aggregate.empty
  }

  add(time: number, value: V): void {
    const part = this.#aggregate.of(value)
    if (this.#latest?.time === time && this.#young.size > 0) {
      this.#latest.part = this.#aggregate.combine(this.#latest.part, part)
      return
    }
    this.#latest = { time, part }
    this.#young.push(this.#latest)
  }

  at(now: number): Result {
    this.#move(now)
    const { combine, result, empty } = this.#aggregate
    return result(combine(this.#older.at(-1)?.part ?? empty, this.#newerTotal))
  }

  idle(now: number): boolean {
    this.#move(now)
    return !this.#forGood && this.#young.size + this.#older.length + this.#newer.length === 0
  }

  #move(now: number): void {
    const { from, to } = this.#interval
    const { combine } = this.#aggregate
    for (let next = this.#young.peek(); next !== undefined && next.time <= now - from; next = this.#young.peek()) {
      this.#young.shift()
      this.#newerTotal = combine(this.#newerTotal, next.part)
      if (to === null) this.#forGood = true
      else this.#newer.push(next)
    }
    if (to === null) return
    for (let oldest = this.#oldest(); oldest !== undefined && oldest.time < now - to; oldest = this.#oldest()) {
      this.#older.pop()
    }
  }

  /** Turns the younger stack over onto the older one once that is empty. */
  #oldest(): Dated<Part> | undefined {
    if (this.#older.length === 0 && this.#newer.length > 0) {
      const { combine, empty } = this.#aggregate
      let total = empty
      for (const { time, part } of this.#newer.toReversed()) {
        total = combine(part, total)
        this.#older.push({ time, part: total })
      }
      this.#newer = []
      this.#newerTotal = empty
    }
    return this.#older.at(-1)
  }
}
