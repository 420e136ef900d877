import { describe, expect, it } from 'vitest'
import { correctionsIn, draftOf, nextOpen, type ClaimOf, type Proposed } from './claim-fields.ts'

const claim = {
  id: 'clm_1',
  kind: 'shelling',
  speaker: null,
  speaker_side: 'opposition',
  places: ['Aleppo', 'Homs'],
  negated: false,
  date: '2016-09-16',
  actor_blamed: 'the army',
} as unknown as ClaimOf

const proposed = (id: string, state: Proposed['state']) => ({ claim: { ...claim, id }, state }) as Proposed

describe('a draft of a claim', () => {
  it('that nobody changed has no corrections', () => {
    expect(correctionsIn(draftOf(claim), claim)).toEqual([])
  })

  it('has those that were made, and nothing where a field was emptied', () => {
    const draft = { ...draftOf(claim), negated: 'yes', places: 'Aleppo', actor_blamed: ' ' }
    expect(correctionsIn(draft, claim)).toEqual([
      { field: 'places', words: 'Aleppo' },
      { field: 'negated', words: 'yes' },
      { field: 'actor_blamed', words: '-' },
    ])
  })
})

describe('the next open claim', () => {
  const claims = [proposed('a', 'open'), proposed('b', 'rejected'), proposed('c', 'open')]

  it('comes after the one that was decided, around the end', () => {
    expect(nextOpen(claims, 'a')).toBe('c')
    expect(nextOpen(claims, 'c')).toBe('a')
    expect(nextOpen(claims, null)).toBe('a')
  })

  it('is none when all are decided', () => {
    expect(nextOpen([proposed('a', 'open')], 'a')).toBeNull()
  })
})
