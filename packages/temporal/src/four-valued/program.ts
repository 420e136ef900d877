// A formula in four values made into a program for the monitor of two.
import type { Program } from '../compile.ts'
import { Store, type Column } from '../store.ts'
import { FourValuedCircuit } from './circuit.ts'
import type { Core } from './core.ts'
import { Decided } from './decided.ts'
import { planesOf } from './planes.ts'
import type { Side } from './verdict.ts'

export interface FourProgram {
  readonly program: Program
  readonly decided: Decided
  /** The atoms that the formula names. Their evidence is the program's atoms, by `evidenceOf`. */
  readonly atoms: readonly string[]
}

/** The number of the evidence for or against an atom, among the atoms of the program. */
export function evidenceOf(atom: number, side: Side): number {
  return 2 * atom + (side === 'for' ? 0 : 1)
}

/** `goesOn` where the monitor's end is not the end of the trace. */
export function fourProgram(core: Core, store: Store = new Store(), goesOn: boolean = false): FourProgram {
  const circuit = new FourValuedCircuit(store, goesOn)
  const atoms = new Map<string, Column>()
  const names: string[] = []
  const evidence = (name: string, side: Side) => {
    const key = `${side} ${name}`
    const column = atoms.get(key) ?? circuit.column()
    atoms.set(key, column)
    return { column, flip: 0 } as const
  }
  const planes = planesOf(core, circuit, (name) => {
    if (!atoms.has(`for ${name}`)) names.push(name)
    return { for: evidence(name, 'for'), against: evidence(name, 'against') }
  })
  const decided = new Decided(store, store.column(), planes)
  const operators = [...circuit.operators, decided]
  return { program: { store, operators, root: { column: decided.out, flip: 0 }, atoms }, decided, atoms: names }
}
