// What will hold at the time-point after, if that lies at a distance within the interval; false at the last.
import type { Column, Signal, Store } from '../store.ts'
import { Operator } from './operator.ts'

export class Next extends Operator {
  readonly #from: number
  readonly #to: number

  constructor(store: Store, out: Column, inputs: readonly Signal[], from: number, to: number) {
    super(store, out, inputs)
    this.#from = from
    this.#to = to
  }

  advance(): void {
    const { column, flip } = this.inputs[0]!
    const { out } = this
    const { times, mask, wordMask, count } = this.store
    for (; out.done + 1 < count; out.done++) {
      const after = out.done + 1
      const apart = times[after & mask]! - times[out.done & mask]!
      const near = apart >= this.#from && apart <= this.#to
      // Too near or too far decides it alone.
      if (near && after >= column.done) return
      this.#write(near && (((column.words[(after >>> 5) & wordMask]! ^ flip) >>> (after & 31)) & 1) === 1)
    }
  }

  override finish(): void {
    this.advance()
    if (this.out.done === this.store.count) return
    this.#write(false)
    this.out.done++
  }

  copy(out: Column, inputs: readonly Signal[]): Operator {
    return new Next(this.store, out, inputs, this.#from, this.#to)
  }

  #write(holds: boolean): void {
    const index = (this.out.done >>> 5) & this.store.wordMask
    const bit = 1 << (this.out.done & 31)
    if (holds) this.out.words[index]! |= bit
    else this.out.words[index]! &= ~bit
  }
}
