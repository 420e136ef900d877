// Which claims are about one happening, and which must never be taken for one.
import type { ClaimBody } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim, said } from '../../../test/arbitraries/record.ts'
import type { Fact } from './facts.ts'
import { narrowestFirst, sameHappening, tellsOfOne, toldOf, type Told } from './happening.ts'
import { Incidents, incidentsOf, type Incident } from './incidents.ts'
import { facts } from './testing/people.ts'

const groups = (...claims: Partial<ClaimBody>[]) =>
  incidentsOf(facts(...claims.map(said)))
    .map((incident) => incident.facts.length)
    .toSorted()

const other: Partial<ClaimBody> = { speaker: 'rebels', speaker_side: 'opposition' }

const grouped = (incidents: readonly Incident[]) =>
  incidents.map((incident) => incident.facts.map(({ claim: { id } }) => id).toSorted()).toSorted()

/** The same, told at once: narrowest first, each claim joins the first group with all of which it agrees. */
function byTheRule(all: readonly Fact[]): string[][] {
  const groups: Told[][] = []
  for (const told of all.filter(tellsOfOne).map(toldOf).toSorted(narrowestFirst)) {
    const found = groups.find(
      (group) => group[0]!.kind === told.kind && group.every((other) => sameHappening(told, other)),
    )
    if (found) found.push(told)
    else groups.push([told])
  }
  return groups.map((group) => group.map(({ fact }) => fact.claim.id).toSorted()).toSorted()
}

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

  it('leave out what a reviewer rejected, so that it brings nothing together and keeps nothing apart', () => {
    expect(groups({}, { ...other, verification_state: 'rejected' })).toEqual([1])
  })

  it('are the same in whatever order the claims come in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(claim, { maxLength: 14, selector: ({ id }) => id }), (claims) => {
        expect(incidentsOf(facts(...claims.toReversed()))).toEqual(incidentsOf(facts(...claims)))
      }),
      { numRuns: 300 },
    )
  })

  it('are those of the claims that are left, whatever came and went before', () => {
    const moves = fc.array(fc.record({ which: fc.nat(), size: fc.integer({ min: 1, max: 4 }) }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.uniqueArray(claim, { maxLength: 16, selector: ({ id }) => id }), moves, (claims, taken) => {
        const all = facts(...claims)
        if (all.length === 0) return
        const known = new Set<(typeof all)[number]>()
        const told = new Map<string, unknown>()
        const incidents = new Incidents()
        for (const { which, size } of taken) {
          const turned = all.map((_, index) => all[(which + index * 7) % all.length]!).slice(0, size)
          const went = turned.filter((one) => known.has(one))
          const came = turned.filter((one, index) => !known.has(one) && turned.indexOf(one) === index)
          for (const one of went) known.delete(one)
          for (const one of came) known.add(one)
          const { gone, made } = incidents.change(came, [...new Set(went)])
          for (const { id } of gone) expect(told.delete(id)).toBe(true)
          for (const one of made) told.set(one.id, one)
          const left = incidentsOf(all.filter((one) => known.has(one)))
          expect(incidents.all()).toEqual(left)
          expect(grouped(left)).toEqual(byTheRule(all.filter((one) => known.has(one))))
          expect(new Set(told.values())).toEqual(new Set(left))
        }
      }),
      { numRuns: 400 },
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
