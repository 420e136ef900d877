// Parts that only turn rows into rows: constants, closed negation, unions and quantifiers.
import type { Clock } from './clock.ts'
import { ALL, drain, everything, together, type Bounds, type Foresight, type Node } from './node.ts'
import { Part } from './part.ts'
import {
  distinct,
  HOLDS,
  NONE,
  positionsOf,
  project,
  reorder,
  wholeKeyer,
  widthOf,
  type Keyer,
  type Rows,
} from './rows.ts'

/** The same rows at every point. */
export class Constant implements Node {
  readonly columns: readonly string[]
  readonly delayed = false
  readonly #rows: Rows
  readonly #clock: Clock
  #point = -1

  constructor(columns: readonly string[], rows: Rows, clock: Clock) {
    this.columns = columns
    this.#rows = rows
    this.#clock = clock
  }

  ready(): boolean {
    return this.#point + 1 < this.#clock.length
  }

  advance(): void {
    this.#point++
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

  mark(): void {
    // Its ids are constants of the formula, which are pinned.
  }
}

/** The negation of what is closed. */
export class Complement implements Node {
  readonly columns: readonly string[] = []
  readonly delayed: boolean
  readonly #arg: Part

  constructor(arg: Node) {
    this.delayed = arg.delayed
    this.#arg = new Part(arg)
  }

  ready(): boolean {
    return this.#arg.known()
  }

  advance(): void {
    this.#arg.pass()
  }

  skip(): void {
    this.#arg.pass()
  }

  rows(): Rows {
    return turned(this.#arg.rows())
  }

  index(): null {
    return null
  }

  *finish(): Generator<Bounds> {
    for (const { lower, upper } of this.#arg.finish()) yield { lower: turned(upper ?? HOLDS), upper: turned(lower) }
  }

  mark(keep: (id: number) => void): void {
    this.#arg.mark(keep)
  }
}

const turned = (rows: Rows): Rows => (rows.length === 0 ? HOLDS : NONE)

/** Rows of either part, which have the same columns, be it in another order. */
export class Union implements Node {
  readonly columns: readonly string[]
  readonly delayed: boolean
  readonly #parts: readonly Part[]
  readonly #orders: readonly (readonly number[])[]
  readonly #width: number
  readonly #key: Keyer
  #rows: Rows | null = null

  constructor(columns: readonly string[], parts: readonly Node[]) {
    this.columns = columns
    this.delayed = parts.some((part) => part.delayed)
    this.#parts = parts.map((part) => new Part(part))
    this.#orders = parts.map((part) => positionsOf(columns, part.columns))
    this.#width = widthOf(columns)
    this.#key = wholeKeyer(columns)
  }

  ready(): boolean {
    let [all, closedSome] = [true, false]
    // Each is asked, so that none falls behind.
    for (const part of this.#parts) {
      if (!part.known()) all = false
      else if (this.columns.length === 0 && part.rows().length > 0) closedSome = true
    }
    return all || closedSome
  }

  advance(): void {
    const known = this.#parts.every((part) => part.reached)
    this.#rows = known ? null : HOLDS
    this.skip()
  }

  skip(): void {
    for (const part of this.#parts) part.pass()
  }

  some(): boolean {
    return this.#parts.some((part) => part.some())
  }

  foresee(columns: readonly string[]): Foresight {
    const ahead = this.#parts.map((part) => part.foresee(columns))
    return (rows, at) => {
      let verdict: boolean | null = false
      for (const one of ahead) {
        const has = one(rows, at)
        if (has === true) return true
        if (has === null) verdict = null
      }
      return verdict
    }
  }

  rows(): Rows {
    this.#rows ??= this.#united(this.#parts.map((part) => part.rows()))
    return this.#rows
  }

  index(): null {
    return null
  }

  *finish(): Generator<Bounds> {
    for (const bounds of together(this.#parts.map((part) => part.finish()))) {
      const uppers = bounds.flatMap(({ upper }) => (upper === ALL ? [] : [upper]))
      yield {
        lower: this.#united(bounds.map(({ lower }) => lower)),
        upper: uppers.length < bounds.length ? ALL : this.#united(uppers),
      }
    }
  }

  mark(keep: (id: number) => void): void {
    this.#rows?.forEach(keep)
    for (const part of this.#parts) part.mark(keep)
  }

  #united(parts: readonly Rows[]): Rows {
    if (this.columns.length === 0) return parts.some((rows) => rows.length > 0) ? HOLDS : NONE
    const all: number[] = []
    let filled = 0
    let only: Rows = NONE
    for (const [i, rows] of parts.entries()) {
      if (rows.length === 0) continue
      only = reorder(rows, this.#orders[i]!)
      filled++
      for (const id of only) all.push(id)
    }
    return filled < 2 ? only : distinct(all, this.#width, this.#key)
  }
}

/** `exists`: some columns only. */
export class Projection implements Node {
  readonly columns: readonly string[]
  readonly delayed: boolean
  readonly #arg: Part
  readonly #width: number
  readonly #positions: readonly number[]
  #rows: Rows | null = null

  constructor(columns: readonly string[], arg: Node) {
    this.columns = columns
    this.delayed = arg.delayed
    this.#arg = new Part(arg)
    this.#width = widthOf(arg.columns)
    this.#positions = positionsOf(columns, arg.columns)
  }

  ready(): boolean {
    return this.#arg.known() || (this.columns.length === 0 && this.#arg.some())
  }

  advance(): void {
    this.#rows = this.#arg.reached ? null : HOLDS
    this.#arg.pass()
  }

  skip(): void {
    this.#arg.pass()
  }

  some(): boolean {
    return this.#arg.some()
  }

  rows(): Rows {
    this.#rows ??= this.#projected(this.#arg.rows())
    return this.#rows
  }

  index(): null {
    return null
  }

  *finish(): Generator<Bounds> {
    for (const { lower, upper } of this.#arg.finish()) {
      const possible = upper === ALL ? everything(this.columns) : this.#projected(upper)
      yield { lower: this.#projected(lower), upper: possible }
    }
  }

  mark(keep: (id: number) => void): void {
    this.#rows?.forEach(keep)
    this.#arg.mark(keep)
  }

  #projected(rows: Rows): Rows {
    return project(rows, this.#width, this.#positions)
  }
}
