// What every operator is: a step that turns the columns of its arguments into a column of its own.
import type { Column, Signal, Store } from '../store.ts'

/**
 * Every operator is monotone: negation is in how its signals are read. So an operator run on what is certainly true
 * gives what is certainly true, and run on what may be true gives what may be.
 */
export abstract class Operator {
  readonly out: Column
  protected readonly store: Store
  readonly inputs: readonly Signal[]

  constructor(store: Store, out: Column, inputs: readonly Signal[]) {
    this.store = store
    this.out = out
    this.inputs = inputs
  }

  /** Decides every time-point that can be decided by now, in order. */
  abstract advance(): void

  /** The trace has ended: decides all that is left, and counts as `open` what more of the trace would decide. */
  finish(_open: boolean): void {
    this.advance()
  }

  /** The same operator with the same memory, reading and writing other columns. */
  abstract copy(out: Column, inputs: readonly Signal[]): Operator

  /**
   * Says what it will still read, once all that read it have said so; and passes over time-points that are undecided
   * and that nobody asks about any more, as those of "eventually p" in "q or eventually p" where q holds.
   */
  release(): void {
    const { out } = this
    if (out.done < out.needed && !this.remembers) out.done = out.needed
    // `prev` looks one back.
    for (const { column } of this.inputs) column.needed = Math.min(column.needed, out.done - 1)
  }

  /** Whether a value rests on more of the past than the time-point before. */
  protected get remembers(): boolean {
    return false
  }

  /** Positions are counted down by so many. */
  shift(_by: number): void {}
}

/** A word with ones from bit `first` up to, not including, bit `end` (0 to 32). */
export function bitsBetween(first: number, end: number): number {
  return (-1 << first) & (end === 32 ? -1 : (1 << end) - 1)
}

/** Writes the bits of `value` under `mask` and leaves the others. */
export function writeBits(words: Int32Array, index: number, mask: number, value: number): void {
  words[index] = (words[index]! & ~mask) | (value & mask)
}
