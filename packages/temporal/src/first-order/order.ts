// The order in which tuples are listed, so that the same trace gives the same bytes.
import type { Relation, Value } from '../formula.ts'

/** Numbers before words, numbers by size, words by their UTF-16 units. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a === b ? 0 : a < b ? -1 : 1
}

/** Column by column. */
export function compareTuples(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < a.length; i++) {
    const order = compareValues(a[i]!, b[i]!)
    if (order !== 0) return order
  }
  return 0
}

/** A comparison in a formula: a number and a word are never equal, nor one below the other. */
export function related(rel: Relation, a: Value, b: Value): boolean {
  if (typeof a !== typeof b) return false
  switch (rel) {
    case '=':
      return a === b
    case '<':
      return a < b
    case '>':
      return a > b
    case '<=':
      return a <= b
    case '>=':
      return a >= b
  }
}
