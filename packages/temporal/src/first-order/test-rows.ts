// Comparisons made ready to judge rows.
import type { Formula, Term } from '../formula.ts'
import { related } from './order.ts'
import type { Rows } from './rows.ts'
import type { Values } from './values.ts'

export type RowTest = (rows: Rows, at: number) => boolean

/** Whether a formula is made of comparisons alone. */
export function isTest(formula: Formula): boolean {
  switch (formula.op) {
    case 'true':
    case 'false':
    case 'cmp':
      return true
    case 'not':
      return isTest(formula.arg)
    case 'and':
    case 'or':
      return formula.args.every(isTest)
    case 'implies':
    case 'iff':
      return isTest(formula.left) && isTest(formula.right)
    default:
      return false
  }
}

/** `columns` say where in a row each variable stands. */
export function rowTest(formula: Formula, columns: readonly string[], values: Values): RowTest {
  const test = (part: Formula) => rowTest(part, columns, values)
  switch (formula.op) {
    case 'cmp': {
      const { rel } = formula
      const [left, right] = [idReader(formula.left, columns, values), idReader(formula.right, columns, values)]
      if (rel === '=') return (rows, at) => left(rows, at) === right(rows, at)
      return (rows, at) => related(rel, values.valueOf(left(rows, at)), values.valueOf(right(rows, at)))
    }
    case 'not': {
      const arg = test(formula.arg)
      return (rows, at) => !arg(rows, at)
    }
    case 'and': {
      const args = formula.args.map(test)
      return (rows, at) => args.every((arg) => arg(rows, at))
    }
    case 'or': {
      const args = formula.args.map(test)
      return (rows, at) => args.some((arg) => arg(rows, at))
    }
    case 'implies': {
      const [left, right] = [test(formula.left), test(formula.right)]
      return (rows, at) => !left(rows, at) || right(rows, at)
    }
    case 'iff': {
      const [left, right] = [test(formula.left), test(formula.right)]
      return (rows, at) => left(rows, at) === right(rows, at)
    }
    case 'true':
      return () => true
    default:
      return () => false
  }
}

/** The id that a term has in a row. */
export function idReader(term: Term, columns: readonly string[], values: Values): (rows: Rows, at: number) => number {
  if (term.kind === 'const') {
    const id = values.pin(term.value)
    return () => id
  }
  const position = columns.indexOf(term.name)
  return (rows, at) => rows[at + position]!
}
