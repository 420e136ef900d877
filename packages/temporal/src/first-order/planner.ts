// Which formulas have finitely many tuples at every point, whatever the trace, and a plan for each that has.
import type { Formula, Interval } from '../formula.ts'
import { arrange, type Test } from './arrange.ts'
import { related } from './order.ts'
import { sizeOf, without, type Plan, type PlannedLeft, type Reading } from './plan.ts'
import {
  tooLarge,
  unboundedFuture,
  unequalVariables,
  unguardedComparison,
  unguardedLeft,
  unguardedNegation,
  unguardedWindow,
  type Refusal,
} from './refusal.ts'
import { isTest } from './test-rows.ts'
import type { ClosedInterval } from './until-state.ts'
import { freeVariables } from './variables.ts'

export type Planned = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly refusal: Refusal }

const planned = (plan: Plan): Planned => ({ ok: true, plan })
const refused = (refusal: Refusal): Planned => ({ ok: false, refusal })

/**
 * Plans a formula, or says what keeps it from being monitored. The fragment is that of Basin, Klaedtke, Müller and
 * Zălinescu, "Monitoring Metric First-Order Temporal Properties" (2015), with the rewritings done here: conjuncts in
 * any order, negations pushed inwards, quantifiers moved inwards, disjunctions drawn out of a conjunction.
 */
export function planFormula(formula: Formula): Planned {
  const planner = new Planner()
  const result = planner.read(formula, true)
  const large = result.ok ? sizeOf(result.plan) > MOST_PARTS : planner.exhausted
  return large ? refused(tooLarge(formula)) : result
}

/** Far more than anybody writes, and little enough to be planned and built at once. */
const MOST_PARTS = 20_000

class Planner {
  #readings = 0
  readonly #known = new Map<Formula, { true?: Planned; false?: Planned }>()

  /** Whether it gave up, and its refusal says nothing. */
  get exhausted(): boolean {
    return this.#readings > MOST_PARTS
  }

