// The free variables of a formula, in the order in which they are first read from left to right.
import type { Formula, Term } from '../formula.ts'

/** The columns of a verdict of an open formula; empty for a closed one. */
export function freeVariables(formula: Formula): readonly string[] {
  const found = new Set<string>()
  collect(formula, new Set(), found)
  return [...found]
}

function collect(formula: Formula, bound: ReadonlySet<string>, found: Set<string>): void {
  const term = (t: Term) => {
    if (t.kind === 'var' && !bound.has(t.name)) found.add(t.name)
  }
  switch (formula.op) {
    case 'pred':
      return formula.args.forEach(term)
    case 'cmp':
      return [formula.left, formula.right].forEach(term)
    case 'exists':
    case 'forall':
      return collect(formula.arg, new Set([...bound, ...formula.vars]), found)
    default:
      return parts(formula).forEach((part) => collect(part, bound, found))
  }
}

/** The immediate subformulas, left to right. */
export function parts(formula: Formula): readonly Formula[] {
  if ('args' in formula) return formula.op === 'pred' ? [] : formula.args
  if ('arg' in formula) return [formula.arg]
  return 'interval' in formula || formula.op === 'implies' || formula.op === 'iff' ? [formula.left, formula.right] : []
}
