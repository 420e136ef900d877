// The tuples of one predicate at each time-point, matched against its constants and repeated variables.
import type { Term } from '../formula.ts'
import type { TraceEvent } from './event.ts'
import { Fifo } from './fifo.ts'
import { drain, type Bounds, type Node } from './node.ts'
import { distinct, HOLDS, NONE, wholeKeyer, widthOf, type Keyer, type Rows } from './rows.ts'
import { ScannedEvent } from './scanned.ts'
import type { Values } from './values.ts'

export class Leaf implements Node {
  readonly columns: readonly string[]
  readonly delayed = false
  readonly name: string
  /** Of the arguments of an event. */
  readonly #ids: number[]
  readonly #constants: readonly { readonly at: number; readonly id: number }[]
  /** For each argument that is a variable, its column. */
  readonly #variables: readonly { readonly at: number; readonly column: number }[]
  readonly #values: Values
  readonly #key: Keyer
  readonly #waiting = new Fifo<Rows>()
  readonly #row: number[]
  #gathered: number[] | null = null
  #rows: Rows = NONE

  constructor(name: string, args: readonly Term[], columns: readonly string[], values: Values) {
    this.name = name
    this.columns = columns
    this.#ids = args.map(() => 0)
    this.#constants = args.flatMap((term, at) => (term.kind === 'const' ? [{ at, id: values.pin(term.value) }] : []))
    this.#variables = args.flatMap((term, at) =>
      term.kind === 'var' ? [{ at, column: columns.indexOf(term.name) }] : [],
    )
    this.#values = values
    this.#key = wholeKeyer(columns)
    this.#row = columns.map(() => -1)
  }

  /** Takes note of an event of the point that is being read. */
  offer(event: TraceEvent): void {
    const ids = this.#ids
    const values = this.#values
    if (event instanceof ScannedEvent) {
      if (event.size !== ids.length) return
      const { first, given } = event
      for (let at = 0; at < ids.length; at++) ids[at] = given.idAt(first + at, values)
    } else {
      const { args } = event
      if (args.length !== ids.length) return
      for (let at = 0; at < ids.length; at++) ids[at] = values.idOf(args[at]!)
    }
    this.#take(ids)
  }

  /** The point has been read. */
  seal(): void {
    const gathered = this.#gathered
    this.#gathered = null
    if (gathered === null) this.#waiting.push(NONE)
    else if (this.columns.length === 0) this.#waiting.push(HOLDS)
    else this.#waiting.push(distinct(gathered, widthOf(this.columns), this.#key))
  }

  ready(): boolean {
    return this.#waiting.size > 0
  }

  advance(): void {
    this.#rows = this.#waiting.shift() ?? NONE
  }

  rows(): Rows {
    return this.#rows
  }

  index(): null {
    return null
  }

  finish(): Iterable<Bounds> {
    return drain(this)
  }

  #take(ids: readonly number[]): void {
    for (const { at, id } of this.#constants) if (ids[at] !== id) return
    if (this.columns.length === 0) {
      this.#gathered ??= [0]
      return
    }
    const row = this.#row
    row.fill(-1)
    for (const { at, column } of this.#variables) {
      const id = ids[at]!
      if (row[column] !== -1 && row[column] !== id) return
      row[column] = id
    }
    if (this.#gathered === null) this.#gathered = row.slice()
    else for (const id of row) this.#gathered.push(id)
  }

  mark(keep: (id: number) => void): void {
    this.#rows.forEach(keep)
    for (const rows of this.#waiting) rows.forEach(keep)
  }
}