  /** A plan for the formula where `holds`, and for its negation otherwise. */
  read(formula: Formula, holds: boolean): Planned {
    const known = this.#known.get(formula) ?? {}
    this.#known.set(formula, known)
    const key = holds ? 'true' : 'false'
    this.#readings++
    if (this.exhausted) return refused(tooLarge(formula))
    return (known[key] ??= this.#plan(formula, holds))
  }

  #plan(formula: Formula, holds: boolean): Planned {
    switch (formula.op) {
      case 'true':
      case 'false':
        return planned({ kind: 'constant', holds: (formula.op === 'true') === holds, columns: [] })
      case 'atom':
      case 'pred': {
        const args = formula.op === 'pred' ? formula.args : []
        return this.#orContrary(formula, holds, () =>
          planned({ kind: 'leaf', name: formula.name, args, columns: freeVariables(formula) }),
        )
      }
      case 'cmp':
        return this.#comparison(formula, holds)
      case 'not':
        return this.read(formula.arg, !holds)
      case 'and':
      case 'or':
      case 'implies':
      case 'iff':
        return this.#connective(formula, holds)
      case 'exists':
        return this.#orContrary(formula, holds, () =>
          this.#then(formula.arg, true, (plan) => without(plan, formula.vars)),
        )
      case 'forall':
        return this.read({ op: 'exists', vars: formula.vars, arg: { op: 'not', arg: formula.arg } }, !holds)
      case 'prev':
      case 'next': {
        const { op: kind, interval, arg } = formula
        const shifted = (inner: Plan): Plan => ({ kind, interval, arg: inner, columns: inner.columns })
        return this.#orContrary(formula, holds, () => this.#then(arg, true, shifted))
      }
      case 'once':
      case 'eventually': {
        const sometime: Sometime = { op: formula.op, interval: formula.interval, arg: formula.arg, holds: true }
        return this.#orContrary(formula, holds, () => this.#sometime(sometime, formula))
      }
      case 'historically':
      case 'always':
        return this.#throughout(formula.op, formula.interval, formula.arg, formula, holds)
      case 'since':
      case 'until':
        return this.#orContrary(formula, holds, () => this.#twoSided(formula))
    }
  }

  #then(formula: Formula, holds: boolean, build: (plan: Plan) => Plan): Planned {
    const inner = this.read(formula, holds)
    return inner.ok ? planned(build(inner.plan)) : inner
  }

  /** The plan itself, or its complement, which only a closed formula has. */
  #orContrary(formula: Formula, holds: boolean, plan: () => Planned): Planned {
    if (holds) return plan()
    const names = freeVariables(formula)
    if (names.length > 0) return refused(unguardedNegation({ op: 'not', arg: formula }, names))
    const inner = this.read(formula, true)
    return inner.ok ? planned({ kind: 'complement', arg: inner.plan, columns: [] }) : inner
  }

  #comparison(formula: Formula & { op: 'cmp' }, holds: boolean): Planned {
    const { rel, left, right } = formula
    if (left.kind === 'const' && right.kind === 'const') {
      return planned({ kind: 'constant', holds: related(rel, left.value, right.value) === holds, columns: [] })
    }
    return this.#conjunction(formula, [{ formula, holds }])
  }

  #connective(formula: Formula & { op: 'and' | 'or' | 'implies' | 'iff' }, holds: boolean): Planned {
    if (formula.op === 'iff') {
      const { left, right } = formula
      const both = (l: boolean, r: boolean): Formula => ({ op: 'and', args: [signed(left, l), signed(right, r)] })
      return this.read({ op: 'or', args: [both(true, holds), both(false, !holds)] }, true)
    }
    const readings = conjuncts({ formula, holds })
    if (readings !== null) return this.#conjunction(signed(formula, holds), readings)
    return this.#disjunction(signed(formula, holds), disjuncts({ formula, holds }))
  }

  #conjunction(formula: Formula, readings: readonly Reading[]): Planned {
    const joined: Plan[] = []
    const excluded: { plan: Plan; formula: Formula }[] = []
    const tests: Test[] = []
    const unsafe: { reading: Reading; refusal: Refusal }[] = []
    for (const reading of readings) {
      const asTest = testOf(reading)
      const direct = asTest === null ? this.read(reading.formula, reading.holds) : null
      if (asTest !== null) tests.push(asTest)
      else if (direct!.ok) joined.push(direct!.plan)
      else {
        const contrary = this.read(reading.formula, !reading.holds)
        if (contrary.ok) excluded.push({ plan: contrary.plan, formula: signed(reading.formula, reading.holds) })
        else unsafe.push({ reading, refusal: moreTelling(direct!.refusal, contrary.refusal) })
      }
    }
    if (unsafe.length > 0) return this.#drawnOut(formula, readings, unsafe[0]!)
    const parts = { joined: joined.map(({ columns }) => ({ columns, costly: false })), tests }
    const { columns, unplaced } = arrange({ ...parts, excluded: excluded.map(({ plan }) => plan) })
    const missing = (of: readonly string[]) => of.filter((name) => !columns.includes(name))
    for (const part of unplaced.excluded) {
      const { plan, formula: negation } = excluded[part]!
      return refused(unguardedNegation(negation, missing(plan.columns)))
    }
    for (const part of unplaced.tests) {
      const test = tests[part]!
      return refused(unguardedComparison(signed(test.formula, test.holds), missing(test.columns)))
    }
    const only = joined.length === 1 && excluded.length === 0 && tests.length === 0 ? joined[0] : undefined
    return planned(only ?? { kind: 'conjunction', joined, excluded: excluded.map(({ plan }) => plan), tests, columns })
  }

  /**
   * What is unsafe alone may be safe beside the others: `a and (b or c)` is `(a and b) or (a and c)`,
   * `a and prev not b` is `a and prev true and not prev b`, `a and exists x. b` is `a and exists x. (a and b)`.
   */
  #drawnOut(
    formula: Formula,
    readings: readonly Reading[],
    { reading, refusal }: { reading: Reading; refusal: Refusal },
  ): Planned {
    const rest = readings.filter((other) => other !== reading)
    const beside = (...more: Reading[]): Formula => ({
      op: 'and',
      args: [...rest, ...more].map((one) => signed(one.formula, one.holds)),
    })
    const inner = reading.formula
    if ((inner.op === 'prev' || inner.op === 'next') && reading.holds && this.read(inner.arg, false).ok) {
      const { op, interval } = inner
      const near: Formula = { op, interval, arg: { op: 'true' } }
      const contrary: Formula = { op, interval, arg: { op: 'not', arg: inner.arg } }
      return this.read(beside({ formula: near, holds: true }, { formula: contrary, holds: false }), true)
    }
    const guarded = this.#guarded(reading, rest)
    if (guarded !== null) return this.#conjunction(formula, [...rest, guarded])
    const choices = disjuncts(reading)
    if (choices.length < 2) return refused(refusal)
    const drawn = this.#disjunction(
      formula,
      choices.map((choice) => ({ formula: beside(choice), holds: true })),
    )
    return drawn.ok ? drawn : refused(refusal)
  }

  /** A quantifier with those of the other conjuncts under it that are safe alone; null where that does not help. */
  #guarded({ formula, holds }: Reading, rest: readonly Reading[]): Reading | null {
    if (formula.op !== 'exists' && formula.op !== 'forall') return null
    const { vars } = formula
    const guards = rest
      .filter((other) => testOf(other) === null && this.read(other.formula, other.holds).ok)
      .map((other) => signed(other.formula, other.holds))
      .filter((guard) => !freeVariables(guard).some((name) => vars.includes(name)))
    const arg: Formula = { op: 'and', args: [...guards, signed(formula.arg, formula.op === 'exists')] }
    const exists: Formula = { op: 'exists', vars, arg }
    return guards.length > 0 && this.read(exists, true).ok
      ? { formula: exists, holds: holds === (formula.op === 'exists') }
      : null
  }

  #disjunction(formula: Formula, readings: readonly Reading[]): Planned {
    const parts: Plan[] = []
    const names = freeVariables(formula)
    for (const reading of readings) {
      const part = this.read(reading.formula, reading.holds)
      if (!part.ok) return part
      if (part.plan.kind === 'constant' && !part.plan.holds) continue
      const absent = names.filter((name) => !part.plan.columns.includes(name))
      if (absent.length > 0) return refused(unequalVariables(formula, absent))
      parts.push(part.plan)
    }
    if (parts.length === 0) return planned({ kind: 'constant', holds: false, columns: names })
    return planned(parts.length === 1 ? parts[0]! : { kind: 'union', parts, columns: names })
  }

  #sometime({ op, interval, arg, holds }: Sometime, whole: Formula): Planned {
    if (op === 'once') {
      return this.#then(arg, holds, (right) => ({ kind: 'since', interval, left: null, right, columns: right.columns }))
    }
    const closed = closedInterval(interval)
    if (closed === null) return refused(unboundedFuture(whole))
    return this.#then(arg, holds, (right) => ({
      kind: 'until',
      interval: closed,
      left: null,
      right,
      columns: right.columns,
    }))
  }

  /** Its negation is `once` or `eventually` of the negation; of tuples, it needs the present in its window. */
  #throughout(
    op: 'historically' | 'always',
    interval: Interval,
    arg: Formula,
    formula: Formula,
    holds: boolean,
  ): Planned {
    if (!holds) {
      return this.#sometime({ op: op === 'historically' ? 'once' : 'eventually', interval, arg, holds: false }, formula)
    }
    const names = freeVariables(formula)
    if (names.length === 0) {
      const contrary = this.read(formula, false)
      return contrary.ok ? planned({ kind: 'complement', arg: contrary.plan, columns: [] }) : contrary
    }
    const inner = this.read(arg, true)
    if (!inner.ok) return inner
    if (interval.from > 0) return refused(unguardedWindow(formula, names))
    const { columns } = inner.plan
    if (op === 'historically') return planned({ kind: 'historically', interval, arg: inner.plan, columns })
    const closed = closedInterval(interval)
    if (closed === null) return refused(unboundedFuture(formula))
    return planned({ kind: 'always', interval: closed, arg: inner.plan, columns })
  }

  #twoSided(formula: Formula & { op: 'since' | 'until' }): Planned {
    const right = this.read(formula.right, true)
    if (!right.ok) return right
    const { columns } = right.plan
    const stray = freeVariables(formula.left).filter((name) => !columns.includes(name))
    if (stray.length > 0) return refused(unguardedLeft(formula, stray))
    const left = this.#leftSide(formula.left)
    if ('refusal' in left) return refused(left.refusal)
    if (formula.op === 'since') {
      return planned({ kind: 'since', interval: formula.interval, left: left.side, right: right.plan, columns })
    }
    const closed = closedInterval(formula.interval)
    if (closed === null) return refused(unboundedFuture(formula))
    return planned({ kind: 'until', interval: closed, left: left.side, right: right.plan, columns })
  }

  #leftSide(formula: Formula): { side: PlannedLeft | null } | { refusal: Refusal } {
    const direct = this.read(formula, true)
    if (direct.ok) {
      const always = direct.plan.kind === 'constant' && direct.plan.holds
      return { side: always ? null : { plan: direct.plan, strikes: false } }
    }
    const contrary = this.read(formula, false)
    return contrary.ok ? { side: { plan: contrary.plan, strikes: true } } : { refusal: direct.refusal }
  }
}

