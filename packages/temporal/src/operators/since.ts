// Since, and once as "true since", a word of time-points at a time.
import type { Signal } from '../store.ts'
import { bitsBetween, Operator, writeBits } from './operator.ts'

/** Holds where its second argument held at a distance within the interval and its first has held ever after. */
export abstract class Since extends Operator {
  advance(): void {
    const [left, right] = this.inputs as readonly [Signal, Signal]
    const { words, done } = this.out
    const { wordMask } = this.store
    const end = Math.min(left.column.done, right.column.done)
    const [leftWords, rightWords] = [left.column.words, right.column.words]
    for (let at = done; at < end; at = (at & -32) + 32) {
      const index = (at >>> 5) & wordMask
      const first = at & 31
      const stop = Math.min(32, end - (at & -32))
      const here = first === 0 && stop === 32 ? -1 : bitsBetween(first, stop)
      const held = (leftWords[index]! ^ left.flip) & here
      const found = (rightWords[index]! ^ right.flip) & here
      writeBits(words, index, here, this.word(at - first, first, stop, here, held, found))
    }
    if (end > done) this.out.done = end
  }

  /**
   * The values of the positions from `base + first` up to, not including, `base + stop`: those are the bits of `here`.
   * `held` and `found` are the values of the arguments there, and zero elsewhere.
   */
  protected abstract word(base: number, first: number, stop: number, here: number, held: number, found: number): number

  protected override get remembers(): boolean {
    return true
  }
}
