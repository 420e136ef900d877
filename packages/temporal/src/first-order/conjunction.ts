// A conjunction: rows joined part by part, others excluded, the rest put to the test.
import { arrange, type Parts } from './arrange.ts'
import { ALL, drain, together, type Bounds, type Node } from './node.ts'
import { HOLDS, NONE, positionsOf, reorder, type Rows } from './rows.ts'
import { moveStep, type Conjuncts, type Step } from './steps.ts'
import type { Values } from './values.ts'

/** All of its parts are known at each point when it comes. */
export class Conjunction implements Node {
  readonly columns: readonly string[]
  readonly delayed = false
  readonly #children: readonly Node[]
  readonly #steps: readonly Step[]
  #rows: Rows | null = null

  constructor(columns: readonly string[], conjuncts: Conjuncts, costly: ReadonlySet<Node>, values: Values) {
    this.columns = columns
    this.#children = [...conjuncts.joined, ...conjuncts.excluded]
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

  finish(): Iterable<Bounds> {
    return drain(this)
  }

  mark(keep: (id: number) => void): void {
    for (const child of this.#children) child.mark(keep)
  }
}

/** The conjunction at each point of which bounds of all parts are known: of those joined, then of those excluded. */
export function* boundsOf(
  columns: readonly string[],
  { joined, excluded, tests }: Conjuncts,
  finished: readonly Iterable<Bounds>[],
  costly: ReadonlySet<Node>,
  values: Values,
): Generator<Bounds> {
  const given = (nodes: readonly Node[], rows: readonly (Rows | typeof ALL)[]) =>
    nodes.flatMap((node, i) => (rows[i] === ALL ? [] : [new Given(node.columns, rows[i]!)]))
  const bound = (bounds: readonly Bounds[], lower: boolean): Rows | typeof ALL => {
    const rows = bounds.map((one, i) => (lower === i < joined.length ? one.lower : one.upper))
    const [having, lacking] = [rows.slice(0, joined.length), rows.slice(joined.length)]
    if (having.some((one) => one?.length === 0) || lacking.includes(ALL)) return NONE
    const known = { joined: given(joined, having), excluded: given(excluded, lacking), tests }
    const steps = stepsOf(columns, known, costly, values)
    return steps === null ? ALL : run(steps)
  }
  for (const bounds of together(finished)) yield { lower: bound(bounds, true) ?? NONE, upper: bound(bounds, false) }
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
  const steps = moves.map((move) => {
    const { columns: after, step } = moveStep(move, bound, { joined, excluded, tests }, values)
    bound = after
    return step
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

  finish(): Iterable<Bounds> {
    return []
  }

  mark(): void {
    // Held by whoever gave them.
  }
}
