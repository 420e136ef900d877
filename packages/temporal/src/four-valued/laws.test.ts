// The laws that four values obey, and the laws of two that they do not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Formula } from '../formula.ts'
import { formulaOf } from '../reference/notation.ts'
import { formulas } from '../testing/formulas.ts'
import type { EvidencePoint } from './reference.ts'
import { evidencePoints, pointsOf, verdicts } from './testing/points.ts'
import type { FourVerdict } from './verdict.ts'

const not = (arg: Formula): Formula => ({ op: 'not', arg })
const swappedVerdict = (verdict: FourVerdict | null) =>
  verdict === 'met' ? 'breached' : verdict === 'breached' ? 'met' : verdict

function swapped(trace: readonly EvidencePoint[]): EvidencePoint[] {
  return trace.map(({ time, evidence }) => ({
    time,
    evidence: evidence.map(({ atom, side }) => ({ atom, side: side === 'for' ? 'against' : 'for' })),
  }))
}

/** The same formula with `change` made at every part. */
function mapped(formula: Formula, change: (formula: Formula) => Formula): Formula {
  const of = (part: Formula) => mapped(part, change)
  if ('args' in formula && formula.op !== 'pred') return change({ ...formula, args: formula.args.map(of) })
  if ('arg' in formula) return change({ ...formula, arg: of(formula.arg) })
  if ('left' in formula && formula.op !== 'cmp') {
    return change({ ...formula, left: of(formula.left), right: of(formula.right) })
  }
  return change(formula)
}

const DUAL = {
  true: 'false',
  false: 'true',
  and: 'or',
  or: 'and',
  once: 'historically',
  historically: 'once',
  eventually: 'always',
  always: 'eventually',
} as const

function same(one: Formula, other: Formula, trace: readonly EvidencePoint[]): void {
  expect(verdicts(one, trace)).toEqual(verdicts(other, trace))
}

describe('four values', () => {
  it('do not change when evidence changes sides and every atom is denied', () => {
    fc.assert(
      fc.property(formulas, evidencePoints(20), (formula, trace) => {
        const denied = mapped(formula, (part) => (part.op === 'atom' ? not(part) : part))
        expect(verdicts(denied, swapped(trace))).toEqual(verdicts(formula, trace))
      }),
      { numRuns: 1000 },
    )
  })

  // `and` and `or` are each other seen through `not`, and so are the windows made of them. `prev` and `next` are their
  // own dual but where there is no neighbour: there both are breached. `since` and `until` have no dual among the
  // operators, and implies and iff only with `not`, so these are left out.
  it('swap met and breached when evidence changes sides and every operator becomes its dual', () => {
    const selfDual = ['atom', 'not', ...Object.keys(DUAL)]
    const withDual = formulas.filter((formula) => {
      let all = true
      mapped(formula, (part) => ((all &&= selfDual.includes(part.op)), part))
      return all
    })
    const dual = (part: Formula) => ({ ...part, op: DUAL[part.op as keyof typeof DUAL] ?? part.op }) as Formula
    fc.assert(
      fc.property(withDual, evidencePoints(20), (formula, trace) => {
        const given = verdicts(mapped(formula, dual), swapped(trace))
        expect(given).toEqual(verdicts(formula, trace).map(swappedVerdict))
      }),
      { numRuns: 1000 },
    )
  })

  it('are breached on both sides of a neighbour that is not there', () => {
    expect(verdicts(formulaOf('prev p'), pointsOf('0:+p'))).toEqual(['breached'])
    expect(verdicts(formulaOf('prev not p'), pointsOf('0:+p'))).toEqual(['breached'])
  })

  it('keep double negation, De Morgan, and that a window is a chain whose left side is true', () => {
    fc.assert(
      fc.property(formulas, formulas, evidencePoints(15), (a, b, trace) => {
        const interval = { from: 1, to: 7 }
        same(not(not(a)), a, trace)
        same(not({ op: 'and', args: [a, b] }), { op: 'or', args: [not(a), not(b)] }, trace)
        same({ op: 'once', interval, arg: a }, { op: 'since', interval, left: { op: 'true' }, right: a }, trace)
        same({ op: 'historically', interval, arg: a }, not({ op: 'once', interval, arg: not(a) }), trace)
        same({ op: 'always', interval, arg: a }, not({ op: 'eventually', interval, arg: not(a) }), trace)
      }),
      { numRuns: 500 },
    )
  })

  it('do not absorb and do not distribute, so nothing is simplified', () => {
    const [p, q] = [formulaOf('p'), formulaOf('p and (p or q)')]
    const trace = pointsOf('0:+q,-q')
    expect([verdicts(p, trace), verdicts(q, trace)]).toEqual([['unknown'], ['contested']])
    const [together, apart] = [formulaOf('p and (q or r)'), formulaOf('(p and q) or (p and r)')]
    const other = pointsOf('0:+q,-q,+r')
    expect([verdicts(together, other), verdicts(apart, other)]).toEqual([['unknown'], ['contested']])
  })

  it('do not let since be unrolled step by step', () => {
    const trace = pointsOf('0:+q 1:+p,+q,-q 2:')
    expect(verdicts(formulaOf('p since q'), trace).at(-1)).toBe('contested')
    expect(verdicts(formulaOf('q or (p and prev (p since q))'), trace).at(-1)).toBe('unknown')
  })

  it('turn no verdict of met into breached for evidence that favours it', () => {
    fc.assert(
      fc.property(evidencePoints(15), fc.nat(14), (trace, at) => {
        const formula = formulaOf('p since[0,9] (p and once[1,3] q)')
        const favoured = trace.map((point, index) =>
          index === at ? { ...point, evidence: [...point.evidence, { atom: 'p', side: 'for' as const }] } : point,
        )
        const [before, after] = [verdicts(formula, trace), verdicts(formula, favoured)]
        for (const [index, verdict] of after.entries()) {
          if (before[index] === 'met') expect(verdict).toBe('met')
          if (before[index] !== 'breached') expect(verdict).not.toBe('breached')
        }
      }),
      { numRuns: 500 },
    )
  })
})
