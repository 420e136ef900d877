// Since with an interval that begins in the past: each witness marks the time in which it will count; no window is kept.
import type { Column, Signal, Store } from '../store.ts'
import { Marks } from './marks.ts'
import { Since } from './since.ts'

export class Earlier extends Since {
  readonly #from: number
  readonly #to: number
  readonly #marks: Marks

  constructor(store: Store, out: Column, inputs: readonly Signal[], from: number, to: number, marks = new Marks()) {
    super(store, out, inputs)
    this.#from = from
    this.#to = to
    this.#marks = marks
  }

  copy(out: Column, inputs: readonly Signal[]): Earlier {
    return new Earlier(this.store, out, inputs, this.#from, this.#to, new Marks(this.#marks))
  }

  protected word(base: number, first: number, stop: number, here: number, held: number, found: number): number {
    const marks = this.#marks
    const { times, mask } = this.store
    const [from, to] = [this.#from, this.#to]
    if (found === 0) {
      if (held === here) {
        const over = marks.over(times[(base + first) & mask]!, times[(base + stop - 1) & mask]!)
        if (over !== -1) return over === 1 ? -1 : 0
      } else if (held === 0) {
        marks.clear()
        return 0
      }
    }
    let value = 0
    for (let bit = first; bit < stop; bit++) {
      const time = times[(base + bit) & mask]!
      if (((held >>> bit) & 1) === 0) marks.clear()
      if (((found >>> bit) & 1) === 1) marks.add(time + from, time + to)
      if (marks.has(time)) value |= 1 << bit
    }
    return value
  }
}
