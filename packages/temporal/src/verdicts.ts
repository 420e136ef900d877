// Verdicts that were just decided: consecutive time-points, read without copying.
import type { Column, Signal, Store } from './store.ts'

/** Positions go from `from` up to, not including, `to`; all of it holds only while it is handed over. */
export class Verdicts {
  readonly #store: Store
  #from = 0
  #to = 0
  #flip = 0
  #lower: Column
  #upper: Column

  constructor(store: Store, { column, flip }: Signal) {
    this.#store = store
    this.#lower = column
    this.#upper = column
    this.#flip = flip
  }

  get from(): number {
    return this.#from
  }

  get to(): number {
    return this.#to
  }

  /** Which time-point of the trace a position is, from 0. */
  index(position: number): number {
    return this.#store.base + position
  }

  time(position: number): number {
    return this.#store.times[position & this.#store.mask]!
  }

  /** Null where the trace ended without deciding. */
  value(position: number): boolean | null {
    const word = (position >>> 5) & this.#store.wordMask
    const lower = (((this.#lower.words[word]! ^ this.#flip) >>> (position & 31)) & 1) === 1
    if (this.#lower === this.#upper || lower) return lower
    return (((this.#upper.words[word]! ^ this.#flip) >>> (position & 31)) & 1) === 1 ? null : false
  }

  /** The first position from `position` on whose verdict is false; `to` where there is none. */
  nextFalse(position: number): number {
    // What is false may not even be true.
    const { words } = this.#upper
    for (let at = position; at < this.#to; at = (at & -32) + 32) {
      const rest = ~(words[(at >>> 5) & this.#store.wordMask]! ^ this.#flip) >>> (at & 31)
      if (rest !== 0) return Math.min(this.#to, at + 31 - Math.clz32(rest & -rest))
    }
    return this.#to
  }

  /** The next run of decided time-points, ending before `to`. */
  extend(to: number): void {
    this.#from = this.#to
    this.#to = to
  }

  /** From here on a verdict lies between what is certainly and what is possibly true. */
  split(lower: Column, upper: Column): void {
    this.#lower = lower
    this.#upper = upper
  }

  shift(by: number): void {
    this.#from -= by
    this.#to -= by
  }
}
