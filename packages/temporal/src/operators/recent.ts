// Since with an interval that begins now: only the newest witness counts, so all that is kept is when it stops counting.
import type { Column, Signal, Store } from '../store.ts'
import { Since } from './since.ts'

export class Recent extends Since {
  readonly #to: number
  /** The last time at which the newest witness still counts; -Infinity where none does. */
  #counts: number

  constructor(store: Store, out: Column, inputs: readonly Signal[], to: number, counts = -Infinity) {
    super(store, out, inputs)
    this.#to = to
    this.#counts = counts
  }

  copy(out: Column, inputs: readonly Signal[]): Recent {
    return new Recent(this.store, out, inputs, this.#to, this.#counts)
  }

  protected word(base: number, first: number, stop: number, here: number, held: number, found: number): number {
    if (this.#to === Infinity) return this.#everSince(first, stop, held, found)
    const { times, mask } = this.store
    if (found === 0) {
      if (this.#counts < times[(base + first) & mask]!) return 0
      if (held === here && this.#counts >= times[(base + stop - 1) & mask]!) return -1
    } else if (found === here) {
      this.#counts = times[(base + stop - 1) & mask]! + this.#to
      return -1
    }
    let counts = this.#counts
    let value = 0
    for (let bit = first; bit < stop; bit++) {
      const time = times[(base + bit) & mask]!
      if (((found >>> bit) & 1) === 1) counts = time + this.#to
      else if (((held >>> bit) & 1) === 0) counts = -Infinity
      if (time <= counts) value |= 1 << bit
    }
    this.#counts = counts
    return value
  }

  /** Without an end times do not matter: each witness runs on through the bits that held, doubling its reach. */
  #everSince(first: number, stop: number, held: number, found: number): number {
    let value = this.#counts === Infinity ? found | (held & (1 << first)) : found
    let through = held
    for (let reach = 1; reach < 32; reach *= 2) {
      value |= through & (value << reach)
      through &= through << reach
    }
    this.#counts = ((value >>> (stop - 1)) & 1) === 1 ? Infinity : -Infinity
    return value
  }
}
