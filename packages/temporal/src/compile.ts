// A formula made into operators over columns, each after its arguments; equal parts are computed once.
import type { Formula, Interval } from './formula.ts'
import { Constant, Earlier, Either, Next, Prev, Recent, Until, type Operator } from './operators/index.ts'
import { Store, type Column, type Signal } from './store.ts'

export interface Program {
  readonly store: Store
  readonly operators: readonly Operator[]
  readonly root: Signal
  /** The atoms that the formula names; all others are passed over. */
  readonly atoms: ReadonlyMap<string, Column>
}

/** Whether a formula speaks of atoms alone: no variables, no comparisons. */
export function isPropositional(formula: Formula): boolean {
  switch (formula.op) {
    case 'true':
    case 'false':
    case 'atom':
      return true
    case 'pred':
      return formula.args.length === 0
    case 'exists':
    case 'forall':
    case 'cmp':
      return false
    case 'and':
    case 'or':
      return formula.args.every(isPropositional)
    case 'implies':
    case 'iff':
    case 'since':
    case 'until':
      return isPropositional(formula.left) && isPropositional(formula.right)
    default:
      return isPropositional(formula.arg)
  }
}

/** Throws where the formula is not propositional. */
export function programOf(formula: Formula, store: Store = new Store()): Program {
  const compiler = new Compiler(store)
  const root = compiler.signal(formula)
  const { operators, atoms } = compiler
  return { store, operators, root, atoms }
}

class Compiler {
  readonly store: Store
  readonly operators: Operator[] = []
  readonly atoms = new Map<string, Column>()
  readonly #numbers = new Map<Column, number>()
  readonly #made = new Map<string, Signal>()

  constructor(store: Store) {
    this.store = store
  }

  signal(formula: Formula): Signal {
    switch (formula.op) {
      case 'false':
        return this.#never()
      case 'true':
        return not(this.#never())
      case 'atom':
        return this.#atom(formula.name)
      case 'not':
        return not(this.signal(formula.arg))
      case 'or':
        return this.#any(formula.args.map((arg) => this.signal(arg)))
      case 'and':
        return not(this.#any(formula.args.map((arg) => not(this.signal(arg)))))
      case 'implies':
        return this.#either(not(this.signal(formula.left)), this.signal(formula.right))
      case 'iff': {
        const [left, right] = [this.signal(formula.left), this.signal(formula.right)]
        const [there, back] = [this.#either(not(left), right), this.#either(left, not(right))]
        return not(this.#either(not(there), not(back)))
      }
      case 'prev':
        return this.#timed('prev', Prev, formula.interval, [this.signal(formula.arg)])
      case 'next':
        return this.#timed('next', Next, formula.interval, [this.signal(formula.arg)])
      case 'once':
        return this.#since(formula.interval, not(this.#never()), this.signal(formula.arg))
      case 'historically':
        return not(this.#since(formula.interval, not(this.#never()), not(this.signal(formula.arg))))
      case 'since':
        return this.#since(formula.interval, this.signal(formula.left), this.signal(formula.right))
      case 'eventually':
        return this.#until(formula.interval, not(this.#never()), this.signal(formula.arg))
      case 'always':
        return not(this.#until(formula.interval, not(this.#never()), not(this.signal(formula.arg))))
      case 'until':
        return this.#until(formula.interval, this.signal(formula.left), this.signal(formula.right))
      case 'pred':
        if (formula.args.length === 0) return this.#atom(formula.name)
        break
    }
    throw new TypeError(`\`${formula.op}\` is first-order`)
  }

  #atom(name: string): Signal {
    let column = this.atoms.get(name)
    if (column === undefined) {
      column = this.#column()
      this.atoms.set(name, column)
    }
    return { column, flip: 0 }
  }

  #never(): Signal {
    return this.#once('never', [], (out) => new Constant(this.store, out, []))
  }

  #any(signals: readonly Signal[]): Signal {
    return signals.length === 0 ? this.#never() : signals.reduce((left, right) => this.#either(left, right))
  }

  #either(left: Signal, right: Signal): Signal {
    return this.#once('either', [left, right], (out) => new Either(this.store, out, [left, right]))
  }

  #since(interval: Interval, left: Signal, right: Signal): Signal {
    if (interval.from > 0) return this.#timed('earlier', Earlier, interval, [left, right])
    const to = interval.to ?? Infinity
    return this.#once(`recent ${to}`, [left, right], (out) => new Recent(this.store, out, [left, right], to))
  }

  #until(interval: Interval, left: Signal, right: Signal): Signal {
    return this.#timed('until', Until, interval, [left, right])
  }

  #timed(
    name: string,
    Made: new (store: Store, out: Column, inputs: readonly Signal[], from: number, to: number) => Operator,
    { from, to }: Interval,
    inputs: readonly Signal[],
  ): Signal {
    const make = (out: Column) => new Made(this.store, out, inputs, from, to ?? Infinity)
    return this.#once(`${name} ${from} ${to}`, inputs, make)
  }

  /** The signal of an operator, made once for the same inputs. */
  #once(name: string, inputs: readonly Signal[], make: (out: Column) => Operator): Signal {
    const key = `${name} ${inputs.map(({ column, flip }) => `${this.#numbers.get(column)}${flip}`).join(' ')}`
    let signal = this.#made.get(key)
    if (signal === undefined) {
      signal = { column: this.#column(), flip: 0 }
      this.#made.set(key, signal)
      this.operators.push(make(signal.column))
    }
    return signal
  }

  #column(): Column {
    const column = this.store.column()
    this.#numbers.set(column, this.#numbers.size)
    return column
  }
}

function not({ column, flip }: Signal): Signal {
  return { column, flip: flip === 0 ? -1 : 0 }
}
