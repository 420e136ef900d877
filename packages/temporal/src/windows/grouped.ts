// A window for each key, kept only while something is in it.
import { Fifo } from '../first-order/fifo.ts'
import type { Value } from '../formula.ts'
import type { Window } from './sliding.ts'

export class GroupedWindows<V, Result> {
  readonly #make: () => Window<V, Result>
  readonly #windows = new Map<Value, Window<V, Result>>()
  /** The keys, each once, in the order in which they are looked at. */
  readonly #round = new Fifo<Value>()
  readonly #nothing: Window<V, Result>

  constructor(make: () => Window<V, Result>) {
    this.#make = make
    this.#nothing = make()
  }

  /** How many keys have a window. */
  get size(): number {
    return this.#windows.size
  }

  add(time: number, key: Value, value: V): void {
    this.#forget(time)
    let window = this.#windows.get(key)
    if (window === undefined) {
      window = this.#make()
      this.#windows.set(key, window)
      this.#round.push(key)
    }
    window.add(time, value)
  }

  at(now: number, key: Value): Result {
    return (this.#windows.get(key) ?? this.#nothing).at(now)
  }

  /** Looks at two keys in turn, so that all are looked at before their number can double. */
  #forget(now: number): void {
    for (let looks = 0; looks < 2; looks++) {
      const key = this.#round.shift()
      if (key === undefined) return
      if (this.#windows.get(key)!.idle(now)) this.#windows.delete(key)
      else this.#round.push(key)
    }
  }
}
