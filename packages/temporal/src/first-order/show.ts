// A formula in one line, to name it in a message.
import type { Formula, Interval, Term } from '../formula.ts'

const LONGEST = 120

/** Shortened in the middle where it would not fit a line. */
export function showFormula(formula: Formula): string {
  const text = whole(formula, false)
  return text.length <= LONGEST ? text : `${text.slice(0, 80)} … ${text.slice(-35)}`
}

function whole(formula: Formula, nested: boolean): string {
  const inner = (part: Formula) => whole(part, true)
  const wrap = (text: string) => (nested ? `(${text})` : text)
  switch (formula.op) {
    case 'true':
    case 'false':
      return formula.op
    case 'atom':
      return formula.name
    case 'pred':
      return `${formula.name}(${formula.args.map(showTerm).join(', ')})`
    case 'cmp':
      return wrap(`${showTerm(formula.left)} ${formula.rel} ${showTerm(formula.right)}`)
    case 'not':
      return `not ${inner(formula.arg)}`
    case 'and':
    case 'or':
      if (formula.args.length === 0) return formula.op === 'and' ? 'true' : 'false'
      return wrap(formula.args.map(inner).join(` ${formula.op} `))
    case 'implies':
    case 'iff':
      return wrap(`${inner(formula.left)} ${formula.op} ${inner(formula.right)}`)
    case 'since':
    case 'until':
      return wrap(`${inner(formula.left)} ${formula.op}${showInterval(formula.interval)} ${inner(formula.right)}`)
    case 'exists':
    case 'forall':
      return wrap(`${formula.op} ${formula.vars.join(', ')}. ${whole(formula.arg, false)}`)
    default:
      return `${formula.op}${showInterval(formula.interval)} ${inner(formula.arg)}`
  }
}

const showTerm = (term: Term): string => (term.kind === 'var' ? term.name : JSON.stringify(term.value))
const showInterval = ({ from, to }: Interval): string => (from === 0 && to === null ? '' : `[${from},${to ?? '*'}]`)
