import { describe, expect, it } from 'vitest'
import type { Claim } from '@trucekeeper/claims'
import { protectedIn } from './protected.ts'

const claim = (fields: Partial<Claim>) =>
  ({
    kind: 'attack_on_infrastructure',
    modality: 'asserted',
    negated: false,
    quote: '',
    target: null,
    ...fields,
  }) as Claim

describe('what a claim says was hit', () => {
  it('is told by its kind and never by its name', () => {
    const quote = 'Two hospitals and a water station were hit in the east of the city'
    expect(protectedIn(claim({ quote }))).toEqual(['health_facility', 'water_station'])
  })

  it('is a service of no said kind where the words say no more', () => {
    expect(protectedIn(claim({ quote: 'infrastructure was hit again' }))).toEqual(['other_service'])
  })

  it('is not whatever else stands in the sentence of another kind of violence', () => {
    const quote = 'the shelling of the village killed five, a hospital said'
    expect(protectedIn(claim({ kind: 'shelling', quote, target: 'the village' }))).toEqual([])
    expect(protectedIn(claim({ kind: 'shelling', quote, target: 'the hospital' }))).toEqual(['health_facility'])
  })

  it('is told too by whoever denies it, and by nobody who only threatens', () => {
    const quote = 'denied that its aircraft had hit the convoy'
    expect(protectedIn(claim({ kind: 'attack_on_aid', modality: 'denied', negated: true, quote }))).toEqual([
      'aid_convoy',
    ])
    expect(protectedIn(claim({ modality: 'threatened', quote: 'will strike the power plants' }))).toEqual([])
  })
})
