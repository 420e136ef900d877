import { describe, expect, it } from 'vitest'
import { bulkCount, MODALITIES, stanceOf, STANCES } from './index.ts'
import { shelling } from './fixture.ts'

describe('the stance of a claim', () => {
  it.each([
    ['asserted', false, 'asserts'],
    ['asserted', true, 'denies'],
    ['denied', false, 'denies'],
    ['denied', true, 'denies'],
    ['reported-unconfirmed', false, 'asserts'],
    ['reported-unconfirmed', true, 'cannot_confirm'],
    ['threatened', false, null],
    ['demanded', false, null],
    ['conditional', true, null],
    ['planned', false, null],
  ] as const)('is told from what is %s and negated %s: %s', (modality, negated, stance) => {
    expect(stanceOf({ modality, negated })).toBe(stance)
  })

  it('is the one a person set, whatever the words', () => {
    for (const stance of STANCES) {
      for (const modality of MODALITIES) expect(stanceOf({ stance, modality, negated: true })).toBe(stance)
    }
  })
})

describe('the number of a bulk claim', () => {
  const figure = (value: number | null, unit: string) => ({ what: 'since Monday', value, unit })

  it('is the figure that counts violations, and not another', () => {
    const figures = [figure(6, 'person'), figure(null, 'violation'), figure(144, 'violations')]
    expect(bulkCount({ kind: 'truce_violation', figures })).toBe(144)
  })

  it('is none where none is given, or where the claim speaks of one event', () => {
    expect(bulkCount({ kind: 'truce_violation', figures: [figure(6, 'person')] })).toBeNull()
    expect(bulkCount(shelling)).toBeNull()
  })
})
