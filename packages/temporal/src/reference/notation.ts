// A short notation for formulas and traces, so that tests can be read: `p(x) and once[0,5] q(x,"a")`, `0:p 1: 2:q(7)`.
import type { Formula, Interval, Relation, Term, Value } from '../formula.ts'
import type { TracePoint } from '../first-order/event.ts'

const TOKEN = /\s*(?:([A-Za-z_]\w*)|(-?\d+)|"([^"]*)"|(<=|>=|[=<>()[\],.*]))/y
const UNARY = ['prev', 'next', 'once', 'historically', 'eventually', 'always'] as const
const RELATIONS: readonly string[] = ['=', '<', '>', '<=', '>=']

/**
 * Binds tightest first: `not` and the unary temporal operators, `since` and `until`, `and`, `or`, `implies`, `iff`;
 * `exists x, y.` and `forall x.` reach as far as they can. A missing interval is [0,*], without end. Words that stand
 * alone in a predicate are variables, quoted ones and numbers constants; a bare `p` is a propositional atom.
 */
export function formulaOf(text: string): Formula {
  const tokens = tokensOf(text)
  let at = 0
  const eat = (token: string) => tokens[at] === token && ((at += 1), true)
  const need = (token: string) => {
    if (!eat(token)) throw new Error(`expected ${token} before ${tokens.slice(at).join(' ')} in ${text}`)
  }
  const take = () => tokens[at++] ?? ''

  const leftAssociative = (word: 'implies' | 'iff', inner: () => Formula) => (): Formula => {
    let left = inner()
    while (eat(word)) left = { op: word, left, right: inner() }
    return left
  }
  const list = (word: 'and' | 'or', inner: () => Formula) => (): Formula => {
    const args = [inner()]
    while (eat(word)) args.push(inner())
    return args.length === 1 ? args[0]! : { op: word, args }
  }
  const timed = (): Formula => {
    const left = unary()
    const op = eat('since') ? 'since' : eat('until') ? 'until' : null
    return op === null ? left : { op, interval: interval(), left, right: unary() }
  }
  const whole = leftAssociative('iff', leftAssociative('implies', list('or', list('and', timed))))

  function unary(): Formula {
    if (eat('not')) return { op: 'not', arg: unary() }
    for (const op of UNARY) if (eat(op)) return { op, interval: interval(), arg: unary() }
    for (const op of ['exists', 'forall'] as const) {
      if (!eat(op)) continue
      const vars = [take()]
      while (eat(',')) vars.push(take())
      need('.')
      return { op, vars, arg: whole() }
    }
    if (eat('(')) {
      const inner = whole()
      need(')')
      return inner
    }
    for (const op of ['true', 'false'] as const) if (eat(op)) return { op }
    return leaf()
  }

  function leaf(): Formula {
    const first = take()
    if (eat('(')) {
      const args: Term[] = []
      while (!eat(')')) {
        args.push(term(take()))
        eat(',')
      }
      return { op: 'pred', name: first, args }
    }
    if (RELATIONS.includes(tokens[at] ?? '')) {
      const rel = take() as Relation
      return { op: 'cmp', rel, left: term(first), right: term(take()) }
    }
    return { op: 'atom', name: first }
  }

  function interval(): Interval {
    if (!eat('[')) return { from: 0, to: null }
    const from = Number(take())
    need(',')
    const to = take()
    need(']')
    return { from, to: to === '*' ? null : Number(to) }
  }

  const formula = whole()
  if (at < tokens.length) throw new Error(`cannot read ${tokens.slice(at).join(' ')} in ${text}`)
  return formula
}

/** Time-points parted by blanks, each `time:event,event`; arguments are numbers, or words as they stand. */
export function traceOf(text: string): TracePoint[] {
  return text
    .split(/\s+/)
    .filter((point) => point !== '')
    .map((point) => {
      const [time = '', events = ''] = point.split(':')
      return {
        time: Number(time),
        events: [...events.matchAll(/(\w+)(?:\(([^)]*)\))?/g)].map(([, name = '', args = '']) => ({
          name,
          args: args === '' ? [] : args.split(',').map(valueOf),
        })),
      }
    })
}

/** A number where it reads as one, a word otherwise. */
export function valueOf(text: string): Value {
  return /^-?\d+$/.test(text) ? Number(text) : text
}

function term(token: string): Term {
  if (token.startsWith('"')) return { kind: 'const', value: token.slice(1) }
  if (/^-?\d/.test(token)) return { kind: 'const', value: Number(token) }
  return { kind: 'var', name: token }
}

/** Quoted words keep their opening quote, so that they are no variables. */
function tokensOf(text: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (match === null) throw new Error(`cannot read ${text.slice(from)}`)
    tokens.push(match[1] ?? match[2] ?? (match[3] === undefined ? match[4]! : `"${match[3]}`))
  }
  return tokens
}
