// Verdicts written down by hand from the definitions, which every evaluator of the logic has to give.
import { describe, expect, it } from 'vitest'
import { compileFirstOrder, type FirstOrderVerdict, type TracePoint } from '../first-order/index.ts'
import type { Formula } from '../formula.ts'
import { evaluateReference, satReference } from './index.ts'
import { CLOSED, OPEN, PROPOSITIONAL } from './triples/index.ts'

describe('the definitions', () => {
  it('have at least three hundred verdict tables', () => {
    expect(PROPOSITIONAL.length + CLOSED.length + OPEN.length).toBeGreaterThanOrEqual(300)
  })
  it.each([...PROPOSITIONAL, ...CLOSED])('$title', ({ formula, trace, expected }) => {
    expect(evaluateReference(formula, trace)).toEqual(expected)
  })
  it.each(OPEN)('$title', ({ formula, trace, expected }) => {
    expect(satReference(formula, trace)).toEqual(expected)
  })
})

describe('the first-order monitor', () => {
  const monitored = [...PROPOSITIONAL, ...CLOSED, ...OPEN].filter(({ formula }) => !endless(formula))

  it('is left with more than four hundred tables when those without an end to the future are set aside', () => {
    expect(monitored.length).toBeGreaterThan(400)
  })
  it.each(monitored)('$title', ({ formula, trace, expected }) => {
    expect(firstOrderVerdicts(formula, trace)).toEqual(expected)
  })
})

function firstOrderVerdicts(formula: Formula, trace: readonly TracePoint[]): FirstOrderVerdict[] {
  const compiled = compileFirstOrder(formula)
  if (!compiled.ok) throw new Error(compiled.refusal.message)
  const verdicts: FirstOrderVerdict[] = []
  const take = (_point: number, _time: number, verdict: FirstOrderVerdict) => void verdicts.push(verdict)
  for (const { time, events } of trace) compiled.monitor.push(time, events, take)
  compiled.monitor.end(take)
  return verdicts
}

/** Whether it looks ahead without end, which a first-order monitor refuses. */
function endless(formula: Formula): boolean {
  const compiled = compileFirstOrder(formula)
  return !compiled.ok && compiled.refusal.code === 'unbounded-future'
}
