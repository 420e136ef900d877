// Since by a chain that passes through a given step: two numbers, the newest witness and the newest that was passed.
import { bitsBetween, Operator, writeBits } from '../operators/operator.ts'
import type { Column, Signal, Store } from '../store.ts'

/**
 * Holds where `right` held at a distance of `to` or less, `left` has held at every time-point after it up to now, and
 * `step` at one of these. `step` holds nowhere but where `left` does.
 */
export class SinceThrough extends Operator {
  readonly #to: number
  /** The last time at which the newest witness still counts; -Infinity where there is none. */
  #newest: number
  /** The same of the newest witness from before the newest step. */
  #passed: number

  constructor(
    store: Store,
    out: Column,
    inputs: readonly Signal[],
    to: number,
    newest = -Infinity,
    passed = -Infinity,
  ) {
    super(store, out, inputs)
    this.#to = to
    this.#newest = newest
    this.#passed = passed
  }

  advance(): void {
    const [left, right, step] = this.inputs as readonly [Signal, Signal, Signal]
    const { words, done } = this.out
    const { wordMask } = this.store
    const end = Math.min(left.column.done, right.column.done, step.column.done)
    for (let at = done; at < end; at = (at & -32) + 32) {
      const index = (at >>> 5) & wordMask
      const first = at & 31
      const stop = Math.min(32, end - (at & -32))
      const here = bitsBetween(first, stop)
      const broken = ~(left.column.words[index]! ^ left.flip) & here
      const found = (right.column.words[index]! ^ right.flip) & here
      const steps = (step.column.words[index]! ^ step.flip) & here
      writeBits(words, index, here, this.#word(at - first, first, stop, broken, found, steps))
    }
    if (end > done) this.out.done = end
  }

  copy(out: Column, inputs: readonly Signal[]): SinceThrough {
    return new SinceThrough(this.store, out, inputs, this.#to, this.#newest, this.#passed)
  }

  protected override get remembers(): boolean {
    return true
  }

  #word(base: number, first: number, stop: number, broken: number, found: number, steps: number): number {
    const { times, mask } = this.store
    if (steps === 0) {
      const none = this.#passed < times[(base + first) & mask]!
      if (none || (broken === 0 && this.#passed >= times[(base + stop - 1) & mask]!)) {
        const [lastFound, lastBroken] = [31 - Math.clz32(found), 31 - Math.clz32(broken)]
        if (lastFound >= lastBroken && found !== 0) this.#newest = times[(base + lastFound) & mask]! + this.#to
        else if (broken !== 0) this.#newest = -Infinity
        return none ? 0 : -1
      }
    }
    let [newest, passed] = [this.#newest, this.#passed]
    let value = 0
    for (let bit = first; bit < stop; bit++) {
      const time = times[(base + bit) & mask]!
      if (((broken >>> bit) & 1) === 1) newest = passed = -Infinity
      else if (((steps >>> bit) & 1) === 1) passed = newest
      if (((found >>> bit) & 1) === 1) newest = time + this.#to
      if (time <= passed) value |= 1 << bit
    }
    this.#newest = newest
    this.#passed = passed
    return value
  }
}
