// A formula made into operators over columns, each after its arguments; equal parts are computed once.
import { Circuit, not } from './circuit.ts'
import type { Formula } from './formula.ts'
import type { Operator } from './operators/index.ts'
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
  const circuit = new Circuit(store)
  const compiler = new Compiler(circuit)
  const root = compiler.signal(formula)
  return { store, operators: circuit.operators, root, atoms: compiler.atoms }
}

class Compiler {
  readonly #circuit: Circuit
  readonly atoms = new Map<string, Column>()

  constructor(circuit: Circuit) {
    this.#circuit = circuit
  }

  signal(formula: Formula): Signal {
    const { always, never } = this.#circuit
    switch (formula.op) {
      case 'false':
        return never
      case 'true':
        return always
      case 'atom':
        return this.#atom(formula.name)
      case 'not':
        return not(this.signal(formula.arg))
      case 'or':
        return this.#circuit.any(formula.args.map((arg) => this.signal(arg)))
      case 'and':
        return not(this.#circuit.any(formula.args.map((arg) => not(this.signal(arg)))))
      case 'implies':
        return this.#circuit.either(not(this.signal(formula.left)), this.signal(formula.right))
      case 'iff': {
        const [left, right] = [this.signal(formula.left), this.signal(formula.right)]
        return this.#circuit.both(this.#circuit.either(not(left), right), this.#circuit.either(left, not(right)))
      }
      case 'prev':
      case 'next':
        return this.#circuit.beside(formula.op, formula.interval, this.signal(formula.arg))
      case 'once':
        return this.#circuit.chain('since', formula.interval, always, this.signal(formula.arg))
      case 'historically':
        return not(this.#circuit.chain('since', formula.interval, always, not(this.signal(formula.arg))))
      case 'eventually':
        return this.#circuit.chain('until', formula.interval, always, this.signal(formula.arg))
      case 'always':
        return not(this.#circuit.chain('until', formula.interval, always, not(this.signal(formula.arg))))
      case 'since':
      case 'until':
        return this.#circuit.chain(formula.op, formula.interval, this.signal(formula.left), this.signal(formula.right))
      case 'pred':
        if (formula.args.length === 0) return this.#atom(formula.name)
        break
    }
    throw new TypeError(`\`${formula.op}\` is first-order`)
  }

  #atom(name: string): Signal {
    const column = this.atoms.get(name) ?? this.#circuit.column()
    this.atoms.set(name, column)
    return { column, flip: 0 }
  }
}
