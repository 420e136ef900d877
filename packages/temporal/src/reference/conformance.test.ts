// Verdicts written down by hand from the definitions, which every evaluator of the logic has to give.
import { describe, expect, it } from 'vitest'
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
