// The four-valued monitor against its definitions, and against the monitor of two values where evidence is clean.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../monitor.ts'
import { formulaOf } from '../reference/notation.ts'
import { formulas } from '../testing/formulas.ts'
import type { Formula } from '../formula.ts'
import { evaluateFourValued, type EvidencePoint } from './reference.ts'
import { compileFourValued } from './monitor.ts'
import { cleanPoints, evidencePoints, pointsOf, said, seldomPoints, verdicts } from './testing/points.ts'

const chains = fc.record({
  op: fc.constantFrom('since', 'until'),
  interval: fc.tuple(fc.nat(40), fc.option(fc.nat(60))).map(([from, n]) => ({ from, to: n === null ? n : from + n })),
  left: fc.constantFrom(formulaOf('p'), formulaOf('not p')),
  right: fc.constantFrom(formulaOf('q'), formulaOf('q or r')),
}) satisfies fc.Arbitrary<Formula>

describe('a four-valued monitor', () => {
  it('says what the definitions say, for any formula and trace, however the trace is cut into batches', () => {
    fc.assert(
      fc.property(formulas, evidencePoints(30), fc.integer(), (formula, trace, cuts) => {
        const given = said(formula, trace, { advanceAt: (at) => ((cuts >>> (at & 31)) & 1) === 1 })
        expect(given.map(({ value }) => value)).toEqual(evaluateFourValued(formula, trace))
        expect(given.map(({ index }) => index)).toEqual(trace.map((_, at) => at))
      }),
      { numRuns: 4000 },
    )
  })

  it('says the same over traces of many words, where stretches are decided at once', () => {
    fc.assert(
      fc.property(formulas, evidencePoints(200), fc.nat(70), (formula, trace, every) => {
        const given = said(formula, trace, { advanceAt: (at) => at % (every + 1) === 0 })
        expect(given.map(({ value }) => value)).toEqual(evaluateFourValued(formula, trace))
      }),
      { numRuns: 100 },
    )
  })

  it('follows chains through every break and every contested step', () => {
    fc.assert(
      fc.property(chains, evidencePoints(30), fc.nat(4), (formula, trace, every) => {
        const given = said(formula, trace, { advanceAt: (at) => at % (every + 1) === 0 })
        expect(given.map(({ value }) => value)).toEqual(evaluateFourValued(formula, trace))
      }),
      { numRuns: 1500 },
    )
  })

  it('follows long chains that are seldom broken and seldom contested', () => {
    fc.assert(
      fc.property(chains, seldomPoints(110), fc.nat(70), (formula, trace, every) => {
        const given = said(formula, trace, { advanceAt: (at) => at % (every + 1) === 0 })
        expect(given.map(({ value }) => value)).toEqual(evaluateFourValued(formula, trace))
      }),
      { numRuns: 150 },
    )
  })

  it('says of clean evidence what ordinary metric temporal logic says', () => {
    fc.assert(
      fc.property(formulas, cleanPoints(40), (formula, trace) => {
        const expected = twoValued(formula, trace).map((truth) => truth && 'met')
        expect(verdicts(formula, trace)).toEqual(expected.map((one) => (one === false ? 'breached' : one)))
      }),
      { numRuns: 2000 },
    )
  })

  it('gives a verdict as soon as nothing to come can change it', () => {
    const trace = pointsOf('0:+q 3: 5:+q 9:+p,-p 20: 31:-q')
    const given = said(formulaOf('q or eventually[0,10] p'), trace)
    // At 3 it waits for the window to close, though p is contested in it: it could yet be met.
    expect(given.map(({ value, known }) => [value, known])).toEqual([
      ['met', 1],
      ['contested', 5],
      ['met', 5],
      ['contested', 5],
      ['unknown', 6],
      [null, 6],
    ])
  })

  it('does not wait to know that something is possible once it is met', () => {
    const empty = formulaOf('historically[1,5] (p and eventually[3,11] q)')
    expect(said(empty, pointsOf('4:+p,-p'))).toMatchObject([{ value: 'met', ended: false }])
  })

  it('decides at once what looks back', () => {
    const past = formulas.filter((formula) => !/next|eventually|always|until/.test(JSON.stringify(formula)))
    fc.assert(
      fc.property(past, evidencePoints(20), (formula, trace) => {
        for (const { index, known } of said(formula, trace)) expect(known).toBe(index + 1)
      }),
      { numRuns: 300 },
    )
  })

  it('breaches nothing that nobody alleged: one side contested and the other unknown is contested', () => {
    const trace = pointsOf('0:+p,-p')
    expect(verdicts(formulaOf('p and q'), trace)).toEqual(['contested'])
    expect(verdicts(formulaOf('p or q'), trace)).toEqual(['contested'])
  })

  it('takes the worst of a chain and the best of chains', () => {
    const since = formulaOf('p since[2,9] q')
    expect(verdicts(since, pointsOf('0:+q 1:+p 2:+p,-p 3:+p')).at(-1)).toBe('contested')
    expect(verdicts(since, pointsOf('0:+q 1:+p 2:+p,-p 3:-p')).at(-1)).toBe('breached')
    // A witness before the break, a contested step after it, and an unknown witness that does not pass through that.
    expect(verdicts(since, pointsOf('0:+q,-p 1:-p,-q 2:+p,-p,-q 2: 4:')).at(-1)).toBe('unknown')
    // The contested step lies before the only witness that is far enough.
    expect(verdicts(since, pointsOf('0:+p,-p 1:+q 2:+p 3:+p')).at(-1)).toBe('met')
    // The witness beyond the contested step is too far; the one in the window has an unknown step.
    expect(verdicts(since, pointsOf('0:+q 8:+p,-p 8:+q 10:+p 10:')).at(-1)).toBe('unknown')
  })

  it('gives reasons along a trace far longer than the evidence that it keeps', () => {
    let asked = 0
    const monitor = compileFourValued(
      formulaOf('once[0,50] (p and prev q)'),
      (verdicts) => {
        for (let at = verdicts.from; at < verdicts.to; at++) {
          const index = verdicts.index(at)
          if (index % 1000 !== 5 || index === 5) continue
          asked++
          expect(verdicts.reasons(at)).toEqual([
            { point: index - 36, time: index - 36, atom: 'q', side: 'for' },
            { point: index - 35, time: index - 35, atom: 'p', side: 'for' },
          ])
        }
      },
      { reasons: true },
    )
    for (let at = 0; at < 20_000; at++) {
      monitor.point(at)
      if (at % 50 === 19) monitor.evidence(monitor.atoms.indexOf('q'), 'for')
      if (at % 50 === 20) monitor.evidence(monitor.atoms.indexOf('p'), 'for')
      if (at % 500 === 499) monitor.advance()
    }
    monitor.end()
    expect(asked).toBe(19)
  })
})

function twoValued(formula: Formula, trace: readonly EvidencePoint[]): (boolean | null)[] {
  const truths: (boolean | null)[] = []
  const monitor = compile(formula, (verdicts) => {
    for (let at = verdicts.from; at < verdicts.to; at++) truths.push(verdicts.value(at))
  })
  for (const { time, evidence } of trace) {
    monitor.point(time)
    for (const { atom, side } of evidence) {
      if (side === 'for' && monitor.atoms.includes(atom)) monitor.hold(monitor.atoms.indexOf(atom))
    }
  }
  monitor.end()
  return truths
}
