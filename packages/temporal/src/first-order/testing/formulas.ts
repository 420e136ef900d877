// Random first-order formulas within the fragment, any formulas at all, and traces of few values, small enough to
// follow the definitions on them.
import fc from 'fast-check'
import type { Formula, Interval, Relation, Term, Value } from '../../formula.ts'
import type { TracePoint } from '../event.ts'

export const VALUES: readonly Value[] = [1, 2, 'a']

const variable = (name: string): Term => ({ kind: 'var', name })
const constant: fc.Arbitrary<Term> = fc.constantFrom(...VALUES).map((value): Term => ({ kind: 'const', value }))
const relation = fc.constantFrom<Relation>('=', '<', '>', '<=', '>=')

const pred = (name: string, ...args: Term[]): Formula => ({ op: 'pred', name, args })
const not = (arg: Formula): Formula => ({ op: 'not', arg })
const exists = (vars: readonly string[], arg: Formula): Formula => ({ op: 'exists', vars, arg })

const past: fc.Arbitrary<Interval> = fc
  .tuple(fc.nat(4), fc.option(fc.nat(5)))
  .map(([from, length]) => ({ from, to: length === null ? null : from + length }))
const future: fc.Arbitrary<Interval> = fc
  .tuple(fc.nat(4), fc.nat(4))
  .map(([from, length]) => ({ from, to: from + length }))
const fromNow = (interval: fc.Arbitrary<Interval>) => interval.map(({ to }): Interval => ({ from: 0, to }))

interface Tiers {
  /** Without free variables; with `x`; with `y`; with both. */
  readonly closed: Formula
  readonly x: Formula
  readonly y: Formula
  readonly both: Formula
}

const { closed, x, both } = fc.letrec<Tiers>((tie: fc.LetrecTypedTie<Tiers>) => {
  /** What makes from formulas with certain free variables others with the same. */
  const same = (tier: 'closed' | 'x' | 'y' | 'both', leaf: fc.Arbitrary<Formula>, terms: fc.Arbitrary<Term>) => {
    const inner = tie(tier)
    const compared = fc.record({ op: fc.constant('cmp'), rel: relation, left: terms, right: terms })
    const left = fc.oneof(inner, inner.map(not), tie('closed'))
    return [
      leaf,
      fc.record({ op: fc.constant('and'), args: fc.tuple(inner, fc.oneof(inner, inner.map(not), compared)) }),
      fc.record({ op: fc.constant('and'), args: fc.tuple(inner.map(not), inner) }),
      fc.record({ op: fc.constant('or'), args: fc.tuple(inner, inner) }),
      fc.record({ op: fc.constantFrom('prev', 'once'), interval: past, arg: inner }),
      fc.record({ op: fc.constant('historically'), interval: fromNow(past), arg: inner }),
      fc.record({ op: fc.constantFrom('next', 'eventually'), interval: future, arg: inner }),
      fc.record({ op: fc.constant('always'), interval: fromNow(future), arg: inner }),
      fc.record({ op: fc.constant('since'), interval: past, left, right: inner }),
      fc.record({ op: fc.constant('until'), interval: future, left, right: inner }),
    ] as unknown as fc.Arbitrary<Formula>[]
  }
  const [tx, ty] = [variable('x'), variable('y')]
  const grow = (parts: fc.Arbitrary<Formula>[]) => fc.oneof({ maxDepth: 3, depthSize: 'medium' }, parts[0]!, ...parts)
  const implication = fc
    .tuple(tie('x'), tie('x'))
    .map(([left, right]): Formula => ({ op: 'forall', vars: ['x'], arg: { op: 'implies', left, right } }))
  return {
    closed: grow([
      fc.oneof(
        fc.constant<Formula>({ op: 'atom', name: 'a' }),
        constant.map((term) => pred('p', term)),
      ),
      ...same('closed', fc.constant<Formula>({ op: 'true' }), constant).slice(1),
      tie('closed').map(not),
      tie('x').map((arg) => exists(['x'], arg)),
      tie('both').map((arg) => exists(['x', 'y'], arg)),
      implication,
      fc.record({ op: fc.constantFrom('iff', 'implies'), left: tie('closed'), right: tie('closed') }),
    ] as fc.Arbitrary<Formula>[]),
    x: grow([
      ...same(
        'x',
        fc.constantFrom(pred('p', tx), pred('q', tx), pred('e', tx, tx)),
        fc.oneof(fc.constant(tx), constant),
      ),
      tie('both').map((arg) => exists(['y'], arg)),
      constant.map((term) => pred('e', tx, term)),
      fc.record({ op: fc.constant('and'), args: fc.tuple(tie('closed'), tie('x')) }) as fc.Arbitrary<Formula>,
    ]),
    y: grow(same('y', fc.constantFrom(pred('p', ty), pred('q', ty)), fc.oneof(fc.constant(ty), constant))),
    both: grow([
      ...same(
        'both',
        fc.constantFrom(pred('e', tx, ty), pred('e', ty, tx), { op: 'and', args: [pred('p', tx), pred('q', ty)] }),
        fc.oneof(fc.constantFrom(tx, ty), constant),
      ),
      fc.record({ op: fc.constant('and'), args: fc.tuple(tie('x'), tie('y')) }) as fc.Arbitrary<Formula>,
      fc.record({ op: fc.constant('and'), args: fc.tuple(tie('both'), tie('x')) }) as fc.Arbitrary<Formula>,
      fc
        .record({ interval: past, left: tie('x'), right: tie('both') })
        .map(({ interval, left, right }): Formula => ({ op: 'since', interval, left: not(left), right })),
      fc
        .record({ interval: future, left: tie('y'), right: tie('both') })
        .map(({ interval, left, right }): Formula => ({ op: 'until', interval, left, right })),
    ]),
  }
})

