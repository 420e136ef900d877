// Reasons: they suffice by themselves, and none of them can be left out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Formula } from '../formula.ts'
import { formulaOf } from '../reference/notation.ts'
import { formulas } from '../testing/formulas.ts'
import { compileFourValued } from './monitor.ts'
import { evaluateFourValued, type EvidencePoint } from './reference.ts'
import { evidencePoints, pointsOf, said, type Said } from './testing/points.ts'
import type { FourVerdict, Reason } from './verdict.ts'

/** The verdict if there were only this evidence, as known when it was given. */
function verdictOn(
  reasons: readonly Reason[],
  formula: Formula,
  trace: readonly EvidencePoint[],
  { index, known, ended }: Said,
): FourVerdict | null {
  const bare = trace.slice(0, known).map(({ time }, point) => ({
    time,
    evidence: reasons.filter((reason) => reason.point === point),
  }))
  return evaluateFourValued(formula, bare, !ended)[index]!
}

/** The last verdict on a trace, and its reasons as `+p@3`. */
function why(text: string, points: string): [FourVerdict | null, string] {
  const { value, reasons } = said(formulaOf(text), pointsOf(points), { reasons: true }).at(-1)!
  return [value, reasons.map(({ time, atom, side }) => `${side === 'for' ? '+' : '-'}${atom}@${time}`).join(' ')]
}

describe('the reasons of a verdict', () => {
  it('give the same verdict by themselves, and leaving out any of them gives another', () => {
    fc.assert(
      fc.property(formulas, evidencePoints(12), fc.nat(4), (formula, trace, every) => {
        for (const one of said(formula, trace, { reasons: true, advanceAt: (at) => at % (every + 1) === 0 })) {
          const { value, reasons } = one
          if (value === null) {
            expect(reasons).toEqual([])
            continue
          }
          expect(verdictOn(reasons, formula, trace, one)).toBe(value)
          for (const left of reasons) {
            const others = reasons.filter((reason) => reason !== left)
            expect(verdictOn(others, formula, trace, one)).not.toBe(value)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('are evidence that was given, and never half of what is contested', () => {
    fc.assert(
      fc.property(formulas, evidencePoints(12), (formula, trace) => {
        for (const { value, reasons } of said(formula, trace, { reasons: true })) {
          for (const { point, time, atom, side } of reasons) {
            const there = trace[point]!.evidence.filter((one) => one.atom === atom)
            expect(there.map((one) => one.side)).toContain(side)
            expect(there).toHaveLength(value === 'contested' ? 2 : 1)
            expect(time).toBe(trace[point]!.time)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('are the nearest witness where there are many', () => {
    expect(why('once[0,9] p', '0:+p 3:+p 5: 7:-p')).toEqual(['met', '+p@3'])
  })
  it('are the whole of a window that was kept', () => {
    expect(why('historically[0,3] p', '0:+p 1:+p 2:+p 4:+p')).toEqual(['met', '+p@1 +p@2 +p@4'])
  })
  it('are a witness and every step after it', () => {
    expect(why('p since q', '0:+q 1:+p,+q 2:+p 3:+p')).toEqual(['met', '+q@1 +p@2 +p@3'])
  })
  it('are the one break that no chain gets past, and what would have begun a chain after it', () => {
    expect(why('p since q', '0:+q 1:-p,-q 2:+p,-q 3:+p,-q')).toEqual(['breached', '-p@1 -q@1 -q@2 -q@3'])
  })
  it('are both sides of one atom where the verdict is contested', () => {
    expect(why('p since q', '0:+q 1:+p,-p 2:+p,-p 3:')).toEqual(['contested', '+p@2 -p@2'])
  })
  it('are no contested atom that something else has made no matter', () => {
    expect(why('(p and q) or r', '0:+p,-p,-q,+r,-r')).toEqual(['contested', '+r@0 -r@0'])
  })
  it('are none where nothing is known, and where it could not be otherwise', () => {
    expect(why('p since q', '0:+q 1:')).toEqual(['unknown', ''])
    expect(why('once[5,9] p', '0:+p 1:+p')).toEqual(['breached', ''])
  })
  it('say what keeps the unknown from being contested by what is to come', () => {
    const [first] = said(formulaOf('r or (p until q)'), pointsOf('0:-p,-q 1:'), { reasons: true })
    expect(first).toMatchObject({ value: 'unknown', known: 1, reasons: [{ atom: 'p' }] })
  })
  it('are given only by a monitor that was asked to keep the evidence', () => {
    const monitor = compileFourValued(formulaOf('p'), (verdicts) => verdicts.reasons(verdicts.from))
    monitor.point(0)
    expect(() => monitor.advance()).toThrow('reasons were not asked for')
  })
})
