// Why a formula cannot be monitored, said of the part that stands in the way.
import type { Formula } from '../formula.ts'
import { showFormula } from './show.ts'

export type RefusalCode =
  | 'unbounded-future'
  | 'unguarded-negation'
  | 'unguarded-comparison'
  | 'unequal-variables'
  | 'unguarded-left'
  | 'unguarded-window'
  | 'too-large'

export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly help: string
}

const named = (formula: Formula) => `\`${showFormula(formula)}\``
const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')

export const unboundedFuture = (formula: Formula): Refusal => ({
  code: 'unbounded-future',
  message: `the verdict of ${named(formula)} might never come, for its interval has no end`,
  help: 'give the interval an end, such as [0,30]',
})

export const unguardedNegation = (formula: Formula, names: readonly string[]): Refusal => ({
  code: 'unguarded-negation',
  message: `no end of values of ${listed(names)} satisfy ${named(formula)}`,
  help: `join it by \`and\` with a predicate that has ${listed(names)}`,
})

export const unguardedComparison = (formula: Formula, names: readonly string[]): Refusal => ({
  code: 'unguarded-comparison',
  message: `nothing says which values ${listed(names)} of ${named(formula)} may have`,
  help: `join it by \`and\` with a predicate that has ${listed(names)}`,
})

export const unequalVariables = (formula: Formula, names: readonly string[]): Refusal => ({
  code: 'unequal-variables',
  message: `not every part of ${named(formula)} has ${listed(names)}`,
  help: 'let all parts of `or` have the same free variables, or bind the others by `exists`',
})

export const unguardedLeft = (formula: Formula, names: readonly string[]): Refusal => ({
  code: 'unguarded-left',
  message: `the left side of ${named(formula)} has ${listed(names)}, which its right side has not`,
  help: `bind ${listed(names)} by \`exists\` on the left side, or join a predicate that has it to the right side`,
})

export const unguardedWindow = (formula: Formula, names: readonly string[]): Refusal => ({
  code: 'unguarded-window',
  message: `where its window is empty, no end of values of ${listed(names)} satisfy ${named(formula)}`,
  help: 'let the interval begin at 0, or write `once` or `eventually` of the contrary, negated, beside a predicate',
})

export const tooLarge = (formula: Formula): Refusal => ({
  code: 'too-large',
  message: `${named(formula)} takes too many parts once its \`or\` and \`iff\` are multiplied out`,
  help: 'write `iff` as two formulas, or let the parts of each `or` have the same free variables',
})