/** Formulas that a monitor has to take. */
export const safeFormulas: fc.Arbitrary<Formula> = fc.oneof(closed, x, both)

/** Formulas that a monitor may take or refuse. */
export const anyFormulas: fc.Arbitrary<Formula> = fc.letrec<{ any: Formula }>(
  (tie: fc.LetrecTypedTie<{ any: Formula }>) => {
    const term = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('x', 'y').map(variable) }, constant)
    const unary = fc.constantFrom('prev', 'next', 'once', 'historically', 'eventually', 'always')
    return {
      any: fc.oneof(
        { maxDepth: 4, depthSize: 'medium' },
        fc.tuple(fc.constantFrom('p', 'q'), term).map(([name, one]) => pred(name, one)),
        fc.tuple(term, term).map(([one, other]) => pred('e', one, other)),
        fc.record({ op: fc.constant('cmp'), rel: relation, left: term, right: term }),
        tie('any').map(not),
        fc.record({
          op: fc.constantFrom('and', 'and', 'or'),
          args: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({ op: fc.constantFrom('implies', 'iff'), left: tie('any'), right: tie('any') }),
        fc.record({
          op: fc.constantFrom('exists', 'forall'),
          vars: fc.constantFrom(['x'], ['y'], ['x', 'y']),
          arg: tie('any'),
        }),
        fc.record({ op: unary, interval: future, arg: tie('any') }),
        fc.record({ op: fc.constantFrom('since', 'until'), interval: future, left: tie('any'), right: tie('any') }),
      ) as fc.Arbitrary<Formula>,
    }
  },
).any

const value = fc.constantFrom(...VALUES)
const event = fc.oneof(
  fc.tuple(fc.constantFrom('p', 'q'), value).map(([name, one]) => ({ name, args: [one] })),
  fc.tuple(value, value).map((args) => ({ name: 'e', args })),
  fc.constant({ name: 'a', args: [] }),
)

/** Times stand still, creep and jump. */
export function eventTraces(maxLength: number): fc.Arbitrary<TracePoint[]> {
  const step = fc.oneof(fc.constantFrom(0, 1), fc.nat(5))
  return fc.array(fc.tuple(step, fc.array(event, { maxLength: 5 })), { maxLength }).map((steps) => {
    let time = 0
    return steps.map(([by, events]) => ({ time: (time += by), events }))
  })
}
