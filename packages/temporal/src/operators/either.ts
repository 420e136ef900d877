// Disjunction, 32 time-points at a time; with negated signals it is every other connective too.
import type { Column, Signal } from '../store.ts'
import { Operator } from './operator.ts'

export class Either extends Operator {
  advance(): void {
    const { out } = this
    const [left, right] = this.inputs as readonly [Signal, Signal]
    const both = Math.min(left.column.done, right.column.done)
    if (out.done < both) {
      const { wordMask } = this.store
      const [leftWords, rightWords, words] = [left.column.words, right.column.words, out.words]
      const [leftFlip, rightFlip] = [left.flip, right.flip]
      const last = (both - 1) >>> 5
      // The bits below `done` in the first word come out as they were, those from `both` on are not read.
      for (let word = out.done >>> 5; word <= last; word++) {
        const index = word & wordMask
        words[index] = (leftWords[index]! ^ leftFlip) | (rightWords[index]! ^ rightFlip)
      }
      out.done = both
    }
    this.#decideAlone(left.column.done > right.column.done ? left : right)
  }

  copy(out: Column, inputs: readonly Signal[]): Operator {
    return new Either(this.store, out, inputs)
  }

  /** Where one side is true the other need not be known. */
  #decideAlone({ column, flip }: Signal): void {
    const { out, store } = this
    while (out.done < column.done) {
      const index = (out.done >>> 5) & store.wordMask
      const bit = 1 << (out.done & 31)
      if (((column.words[index]! ^ flip) & bit) === 0) return
      out.words[index]! |= bit
      out.done++
    }
  }
}
