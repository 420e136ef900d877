// Since, and once as "true since": each witness marks the time in which it counts, and no window is kept.
import type { Column, Signal, Store } from '../store.ts'
import { Marks } from './marks.ts'
import { bitsBetween, Operator, writeBits } from './operator.ts'

export class Since extends Operator {
  readonly #from: number
  readonly #to: number
  readonly #marks: Marks

  /** Holds where `right` held at a distance in [from, to] and `left` has held ever after. */
  constructor(store: Store, out: Column, inputs: readonly Signal[], from: number, to: number, marks = new Marks()) {
    super(store, out, inputs)
    this.#from = from
    this.#to = to
    this.#marks = marks
  }

  advance(): void {
    const [left, right] = this.inputs as readonly [Signal, Signal]
    const { words, done } = this.out
    const { times, mask, wordMask } = this.store
    const end = Math.min(left.column.done, right.column.done)
    const [leftWords, rightWords] = [left.column.words, right.column.words]
    for (let at = done; at < end; at = (at & -32) + 32) {
      const index = (at >>> 5) & wordMask
      const first = at & 31
      const stop = Math.min(32, end - (at & -32))
      const here = first === 0 && stop === 32 ? -1 : bitsBetween(first, stop)
      const held = leftWords[index]! ^ left.flip
      const found = rightWords[index]! ^ right.flip
      const start = times[at & mask]!
      const last = times[(at - first + stop - 1) & mask]!
      writeBits(words, index, here, this.#word(at - first, first, stop, held & here, found & here, here, start, last))
    }
    if (end > done) this.out.done = end
  }

  protected override get remembers(): boolean {
    return true
  }

  copy(out: Column, inputs: readonly Signal[]): Operator {
    return new Since(this.store, out, inputs, this.#from, this.#to, new Marks(this.#marks))
  }

  /** Most words need no look at their bits: nothing new is found, or everything is. */
  #word(
    base: number,
    first: number,
    stop: number,
    held: number,
    found: number,
    here: number,
    start: number,
    last: number,
  ): number {
    const marks = this.#marks
    if (found === 0) {
      if (held === here) {
        const over = marks.over(start, last)
        if (over !== -1) return over === 1 ? -1 : 0
      } else if (held === 0) {
        marks.clear()
        return 0
      }
    } else if (found === here && this.#from === 0) {
      // The newest witness outlasts the earlier ones.
      marks.clear()
      marks.add(last, last + this.#to)
      return -1
    }
    return this.#bits(base, first, stop, held, found)
  }

  #bits(base: number, first: number, stop: number, held: number, found: number): number {
    const marks = this.#marks
    const { times, mask } = this.store
    const [from, to] = [this.#from, this.#to]
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
