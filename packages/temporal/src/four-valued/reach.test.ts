// What a verdict can depend on, against what it does depend on.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulaOf } from '../reference/notation.ts'
import { formulas } from '../testing/formulas.ts'
import { coreOf } from './core.ts'
import { EvidenceLog } from './log.ts'
import { reachOf } from './reach.ts'
import { evaluateFourValued } from './reference.ts'
import { evidencePoints } from './testing/points.ts'

const reach = (text: string, times: readonly number[], at: number) => {
  const { first, last } = reachOf(coreOf(formulaOf(text)), times, at)
  return [first, last]
}

describe('the reach of a formula', () => {
  it('holds all evidence that its verdict rests on', () => {
    fc.assert(
      fc.property(formulas, evidencePoints(15), (formula, trace) => {
        const times = trace.map(({ time }) => time)
        const expected = evaluateFourValued(formula, trace)
        for (const at of trace.keys()) {
          const { first, last } = reachOf(coreOf(formula), times, at)
          const within = trace.map((point, i) => (i >= first && i <= last ? point : { ...point, evidence: [] }))
          expect(evaluateFourValued(formula, within)[at]).toBe(expected[at])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('goes as far as its windows and neighbours, and as far again for what is in them', () => {
    const times = [0, 2, 4, 4, 6, 8, 10]
    expect(reach('p and q', times, 3)).toEqual([3, 3])
    expect(reach('once[0,2] p', times, 3)).toEqual([1, 3])
    expect(reach('once[0,2] prev p', times, 3)).toEqual([0, 3])
    expect(reach('p since q', times, 5)).toEqual([0, 5])
    expect(reach('eventually next p', times, 5)).toEqual([5, 7])
  })

  it('looks one beyond a window to come, which closes it', () => {
    expect(reach('eventually[0,2] p', [0, 1, 2, 3, 4], 0)).toEqual([0, 3])
  })
})

describe('a log of evidence', () => {
  it('forgets what comes before, once that is most of it, and goes on counting', () => {
    const log = new EvidenceLog()
    for (let time = 0; time < 200; time++) log.point(time)
    log.add(4)
    log.forget(90)
    expect([log.base, log.count]).toEqual([0, 200])
    log.forget(150)
    expect([log.base, log.count, log.times[0]]).toEqual([150, 50, 150])
    expect(log.at(49)).toEqual([4])
  })
})
