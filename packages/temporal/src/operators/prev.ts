// What held at the time-point before, if that lies at a distance within the interval; false at the first.
import type { Column, Signal, Store } from '../store.ts'
import { bitsBetween, Operator, writeBits } from './operator.ts'

export class Prev extends Operator {
  readonly #from: number
  readonly #to: number

  constructor(store: Store, out: Column, inputs: readonly Signal[], from: number, to: number) {
    super(store, out, inputs)
    this.#from = from
    this.#to = to
  }

  advance(): void {
    const { column, flip } = this.inputs[0]!
    const { words, done } = this.out
    const { wordMask } = this.store
    const anyTime = this.#from === 0 && this.#to === Infinity
    for (let at = done; at < column.done; at = (at & -32) + 32) {
      const word = at >>> 5
      const here = bitsBetween(at & 31, Math.min(32, column.done - (at & -32)))
      const carried = word === 0 ? 0 : (column.words[(word - 1) & wordMask]! ^ flip) >>> 31
      const shifted = (((column.words[word & wordMask]! ^ flip) << 1) | carried) & here
      writeBits(words, word & wordMask, here, anyTime ? shifted : this.#near(word << 5, shifted))
    }
    if (column.done > done) this.out.done = column.done
  }

  copy(out: Column, inputs: readonly Signal[]): Operator {
    return new Prev(this.store, out, inputs, this.#from, this.#to)
  }

  #near(base: number, shifted: number): number {
    const { times, mask } = this.store
    let value = shifted
    for (let rest = shifted; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest)
      const apart = times[(base + bit) & mask]! - times[(base + bit - 1) & mask]!
      if (apart < this.#from || apart > this.#to) value &= ~(1 << bit)
    }
    return value
  }
}
