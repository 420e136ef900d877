import { describe, expect, it } from 'vitest'
import { partsOf } from './held.ts'

const one = (id: string, needs: readonly string[] = [], releasedTo: readonly string[] = []) => ({
  index: 0,
  type: 'claim' as const,
  id,
  received_at: '2016-09-17T12:00:00+03:00',
  summary: id,
  needs,
  released_to: releasedTo,
})
const told = (...held: Parameters<typeof partsOf>[0]) => partsOf(held).map(({ ids, releasedTo }) => [ids, releasedTo])

describe('what a desk holds', () => {
  it('is released with all that speaks of it, however far', () => {
    expect(told(one('doc'), one('claim', ['doc']), one('withdrawal', ['claim']), one('other'))).toEqual([
      [['doc', 'claim', 'withdrawal'], []],
      [['other'], []],
    ])
  })

  it('is called by the first words that it quotes', () => {
    const document = { ...one('doc'), type: 'document' as const }
    expect(partsOf([document, one('claim', ['doc'])]).map(({ words }) => words)).toEqual(['claim'])
    expect(partsOf([document]).map(({ words }) => words)).toEqual([null])
  })

  it('is a part of its own where it speaks of several', () => {
    expect(told(one('a'), one('b'), one('both', ['a', 'b'])).map(([ids]) => ids)).toEqual([['a'], ['b'], ['both']])
  })

  it('is seen by whoever sees all of a part', () => {
    expect(told(one('doc', [], ['desks', 'un']), one('claim', ['doc'], ['un']))).toEqual([[['doc', 'claim'], ['un']]])
  })
})
