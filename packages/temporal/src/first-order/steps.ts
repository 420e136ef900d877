// The steps by which a conjunction turns the rows found so far into its own.
import type { Term } from '../formula.ts'
import type { Move, Test } from './arrange.ts'
import type { Index, Node } from './node.ts'
import { copyRow, HOLDS, keyer, NONE, positionsOf, widthOf, type Key, type Keyer, type Rows } from './rows.ts'
import { idReader, rowTest, type RowTest } from './test-rows.ts'
import type { Values } from './values.ts'

export type Step = (rows: Rows) => Rows

export interface Conjuncts {
  readonly joined: readonly Node[]
  readonly excluded: readonly Node[]
  readonly tests: readonly Test[]
}

/** The step of a move, for rows of the columns `before`, and the columns after it. */
export function moveStep(
  move: Move,
  before: readonly string[],
  { joined, excluded, tests }: Conjuncts,
  values: Values,
): { columns: readonly string[]; step: Step } {
  switch (move.kind) {
    case 'test': {
      const { formula, holds } = tests[move.part]!
      return { columns: before, step: testStep(before, holds, rowTest(formula, before, values)) }
    }
    case 'exclude':
      return { columns: before, step: matchStep(before, excluded[move.part]!, false) }
    case 'assign':
      return { columns: [...before, move.column], step: assignStep(before, move.from, values) }
    case 'join': {
      const node = joined[move.part]!
      const added = node.columns.filter((name) => !before.includes(name))
      if (added.length === 0) return { columns: before, step: matchStep(before, node, true) }
      return { columns: [...before, ...added], step: joinStep(before, node) }
    }
  }
}

/** Up to so many rows, looking at each is quicker than an index. */
const FEW = 8

/** An index over whatever a node gives, made anew for each point that has more than a few rows. */
function indexOfRows(node: Node, on: readonly string[]): Index {
  const key = keyer(positionsOf(on, node.columns))
  const width = widthOf(node.columns)
  let indexed: Rows = NONE
  let places = new Map<Key, number[]>()
  const placesOf = (rows: Rows) => {
    if (rows === indexed) return places
    places = new Map()
    for (let at = 0; at < rows.length; at += width) {
      const known = places.get(key(rows, at))
      if (known === undefined) places.set(key(rows, at), [at])
      else known.push(at)
    }
    indexed = rows
    return places
  }
  return {
    has: (wanted) => {
      const rows = node.rows()
      if (rows.length > FEW * width) return placesOf(rows).has(wanted)
      for (let at = 0; at < rows.length; at += width) if (key(rows, at) === wanted) return true
      return false
    },
    find: (wanted, sink) => {
      const rows = node.rows()
      if (rows.length > FEW * width)
        return placesOf(rows)
          .get(wanted)
          ?.forEach((at) => sink(rows, at))
      for (let at = 0; at < rows.length; at += width) if (key(rows, at) === wanted) sink(rows, at)
    },
  }
}

/** The node's own index, or one made of its rows. */
export const indexOf = (node: Node, on: readonly string[]): Index => node.index(on) ?? indexOfRows(node, on)

function keep(columns: readonly string[], test: RowTest): Step {
  const width = widthOf(columns)
  return (rows) => {
    if (rows.length === width) return test(rows, 0) ? rows : NONE
    const out: number[] = []
    for (let at = 0; at < rows.length; at += width) if (test(rows, at)) copyRow(out, rows, at, width)
    return out.length === rows.length ? rows : out
  }
}

function testStep(columns: readonly string[], holds: boolean, test: RowTest): Step {
  return keep(columns, holds ? test : (rows, at) => !test(rows, at))
}

/** Keeps the rows that `node` has, or those it has not; its columns are all among `columns`. */
function matchStep(columns: readonly string[], node: Node, wanted: boolean): Step {
  if (node.columns.length === 0) return (rows) => (node.rows().length > 0 === wanted ? rows : NONE)
  const index = indexOf(node, node.columns)
  const key = keyer(positionsOf(node.columns, columns))
  return keep(columns, (rows, at) => index.has(key(rows, at)) === wanted)
}

function assignStep(columns: readonly string[], from: Term, values: Values): Step {
  const read = idReader(from, columns, values)
  const width = widthOf(columns)
  return (rows) => {
    const out: number[] = []
    for (let at = 0; at < rows.length; at += width) {
      copyRow(out, rows, at, columns.length)
      out.push(read(rows, at))
    }
    return out
  }
}

/** Adds the columns that `node` has and `columns` have not, for each of its rows that agrees on the others. */
function joinStep(columns: readonly string[], node: Node): Step {
  if (columns.length === 0) return () => node.rows()
  const added = node.columns.filter((name) => !columns.includes(name))
  const shared = node.columns.filter((name) => columns.includes(name))
  const taken = positionsOf(added, node.columns)
  return shared.length === 0 ? product(columns, node) : equijoin(columns, node, shared, taken)
}

function product(columns: readonly string[], node: Node): Step {
  const [width, other] = [columns.length, node.columns.length]
  return (rows) => {
    const found = node.rows()
    const out: number[] = []
    for (let at = 0; at < rows.length; at += width) {
      for (let to = 0; to < found.length; to += other) {
        copyRow(out, rows, at, width)
        copyRow(out, found, to, other)
      }
    }
    return out
  }
}

function equijoin(columns: readonly string[], node: Node, shared: readonly string[], taken: readonly number[]): Step {
  const index = indexOf(node, shared)
  const key: Keyer = keyer(positionsOf(shared, columns))
  const width = columns.length
  let out: number[] = []
  let left: Rows = HOLDS
  let leftAt = 0
  const sink = (rows: Rows, at: number) => {
    copyRow(out, left, leftAt, width)
    for (const position of taken) out.push(rows[at + position]!)
  }
  return (rows) => {
    out = []
    left = rows
    for (leftAt = 0; leftAt < rows.length; leftAt += width) index.find(key(rows, leftAt), sink)
    return out
  }
}
