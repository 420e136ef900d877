// Metric first-order temporal logic straight from its definitions: slow, short and meant to be read beside them.
import type { Formula, Interval, Relation, Term, Value } from '../formula.ts'
import type { TracePoint } from '../first-order/event.ts'
import { compareTuples } from '../first-order/order.ts'
import { freeVariables, parts } from '../first-order/variables.ts'

/** Null is what the trace ends without deciding. */
export type Truth = boolean | null

type Assignment = ReadonlyMap<string, Value>

/** Stands for every value that neither trace nor formula mentions, of which there are many. */
const UNSEEN = '\u0000unseen'

/**
 * The verdict of a closed formula at each time-point of a trace that may go on.
 *
 * Undecided is read as Kleene reads it: whatever lies beyond the last time-point is unknown, and connectives give an
 * answer where the known parts settle it. A future window is open at the end while a further time-point, which may
 * share the last one's time, could still fall into it. `next` at the last time-point is false, as `prev` at the first.
 */
export function evaluateReference(formula: Formula, trace: readonly TracePoint[]): Truth[] {
  const holds = evaluator(formula, trace)
  return trace.map((_, i) => holds(formula, i, new Map()))
}

/**
 * The tuples that satisfy an open formula at each time-point, over the values that trace and formula mention: columns
 * as `freeVariables` orders them, rows sorted as `compareTuples` does. Null where any tuple, be it of values never yet
 * seen, is undecided.
 */
export function satReference(formula: Formula, trace: readonly TracePoint[]): (Value[][] | null)[] {
  const holds = evaluator(formula, trace)
  const variables = freeVariables(formula)
  const assignments = variables.reduce<Assignment[]>(
    (given, name) => given.flatMap((one) => mentioned(formula, trace).map((value) => new Map([...one, [name, value]]))),
    [new Map()],
  )
  return trace.map((_, i) => {
    const rows: Value[][] = []
    for (const assignment of assignments) {
      const truth = holds(formula, i, assignment)
      if (truth === null) return null
      const row = [...assignment.values()]
      if (truth && !row.includes(UNSEEN)) rows.push(row)
    }
    return rows.toSorted(compareTuples)
  })
}

function evaluator(root: Formula, trace: readonly TracePoint[]) {
  const values = mentioned(root, trace)
  const known = new Map<Formula, Map<string, Truth>>()
  const time = (i: number) => trace[i]!.time
  const last = trace.length - 1

  function holds(formula: Formula, i: number, given: Assignment): Truth {
    const key = JSON.stringify([i, ...given])
    const answers = known.get(formula) ?? new Map<string, Truth>()
    known.set(formula, answers)
    let truth = answers.get(key)
    if (truth === undefined) answers.set(key, (truth = decide(formula, i, given)))
    return truth
  }

  function decide(f: Formula, i: number, given: Assignment): Truth {
    const at = (part: Formula, j: number) => holds(part, j, given)
    switch (f.op) {
      case 'true':
        return true
      case 'false':
        return false
      case 'atom':
        return happens(f.name, [], i)
      case 'pred':
        return happens(
          f.name,
          f.args.map((term) => valueOf(term, given)),
          i,
        )
      case 'cmp':
        return compare(f.rel, f.left, f.right, given)
      case 'not':
        return not(at(f.arg, i))
      case 'and':
        return every(f.args.map((arg) => at(arg, i)))
      case 'or':
        return some(f.args.map((arg) => at(arg, i)))
      case 'implies':
        return some([not(at(f.left, i)), at(f.right, i)])
      case 'iff':
        return same(at(f.left, i), at(f.right, i))
      case 'exists':
        return some(chosen(f.vars, given).map((one) => holds(f.arg, i, one)))
      case 'forall':
        return every(chosen(f.vars, given).map((one) => holds(f.arg, i, one)))
      case 'prev':
        return i > 0 && within(f.interval, time(i) - time(i - 1)) ? at(f.arg, i - 1) : false
      case 'next':
        return i < last && within(f.interval, time(i + 1) - time(i)) ? at(f.arg, i + 1) : false
      case 'once':
        return some(past(f.interval, i).map((j) => at(f.arg, j)))
      case 'historically':
        return every(past(f.interval, i).map((j) => at(f.arg, j)))
      case 'since':
        return some(
          past(f.interval, i).map((j) => every([at(f.right, j), ...range(j + 1, i).map((k) => at(f.left, k))])),
        )
      case 'eventually':
        return some([...future(f.interval, i).map((j) => at(f.arg, j)), ...beyond(f.interval, i)])
      case 'always':
        return every([...future(f.interval, i).map((j) => at(f.arg, j)), ...beyond(f.interval, i)])
      case 'until':
        return some([
          ...future(f.interval, i).map((j) => every([at(f.right, j), ...range(i, j - 1).map((k) => at(f.left, k))])),
          ...beyond(f.interval, i).map((unknown) => every([unknown, ...range(i, last).map((k) => at(f.left, k))])),
        ])
    }
  }

  const past = (interval: Interval, i: number) => range(0, i).filter((j) => within(interval, time(i) - time(j)))
  const future = (interval: Interval, i: number) => range(i, last).filter((j) => within(interval, time(j) - time(i)))
  const beyond = ({ to }: Interval, i: number): null[] => (to === null || time(last) - time(i) <= to ? [null] : [])
  const happens = (name: string, args: readonly Value[], i: number) =>
    trace[i]!.events.some(
      (event) => event.name === name && event.args.length === args.length && args.every((v, k) => v === event.args[k]),
    )
  const chosen = (vars: readonly string[], given: Assignment) =>
    vars.reduce<Assignment[]>(
      (some, name) => some.flatMap((one) => values.map((value) => new Map([...one, [name, value]]))),
      [given],
    )
  return holds
}

const not = (truth: Truth): Truth => (truth === null ? null : !truth)
const every = (truths: readonly Truth[]): Truth => !truths.includes(false) && (truths.includes(null) ? null : true)
const some = (truths: readonly Truth[]): Truth => not(every(truths.map(not)))
const same = (a: Truth, b: Truth): Truth => (a === null || b === null ? null : a === b)
const within = ({ from, to }: Interval, distance: number) => distance >= from && (to === null || distance <= to)
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k)

function valueOf(term: Term, given: Assignment): Value {
  if (term.kind === 'const') return term.value
  const value = given.get(term.name)
  if (value === undefined) throw new Error(`variable ${term.name} has no value`)
  return value
}

/** Never across the two kinds of value. Two values never seen may or may not be the same, and nobody knows their size. */
function compare(rel: Relation, left: Term, right: Term, given: Assignment): Truth {
  const [a, b] = [valueOf(left, given), valueOf(right, given)]
  if (a === UNSEEN || b === UNSEEN) {
    if (left.kind === 'var' && right.kind === 'var' && left.name === right.name) return rel.includes('=')
    return rel === '=' && a !== b ? false : null
  }
  if (typeof a !== typeof b) return false
  return { '=': a === b, '<': a < b, '>': a > b, '<=': a <= b, '>=': a >= b }[rel]
}

function mentioned(formula: Formula, trace: readonly TracePoint[]): readonly Value[] {
  const inFormula = (f: Formula): Value[] => {
    const terms = f.op === 'pred' ? f.args : f.op === 'cmp' ? [f.left, f.right] : []
    return [...terms.flatMap((term) => (term.kind === 'const' ? [term.value] : [])), ...parts(f).flatMap(inFormula)]
  }
  const inTrace = trace.flatMap((point) => point.events.flatMap((event) => event.args))
  return [...new Set([...inTrace, ...inFormula(formula), UNSEEN])]
}
