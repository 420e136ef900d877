// Operators over columns, made once for the same inputs; where a column is constant no operator is made.
import type { Interval } from './formula.ts'
import { Constant, Earlier, Either, Next, Prev, Recent, Until, type Operator } from './operators/index.ts'
import type { Column, Signal, Store } from './store.ts'

export class Circuit {
  readonly store: Store
  readonly operators: Operator[] = []
  readonly #numbers = new Map<Column, number>()
  readonly #made = new Map<string, Signal>()

  constructor(store: Store) {
    this.store = store
  }

  get never(): Signal {
    return this.once('never', [], (out) => new Constant(this.store, out, []))
  }

  get always(): Signal {
    return not(this.never)
  }

  column(): Column {
    const column = this.store.column()
    this.#numbers.set(column, this.#numbers.size)
    return column
  }

  either(left: Signal, right: Signal): Signal {
    if (same(left, this.always) || same(right, this.never) || same(left, right)) return left
    if (same(right, this.always) || same(left, this.never)) return right
    return this.once('either', [left, right], (out) => new Either(this.store, out, [left, right]))
  }

  both(left: Signal, right: Signal): Signal {
    return not(this.either(not(left), not(right)))
  }

  any(signals: readonly Signal[]): Signal {
    return signals.reduce((left, right) => this.either(left, right), this.never)
  }

  beside(op: 'prev' | 'next', interval: Interval, arg: Signal): Signal {
    return this.timed(op, op === 'prev' ? Prev : Next, interval, [arg])
  }

  chain(op: 'since' | 'until', interval: Interval, left: Signal, right: Signal): Signal {
    // What comes after the end is open whatever it is, so until stays even where it can come to nothing.
    if (op === 'until') return this.timed(op, Until, interval, [left, right])
    if (same(right, this.never)) return this.never
    if (interval.from > 0) return this.timed('earlier', Earlier, interval, [left, right])
    const to = interval.to ?? Infinity
    return this.once(`recent ${to}`, [left, right], (out) => new Recent(this.store, out, [left, right], to))
  }

  protected timed(
    name: string,
    Made: new (store: Store, out: Column, inputs: readonly Signal[], from: number, to: number) => Operator,
    { from, to }: Interval,
    inputs: readonly Signal[],
  ): Signal {
    const make = (out: Column) => new Made(this.store, out, inputs, from, to ?? Infinity)
    return this.once(`${name} ${from} ${to}`, inputs, make)
  }

  /** The signal of an operator, made once for the same inputs. */
  protected once(name: string, inputs: readonly Signal[], make: (out: Column) => Operator): Signal {
    const key = `${name} ${inputs.map(({ column, flip }) => `${this.#numbers.get(column)}${flip}`).join(' ')}`
    let signal = this.#made.get(key)
    if (signal === undefined) {
      signal = { column: this.column(), flip: 0 }
      this.#made.set(key, signal)
      this.operators.push(make(signal.column))
    }
    return signal
  }
}

export function not({ column, flip }: Signal): Signal {
  return { column, flip: flip === 0 ? -1 : 0 }
}

export function same(one: Signal, other: Signal): boolean {
  return one.column === other.column && one.flip === other.flip
}
