// Which of two conditions is easier to satisfy, and in which part they differ.
import { describe, expect, it } from 'vitest'
import { condition, type Condition } from '../condition.ts'
import { Cursor, tokensOf } from '../cursor.ts'
import { NOWHERE } from '../../../../test/arbitraries/fields.ts'
import { conditionParts, leanOf } from './conditions.ts'

const read = (text: string): Condition =>
  condition.read(new Cursor(text, tokensOf(text, 0), text.length, () => NOWHERE))!
const lean = (old: string, now: string) => leanOf(conditionParts(read(old), read(now)))

describe('a condition', () => {
  it.each([
    ['lost a part of `and`', 'met(a) and met(b)', 'met(a)'],
    ['gained a part of `or`', 'met(a)', 'met(a) or met(b)'],
    ['takes one of two for enough', 'met(a) and met(b)', 'met(a) or met(b)'],
    ['asks for fewer days', 'held(m, 7 days, continuous)', 'held(m, 5 days, continuous)'],
    ['asks for days in all and not in a row', 'held(m, 7 days, continuous)', 'held(m, 7 days, cumulative)'],
    ['is not put back any more', 'held(m, 7 days, continuous, reset on r)', 'held(m, 7 days, continuous)'],
    ['lets more counts pass', 'count(m) <= 3', 'count(m) <= 4'],
    ['takes the act of anybody', 'done(attack by a)', 'done(attack)'],
    ['forbids less', 'not (met(a) or met(b))', 'not met(a)'],
    ['asks for less in a part of a part', 'met(a) or (met(b) and met(c))', 'met(a) or met(b)'],
  ])('is easier to satisfy where it %s, and harder the other way round', (_, old, now) => {
    expect([lean(old, now), lean(now, old)]).toEqual([1, -1])
  })

  it.each([
    ['another clause has to be met', 'met(a)', 'met(b)'],
    ['one part went and another came', 'met(a) and met(b)', 'met(a) and open(c)'],
    ['days were changed for a looser count', 'held(m, 7 days, continuous)', 'count(m) <= 3'],
    ['a longer window lost its reset', 'held(m, 7 days, continuous, reset on r)', 'held(m, 9 days, continuous)'],
  ])('leaves open which is easier where %s', (_, old, now) => {
    expect([lean(old, now), lean(now, old)]).toEqual([0, 0])
  })

  it('is the same in another order, in other brackets and in other units', () => {
    for (const [old, now] of [
      ['met(a) and met(b)', 'met(b) and met(a)'],
      ['met(a) and (met(b) and met(c))', '(met(a) and met(b)) and met(c)'],
      ['held(m, 7 days, continuous)', 'held(m, 1 week, continuous)'],
      ['count(m) < 4', 'count(m) <= 3'],
    ] as const)
      expect(conditionParts(read(old), read(now))).toEqual([])
  })

  it('that is not there is always satisfied', () => {
    expect(conditionParts(undefined, undefined)).toEqual([])
    expect(leanOf(conditionParts(undefined, read('met(a)')))).toBe(-1)
    expect(leanOf(conditionParts(read('met(a)'), undefined))).toBe(1)
  })

  it('names the part that went, came or changed', () => {
    const parts = conditionParts(
      read('met(a) and held(m, 7 days, continuous)'),
      read('held(m, 9 days, continuous) and open(g)'),
    )
    expect(parts.map(({ lean, means }) => [lean, means])).toEqual([
      [1, '`met(a)` is no longer part of it'],
      [-1, '`held(m, 9 days, continuous)` is asked for instead of `held(m, 7 days, continuous)`'],
      [-1, '`open(g)` is now part of it'],
    ])
  })
})
