// Propositional formulas in few words: every other operator is one of these by definition, in four values as in two.
import type { Formula, Interval } from '../formula.ts'

export type Core =
  | { readonly op: 'true' }
  | { readonly op: 'atom'; readonly name: string }
  | { readonly op: 'not'; readonly arg: Core }
  | { readonly op: 'or'; readonly args: readonly Core[] }
  | { readonly op: 'iff'; readonly left: Core; readonly right: Core }
  | { readonly op: 'prev' | 'next'; readonly interval: Interval; readonly arg: Core }
  | { readonly op: 'since' | 'until'; readonly interval: Interval; readonly left: Core; readonly right: Core }

/**
 * The same formula, as it is written. The order of `and` is that of `or` seen through `not`, so De Morgan's laws hold
 * and `and` needs no word of its own; a window is a chain whose left side is true. Each part is an object of its own.
 * Throws where the formula is not propositional.
 */
export function coreOf(formula: Formula): Core {
  switch (formula.op) {
    case 'true':
      return TRUE()
    case 'false':
      return not(TRUE())
    case 'atom':
      return { op: 'atom', name: formula.name }
    case 'not':
      return not(coreOf(formula.arg))
    case 'or':
      return { op: 'or', args: formula.args.map(coreOf) }
    case 'and':
      return not({ op: 'or', args: formula.args.map((arg) => not(coreOf(arg))) })
    case 'implies':
      return { op: 'or', args: [not(coreOf(formula.left)), coreOf(formula.right)] }
    case 'iff':
      return { op: 'iff', left: coreOf(formula.left), right: coreOf(formula.right) }
    case 'prev':
    case 'next':
      return { op: formula.op, interval: formula.interval, arg: coreOf(formula.arg) }
    case 'once':
      return within('since', formula.interval, coreOf(formula.arg))
    case 'historically':
      return not(within('since', formula.interval, not(coreOf(formula.arg))))
    case 'eventually':
      return within('until', formula.interval, coreOf(formula.arg))
    case 'always':
      return not(within('until', formula.interval, not(coreOf(formula.arg))))
    case 'since':
    case 'until': {
      const { op, interval, left, right } = formula
      return { op, interval, left: coreOf(left), right: coreOf(right) }
    }
    case 'pred':
      if (formula.args.length === 0) return { op: 'atom', name: formula.name }
      break
  }
  throw new TypeError(`\`${formula.op}\` is first-order`)
}

const TRUE = (): Core => ({ op: 'true' })
const not = (arg: Core): Core => ({ op: 'not', arg })
const within = (op: 'since' | 'until', interval: Interval, right: Core): Core => ({ op, interval, left: TRUE(), right })
