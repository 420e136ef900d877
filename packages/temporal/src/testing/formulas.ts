// Random propositional formulas and traces, small enough that the definitions can be followed on them.
import fc from 'fast-check'
import type { Formula, Interval } from '../formula.ts'
import type { TracePoint } from '../first-order/event.ts'

const NAMES = ['p', 'q', 'r'] as const

const interval: fc.Arbitrary<Interval> = fc
  .tuple(fc.nat(6), fc.option(fc.nat(8)))
  .map(([from, length]) => ({ from, to: length === null ? null : from + length }))

const leaf: fc.Arbitrary<Formula> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...NAMES).map((name): Formula => ({ op: 'atom', name })) },
  { weight: 1, arbitrary: fc.constantFrom<Formula>({ op: 'true' }, { op: 'false' }) },
)

const UNARY = ['prev', 'next', 'once', 'historically', 'eventually', 'always'] as const

export const formulas: fc.Arbitrary<Formula> = fc.letrec<{ any: Formula }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    leaf,
    fc.record({ op: fc.constant('not' as const), arg: tie('any') }),
    fc.record({ op: fc.constantFrom('and', 'or'), args: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ op: fc.constantFrom('implies', 'iff'), left: tie('any'), right: tie('any') }),
    fc.record({ op: fc.constantFrom(...UNARY), interval, arg: tie('any') }),
    fc.record({ op: fc.constantFrom('since', 'until'), interval, left: tie('any'), right: tie('any') }),
  ) as fc.Arbitrary<Formula>,
})).any

/** Times that stand still, creep and jump; a first time that may lie before zero. */
export function traces(maxLength: number): fc.Arbitrary<TracePoint[]> {
  const step = fc.oneof(fc.constant(0), fc.nat(2), fc.nat(9))
  const events = fc.subarray([...NAMES]).map((names) => names.map((name) => ({ name, args: [] })))
  return fc
    .tuple(fc.integer({ min: -5, max: 5 }), fc.array(fc.tuple(step, events), { maxLength }))
    .map(([start, steps]) => {
      let time = start
      return steps.map(([by, events]) => ({ time: (time += by), events }))
    })
}
