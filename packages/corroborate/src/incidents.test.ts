// Which claims are about one happening, and which must never be taken for one.
import type { ClaimBody } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim, said } from '../../../test/arbitraries/record.ts'
import { incidentsOf } from './incidents.ts'
import { facts } from './testing/people.ts'

const groups = (...claims: Partial<ClaimBody>[]) =>
  incidentsOf(facts(...claims.map(said)))
    .map((incident) => incident.facts.length)
    .toSorted()

const other: Partial<ClaimBody> = { speaker: 'rebels', speaker_side: 'opposition' }

describe('claims are one incident', () => {
  it('when kind, place and day are the same', () => expect(groups({}, other)).toEqual([2]))

  it('when one denies what the other says', () => expect(groups({}, { ...other, modality: 'denied' })).toEqual([2]))

  it('when an assault and the clash it makes are told of', () => {
    expect(groups({ kind: 'offensive' }, { ...other, kind: 'ground_clash' })).toEqual([2])
  })

  it('when neither names a place and both stand in one report', () => {
    expect(groups({ places: [] }, { ...other, places: [] })).toEqual([2])
    expect(groups({ places: [] }, { ...other, places: [], doc: 'another.txt' })).toEqual([1, 1])
  })

  it('when a source says it again elsewhere, dated or not', () => {
    expect(groups({ date: null, places: [] }, { date: null, places: [], doc: 'another.txt' })).toEqual([2])
  })
})

describe('claims are never one incident', () => {
  it.each([
    ['of different kinds', { kind: 'air_strike' }],
    ['of different days', { date: '2016-09-04' }],
    ['of different places', { places: ['Hamlet'] }],
    ['when one of them has no date and is another’s', { date: null, ...other }],
    ['when one of them is of a month', { date: '2016-09', ...other, published: '2016-10-02T12:00+03:00' }],
  ] as const)('%s', (_, more) => {
    expect(groups({}, { doc: 'another.txt', ...more } as Partial<ClaimBody>)).toEqual([1, 1])
  })

  it('because a vague claim lies across both', () => {
    const [first, second] = [{ date: '2016-09-04' }, { date: '2016-09-05' }]
    expect(groups(first, second, { ...other, date: '2016-09-04/2016-09-05' })).toEqual([1, 2])
    expect(groups({}, { places: ['Hamlet'] }, { ...other, places: ['Town', 'Hamlet'] })).toEqual([1, 2])
  })
})

describe('incidents', () => {
  it('are made of violence that is told of, not of casualties, wishes or violence in general', () => {
    expect(groups({ kind: 'casualties' }, { kind: 'violence_general' }, { modality: 'demanded' })).toEqual([])
  })

  it('are the same in whatever order the claims come in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(claim, { maxLength: 14, selector: ({ id }) => id }), (claims) => {
        expect(incidentsOf(facts(...claims.toReversed()))).toEqual(incidentsOf(facts(...claims)))
      }),
      { numRuns: 300 },
    )
  })

  it('keep every claim of violence in exactly one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(claim, { maxLength: 14, selector: ({ id }) => id }), (claims) => {
        const ids = incidentsOf(facts(...claims)).flatMap((incident) => incident.facts.map((one) => one.claim.id))
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 200 },
    )
  })
})
