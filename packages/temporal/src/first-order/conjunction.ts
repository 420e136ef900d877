// A conjunction: rows joined part by part, others excluded, the rest put to the test.
import { arrange, type Parts, type Test } from './arrange.ts'
import { ALL, drain, type Bounds, type Node } from './node.ts'
import { HOLDS, NONE, positionsOf, reorder, type Rows } from './rows.ts'
import { assignStep, joinStep, matchStep, testStep, type Step } from './steps.ts'
import { rowTest } from './test-rows.ts'
import type { Values } from './values.ts'

export interface Conjuncts {
  readonly joined: readonly Node[]
  readonly excluded: readonly Node[]
  readonly tests: readonly Test[]
}

export class Conjunction implements Node {
  readonly columns: readonly string[]
  readonly delayed: boolean
  readonly #conjuncts: Conjuncts
  readonly #costly: ReadonlySet<Node>
  readonly #values: Values
  readonly #children: readonly Node[]
  readonly #steps: readonly Step[]
  #rows: Rows | null = null

  constructor(columns: readonly string[], conjuncts: Conjuncts, costly: ReadonlySet<Node>, values: Values) {
    this.columns = columns
    this.#conjuncts = conjuncts
    this.#costly = costly
    this.#values = values
    this.#children = [...conjuncts.joined, ...conjuncts.excluded]
    this.delayed = this.#children.some((child) => child.delayed)
    this.#steps = stepsOf(columns, conjuncts, costly, values) ?? []
  }

  ready(): boolean {
    for (const child of this.#children) if (!child.ready()) return false
    return true
  }

  advance(): void {
    this.#rows = null
    for (const child of this.#children) child.advance()
  }

  rows(): Rows {
    this.#rows ??= run(this.#steps)
    return this.#rows
  }

  index(): null {
    return null
  }

  finish(): Bounds[] {
    if (!this.delayed) return drain(this)
    const finished = this.#children.map((child) => child.finish())
    const joins = this.#conjuncts.joined.length
    const bound = (i: number, lower: boolean): Rows | typeof ALL => {
      const rows = finished.map((points, child) => {
        const point = points[i]!
        return lower === child < joins ? point.lower : point.upper
      })
      return this.#bound(rows.slice(0, joins), rows.slice(joins))
    }
    return (finished[0] ?? []).map((_, i) => ({ lower: bound(i, true) ?? NONE, upper: bound(i, false) }))
  }

  mark(keep: (id: number) => void): void {
    for (const child of this.#children) child.mark(keep)
  }

  /** The conjunction of rows known beforehand, any of which may be everything. */
  #bound(joined: readonly (Rows | null)[], excluded: readonly (Rows | null)[]): Rows | typeof ALL {
    if (joined.some((rows) => rows?.length === 0) || excluded.includes(ALL)) return NONE
    const given = (nodes: readonly Node[], rows: readonly (Rows | null)[]) =>
      nodes.flatMap((node, i) => (rows[i] === null ? [] : [new Given(node.columns, rows[i]!)]))
    const { tests } = this.#conjuncts
    const conjuncts = {
      joined: given(this.#conjuncts.joined, joined),
      excluded: given(this.#conjuncts.excluded, excluded),
      tests,
    }
    const steps = stepsOf(this.columns, conjuncts, this.#costly, this.#values)
    return steps === null ? ALL : run(steps)
  }
}

function run(steps: readonly Step[]): Rows {
  let rows: Rows = HOLDS
  for (const step of steps) {
    rows = step(rows)
    if (rows.length === 0) return NONE
  }
  return rows
}

/** Null where the parts do not give all columns, or not those that some part needs. */
function stepsOf(
  columns: readonly string[],
  { joined, excluded, tests }: Conjuncts,
  costly: ReadonlySet<Node>,
  values: Values,
): readonly Step[] | null {
  const parts: Parts = {
    joined: joined.map((node) => ({ columns: node.columns, costly: costly.has(node) })),
    excluded,
    tests,
  }
  const { moves, columns: found, unplaced } = arrange(parts)
  if (found.length < columns.length || unplaced.excluded.length > 0 || unplaced.tests.length > 0) return null
  let bound: readonly string[] = []
  const steps = moves.map((move): Step => {
    const before = bound
    switch (move.kind) {
      case 'test':
        return testStep(before, tests[move.part]!.holds, rowTest(tests[move.part]!.formula, before, values))
      case 'exclude':
        return matchStep(before, excluded[move.part]!, false)
      case 'assign':
        bound = [...before, move.column]
        return assignStep(before, move.from, values)
      case 'join': {
        const node = joined[move.part]!
        const added = node.columns.filter((name) => !before.includes(name))
        if (added.length === 0) return matchStep(before, node, true)
        bound = [...before, ...added]
        return joinStep(before, node)
      }
    }
  })
  const order = positionsOf(columns, bound)
  return order.every((position, i) => position === i) ? steps : [...steps, (rows) => reorder(rows, order)]
}

/** Rows known beforehand. */
class Given implements Node {
  readonly columns: readonly string[]
  readonly delayed = false
  readonly #rows: Rows

  constructor(columns: readonly string[], rows: Rows) {
    this.columns = columns
    this.#rows = rows
  }

  ready(): boolean {
    return true
  }

  advance(): void {
    // The same rows again.
  }

  rows(): Rows {
    return this.#rows
  }

  index(): null {
    return null
  }

  finish(): Bounds[] {
    return []
  }

  mark(): void {
    // Held by whoever gave them.
  }
}
