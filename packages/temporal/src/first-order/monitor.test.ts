// The first-order monitor against the definitions, over random formulas and traces.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Formula } from '../formula.ts'
import { evaluateReference, satReference } from '../reference/index.ts'
import { formulas, traces } from '../testing/formulas.ts'
import { compileFirstOrder, freeVariables, type FirstOrderVerdict, type TracePoint } from './index.ts'
import { anyFormulas, eventTraces, safeFormulas } from './testing/formulas.ts'

/** The verdicts given while the trace came in, and all of them when it had ended. */
function verdictsOf(formula: Formula, trace: readonly TracePoint[]) {
  const compiled = compileFirstOrder(formula)
  if (!compiled.ok) throw new Error(compiled.refusal.message)
  const verdicts: FirstOrderVerdict[] = []
  const take = (point: number, time: number, verdict: FirstOrderVerdict) => {
    expect(point).toBe(verdicts.length)
    expect(time).toBe(trace[point]!.time)
    verdicts.push(verdict)
  }
  for (const { time, events } of trace) compiled.monitor.push(time, events, take)
  const early = [...verdicts]
  compiled.monitor.end(take)
  return { early, verdicts }
}

const byDefinition = (formula: Formula, trace: readonly TracePoint[]): readonly FirstOrderVerdict[] =>
  freeVariables(formula).length === 0 ? evaluateReference(formula, trace) : satReference(formula, trace)

describe('a first-order monitor', () => {
  it('takes every safe formula and says what the definitions say, at worst nothing at the very end', () => {
    const count = { given: 0, cautious: 0 }
    fc.assert(
      fc.property(safeFormulas, eventTraces(12), (formula, trace) => {
        const { early, verdicts } = verdictsOf(formula, trace)
        const expected = byDefinition(formula, trace)
        expect(early).toEqual(expected.slice(0, early.length))
        expect(verdicts).toEqual(expected.map((verdict, i) => (verdicts[i] === null ? null : verdict)))
        count.given += verdicts.length
        count.cautious += verdicts.filter((verdict, i) => verdict === null && expected[i] !== null).length
      }),
      { numRuns: 5000 },
    )
    expect(count.cautious / count.given).toBeLessThan(0.002)
  })
  it('says what the definitions say of any formula that it takes', () => {
    fc.assert(
      fc.property(anyFormulas, eventTraces(10), (formula, trace) => {
        fc.pre(compileFirstOrder(formula).ok)
        const { early, verdicts } = verdictsOf(formula, trace)
        const expected = byDefinition(formula, trace)
        expect(early).toEqual(expected.slice(0, early.length))
        expect(verdicts).toEqual(expected.map((verdict, i) => (verdicts[i] === null ? null : verdict)))
      }),
      { numRuns: 3000 },
    )
  })
  it('says of propositional formulas just what the definitions say, to the last time-point', () => {
    fc.assert(
      fc.property(formulas, traces(20), (formula, trace) => {
        fc.pre(compileFirstOrder(formula).ok)
        expect(verdictsOf(formula, trace).verdicts).toEqual(evaluateReference(formula, trace))
      }),
      { numRuns: 3000 },
    )
  })
})
