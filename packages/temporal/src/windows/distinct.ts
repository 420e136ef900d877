// How many different values lie within an interval before now.
import { Fifo } from '../first-order/fifo.ts'
import type { Interval, Value } from '../formula.ts'
import type { Window } from './sliding.ts'

interface Seen {
  readonly time: number
  readonly value: Value
}

export class DistinctWindow implements Window<Value, number> {
  readonly #interval: Interval
  readonly #young = new Fifo<Seen>()
  readonly #ripe = new Fifo<Seen>()
  /** Of each value within the interval, its latest. */
  readonly #latest = new Map<Value, Seen>()

  constructor(interval: Interval) {
    this.#interval = interval
  }

  add(time: number, value: Value): void {
    if (this.#latest.get(value)?.time === time) return
    const seen = { time, value }
    if (this.#interval.from === 0) this.#ripen(seen)
    else this.#young.push(seen)
  }

  at(now: number): number {
    const { from, to } = this.#interval
    for (let next = this.#young.peek(); next !== undefined && next.time <= now - from; next = this.#young.peek()) {
      this.#young.shift()
      this.#ripen(next)
    }
    if (to === null) return this.#latest.size
    for (let oldest = this.#ripe.peek(); oldest !== undefined && oldest.time < now - to; oldest = this.#ripe.peek()) {
      this.#ripe.shift()
      if (this.#latest.get(oldest.value) === oldest) this.#latest.delete(oldest.value)
    }
    return this.#latest.size
  }

  idle(now: number): boolean {
    return this.at(now) + this.#young.size === 0
  }

  #ripen(seen: Seen): void {
    if (this.#interval.to !== null) this.#ripe.push(seen)
    this.#latest.set(seen.value, seen)
  }
}
