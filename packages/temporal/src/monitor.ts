// A formula at work: time-points go in one by one, verdicts come out in order as soon as they are decided.
import { programOf, type Program } from './compile.ts'
import type { Formula } from './formula.ts'
import { BLOCK, type Column, type Signal } from './store.ts'
import { Verdicts } from './verdicts.ts'

/** Makes a monitor of a propositional formula; `take` is handed every verdict once, in order, in runs. */
export function compile(formula: Formula, take: (verdicts: Verdicts) => void): Monitor {
  return new Monitor(programOf(formula), take)
}

export class Monitor {
  /** The atoms that the formula names: the number of an atom is its place here. */
  readonly atoms: readonly string[]
  readonly #program: Program
  readonly #columns: readonly Column[]
  readonly #take: (verdicts: Verdicts) => void
  readonly #verdicts: Verdicts
  #room = 0
  #latest = -Infinity

  constructor(program: Program, take: (verdicts: Verdicts) => void) {
    this.#program = program
    this.#take = take
    this.atoms = [...program.atoms.keys()]
    this.#columns = [...program.atoms.values()]
    this.#verdicts = new Verdicts(program.store, program.root)
    this.#makeRoom()
  }

  /** The time of the newest time-point; -Infinity before the first. */
  get latest(): number {
    return this.#latest
  }

  /** Adds a time-point at which no atom holds yet. Throws where the time is no integer or goes back. */
  point(time: number): void {
    if (!(time >= this.#latest)) throw new RangeError(`time goes back from ${this.#latest} to ${time}`)
    const { store } = this.#program
    if (store.count === this.#room) this.advance()
    store.times[store.count & store.mask] = time
    store.count++
    this.#latest = time
  }

  /** Says that the atom of this number holds at the newest time-point; to be said before `advance`. */
  hold(atom: number): void {
    const { store } = this.#program
    const at = store.count - 1
    this.#columns[atom]!.words[(at >>> 5) & store.wordMask]! |= 1 << (at & 31)
  }

  /** Decides what can be decided by now. It happens by itself every few thousand time-points. */
  advance(): void {
    const { operators, store } = this.#program
    for (const column of this.#columns) column.done = store.count
    for (const operator of operators) operator.advance()
    this.#give()
    this.#makeRoom()
  }

  /** The trace has ended: gives the verdicts that are left. What nothing can decide any more is null. */
  end(): void {
    this.advance()
    const { operators, root, store } = this.#program
    const possible = new Map<Column, Column>()
    // What is certainly true is computed from what is, and what is possibly true from what may be.
    const bound = ({ column, flip }: Signal, upper: boolean): Signal => ({
      column: upper === (flip === 0) ? (possible.get(column) ?? column) : column,
      flip,
    })
    for (const operator of operators) {
      if (operator.out.done === store.count) continue
      const upper = operator.copy(
        store.copyOf(operator.out),
        operator.inputs.map((input) => bound(input, true)),
      )
      const lower = operator.copy(
        operator.out,
        operator.inputs.map((input) => bound(input, false)),
      )
      upper.finish(true)
      lower.finish(false)
      possible.set(operator.out, upper.out)
    }
    this.#verdicts.split(bound(root, false).column, bound(root, true).column)
    this.#give()
  }

  #give(): void {
    const { done } = this.#program.root.column
    if (done === this.#verdicts.to) return
    this.#verdicts.extend(done)
    this.#take(this.#verdicts)
  }

  #makeRoom(): void {
    const { operators, root, store } = this.#program
    for (const { out } of operators) out.needed = store.count
    root.column.needed = root.column.done
    for (let at = operators.length - 1; at >= 0; at--) operators[at]!.release()
    let keep = store.count
    for (const { out } of operators) keep = Math.min(keep, out.done)
    // `prev` looks one back.
    keep = Math.max(0, keep - 1)
    const by = store.excess(keep)
    if (by > 0) {
      store.shift(by)
      this.#verdicts.shift(by)
      for (const operator of operators) operator.shift(by)
      keep -= by
    }
    store.makeRoom(keep, this.#columns)
    this.#room = store.count + BLOCK
  }
}
