// The operators that four values need besides: chains through a contested step, and a `next` that the end leaves open.
import { Circuit, same } from '../circuit.ts'
import type { Interval } from '../formula.ts'
import type { Signal, Store } from '../store.ts'
import { OpenNext } from './open-next.ts'
import { SinceThrough } from './since-through.ts'
import { UntilThrough } from './until-through.ts'

export class FourValuedCircuit extends Circuit {
  readonly #goesOn: boolean

  /** Where the trace goes on, its end leaves `next` open. */
  constructor(store: Store, goesOn: boolean) {
    super(store)
    this.#goesOn = goesOn
  }

  override beside(op: 'prev' | 'next', interval: Interval, arg: Signal): Signal {
    return op === 'next' && this.#goesOn ? this.timed(op, OpenNext, interval, [arg]) : super.beside(op, interval, arg)
  }

  /** Whether some chain that ends in `right` not further than the interval reaches passes through `step`. */
  through(op: 'since' | 'until', interval: Interval, left: Signal, right: Signal, step: Signal): Signal {
    if (same(step, this.never)) return this.never
    const Made = op === 'since' ? SinceThrough : UntilThrough
    const to = interval.to ?? Infinity
    const inputs = [left, right, step]
    return this.once(`${op} through ${to}`, inputs, (out) => new Made(this.store, out, inputs, to))
  }
}