/** `once` or `eventually`, of what is given or of its negation. */
interface Sometime {
  readonly op: 'once' | 'eventually'
  readonly interval: Interval
  readonly arg: Formula
  readonly holds: boolean
}

const signed = (formula: Formula, holds: boolean): Formula => (holds ? formula : { op: 'not', arg: formula })

/** That a negation stands unguarded is true of much that fails for another reason. */
const moreTelling = (a: Refusal, b: Refusal): Refusal => (a.code === 'unguarded-negation' ? b : a)

const closedInterval = ({ from, to }: Interval): ClosedInterval | null => (to === null ? null : { from, to })

function testOf({ formula, holds }: Reading): Test | null {
  const columns = freeVariables(formula)
  return columns.length > 0 && isTest(formula) ? { formula, holds, columns } : null
}

/** What a reading is the conjunction of, all the way down; null where it is none. */
function conjuncts({ formula, holds }: Reading): readonly Reading[] | null {
  const deeper = (parts: readonly Reading[]) => parts.flatMap((part) => conjuncts(part) ?? [part])
  if (formula.op === 'not')
    return conjuncts({ formula: formula.arg, holds: !holds }) ?? [{ formula: formula.arg, holds: !holds }]
  if (formula.op === (holds ? 'and' : 'or')) return deeper(formula.args.map((arg) => ({ formula: arg, holds })))
  if (formula.op === 'implies' && !holds) {
    return deeper([
      { formula: formula.left, holds: true },
      { formula: formula.right, holds: false },
    ])
  }
  return null
}

/** What a reading is the disjunction of; itself alone where it is none. */
function disjuncts({ formula, holds }: Reading): readonly Reading[] {
  if (formula.op === 'not') return disjuncts({ formula: formula.arg, holds: !holds })
  if (formula.op === (holds ? 'or' : 'and')) return formula.args.map((arg) => ({ formula: arg, holds }))
  if (formula.op === 'implies' && holds) {
    return [
      { formula: formula.left, holds: false },
      { formula: formula.right, holds: true },
    ]
  }
  if (formula.op === 'iff') {
    const both = (l: boolean, r: boolean): Formula => ({
      op: 'and',
      args: [signed(formula.left, l), signed(formula.right, r)],
    })
    return [
      { formula: both(true, holds), holds: true },
      { formula: both(false, !holds), holds: true },
    ]
  }
  return [{ formula, holds }]
}
