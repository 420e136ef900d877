// Next in a trace that goes on: at the last time-point it is as open as everything else that is to come.
import { Next } from '../operators/index.ts'
import { Operator } from '../operators/operator.ts'
import type { Column, Signal, Store } from '../store.ts'

export class OpenNext extends Operator {
  readonly #interval: readonly [from: number, to: number]
  readonly #next: Next

  constructor(store: Store, out: Column, inputs: readonly Signal[], from: number, to: number) {
    super(store, out, inputs)
    this.#interval = [from, to]
    this.#next = new Next(store, out, inputs, from, to)
  }

  advance(): void {
    this.#next.advance()
  }

  override finish(open: boolean): void {
    this.advance()
    const { out, store } = this
    if (out.done === store.count) return
    const index = (out.done >>> 5) & store.wordMask
    const bit = 1 << (out.done & 31)
    if (open) out.words[index]! |= bit
    else out.words[index]! &= ~bit
    out.done++
  }

  copy(out: Column, inputs: readonly Signal[]): OpenNext {
    return new OpenNext(this.store, out, inputs, ...this.#interval)
  }
}
