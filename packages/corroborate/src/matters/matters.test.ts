// Which claims are on one question of fact, which never, and that nothing but what they say decides it.
import { nameRuling, type ClaimBody, type Ruling } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim, mirroredClaim, said } from '../../../../test/arbitraries/record.ts'
import { mattersOf, type Matter } from './index.ts'

const ZONE = 'Asia/Damascus'
type Some = Partial<ClaimBody>
const matters = (...claims: Some[]) => mattersOf(claims.map(said), { zone: ZONE }).matters
const sizes = (...claims: Some[]) => matters(...claims).map(({ claims: ids }) => ids.length)
const grouped = (all: readonly Matter[]) => all.map(({ claims }) => claims).toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1))

const rebels: Some = { doc: 'rebels.txt', speaker: 'rebels', speaker_side: 'opposition' }
const army: Some = { doc: 'army.txt', speaker: 'Northern army', speaker_side: 'syria_gov' }
const hours = (value: number, unit = 'hours'): ClaimBody['figures'] => [{ what: 'pause', value, unit }]
const people = (value: number, qualifier: string | null = null): ClaimBody['figures'] => [
  { what: 'people killed', value, unit: 'people', qualifier },
]
const call: Some = {
  kind: 'diplomatic_contact',
  places: [],
  target: 'Sergei Lavrov',
  quote: 'Secretary Kerry spoke to Minister Lavrov by telephone',
}

describe('claims are on one matter', () => {
  it('when two sides tell of one strike, and each blames the other', () => {
    const [matter] = matters({ ...rebels, actor_blamed: 'Northern army' }, { ...army, actor_blamed: 'rebels' })
    expect(matter!.sources).toHaveLength(2)
    expect(matter!.conflicts.map(({ type }) => type)).toEqual(['attribution'])
  })

  it('when one says that the truce was kept and another that it was broken', () => {
    const [matter] = matters({ ...rebels, kind: 'truce_violation' }, { ...army, kind: 'truce_compliance' })
    expect(matter!.for.length + matter!.against.length).toBe(2)
    expect(matter!.conflicts).toMatchObject([{ type: 'stance', why: expect.stringContaining('truce compliance') }])
  })

  it('when three days and 72 hours are the length of one extension', () => {
    const extension: Some = { kind: 'truce_extension', places: ['Syria'], modality: 'planned' }
    expect(sizes({ ...extension, figures: hours(72) }, { ...extension, doc: 'b', figures: hours(3, 'days') })).toEqual([
      2,
    ])
  })

  it('when they tell of aid at the border and of aid on the way, and one names both places', () => {
    const aid: Some = { kind: 'aid_convoy_waiting' }
    expect(
      sizes({ ...aid, places: ['Border'] }, { ...aid, places: ['Border', 'Town'] }, { ...aid, places: ['Town'] }),
    ).toEqual([3])
  })

  it('when one tells what came of the act of which the other tells', () => {
    const [matter, ...more] = matters({ kind: 'casualties', figures: people(3) }, { ...rebels, kind: 'shelling' })
    expect(more).toEqual([])
    expect(matter).toMatchObject({ kind: 'shelling', claims: { length: 2 } })
  })
})

describe('claims are on different matters', () => {
  it.each<[string, Some, Some]>([
    [
      'a pause of 48 hours in August and an extension by 72 in September',
      { kind: 'humanitarian_pause', places: ['Syria'], date: '2016-08-25', figures: hours(48) },
      { kind: 'truce_extension', places: ['Syria'], date: '2016-09-05', figures: hours(72) },
    ],
    [
      'pauses of different length',
      { kind: 'humanitarian_pause', figures: hours(48) },
      { kind: 'humanitarian_pause', figures: hours(3) },
    ],
    ['calls of the same two on different days', call, { ...call, date: '2016-09-03' }],
    [
      'calls at different hours',
      { ...call, date: '2016-09-05T09:00+03:00' },
      { ...call, date: '2016-09-05T11:00+03:00' },
    ],
    [
      'violations in Ukraine and in Syria',
      { kind: 'truce_violation', places: ['Ukraine'] },
      { kind: 'truce_violation', places: ['Syria'] },
    ],
    ['sieges of two towns', { kind: 'siege' }, { kind: 'siege', places: ['Hamlet'] }],
    ['aid for two towns', { kind: 'aid_denial' }, { kind: 'aid_denial', places: ['Hamlet'] }],
    ['shells and bombs', { kind: 'shelling' }, { kind: 'air_strike' }],
    [
      'what each of two is asked',
      { kind: 'influence_on_ally', target: 'Eastland' },
      { kind: 'influence_on_ally', target: 'Westland' },
    ],
  ])('%s', (_, one, other) => expect(sizes(one, { ...other, doc: 'other.txt' })).toEqual([1, 1]))

  it('and a vague claim never ties them', () => {
    const found = mattersOf([{}, { places: ['Hamlet'] }, { places: ['Town', 'Hamlet'], date: null }].map(said), {
      zone: ZONE,
    })
    expect(found.matters.map(({ claims }) => claims.length)).toEqual([1, 1, 1])
    expect(found.keptApart).toMatchObject([{ reasons: ['place'] }])
  })
})

describe('a matter', () => {
  it('says on what grounds each claim was joined', () => {
    expect(matters({}, rebels)[0]!.joined).toMatchObject([{ reasons: ['same_place', 'same_time'] }])
  })

  it('keeps who cannot confirm, and who only demands, apart from the evidence', () => {
    const [matter] = matters({}, { ...rebels, stance: 'cannot_confirm' }, { ...army, modality: 'demanded' })
    expect([matter!.for, matter!.against, matter!.cannotConfirm, matter!.others].map((ids) => ids.length)).toEqual([
      1, 0, 1, 1,
    ])
    expect(matter!.sources).toHaveLength(1)
  })

  it('counts once what one document says twice', () => {
    const [matter] = matters(
      { quote: 'shells fell' },
      { quote: 'shells fell again and again', start: 40, end: 67 },
      rebels,
    )
    expect(matter!.restatements.map((ids) => ids.length)).toEqual([2])
    expect(matter!.sources).toHaveLength(2)
  })

  it('has a conflict where figures exclude each other, and none where one is a bound that holds', () => {
    const figures = (one: ClaimBody['figures'], other: ClaimBody['figures']) =>
      matters({ figures: one }, { ...rebels, figures: other })[0]!.conflicts.map(({ type }) => type)
    expect(figures(people(3), people(5))).toEqual(['figure'])
    expect(figures(people(3), people(3))).toEqual([])
    expect(figures(people(3, 'more than'), people(5))).toEqual([])
    expect(figures(people(7, 'almost'), people(9))).toEqual(['figure'])
  })
})

describe('matters', () => {
  const claims = fc.uniqueArray(claim, { maxLength: 16, selector: ({ id }) => id })

  it('are the same in whatever order the claims come', () => {
    fc.assert(
      fc.property(claims, (all) => {
        expect(mattersOf([...all.toReversed(), ...all], { zone: ZONE })).toEqual(mattersOf(all, { zone: ZONE }))
      }),
      { numRuns: 200 },
    )
  })

  it('keep every claim in exactly one, and in exactly one of its lists', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const found = mattersOf(all, { zone: ZONE }).matters
        const lists = found.flatMap((one) => [...one.for, ...one.against, ...one.cannotConfirm, ...one.others])
        const ids = all.map(({ id }) => id).toSorted()
        expect(found.flatMap((one) => one.claims).toSorted()).toEqual(ids)
        expect(lists.toSorted()).toEqual(ids)
      }),
      { numRuns: 200 },
    )
  })

  it('are those of the other party where the parties change places, and nothing else changes', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const swapped = new Map(all.map((one) => [one.id, mirroredClaim(one).id]))
        const found = mattersOf(all, { zone: ZONE }).matters
        const other = mattersOf(all.map(mirroredClaim), { zone: ZONE }).matters
        expect(grouped(other)).toEqual(
          grouped(found.map((one) => ({ ...one, claims: one.claims.map((id) => swapped.get(id)!).toSorted() }))),
        )
        const conflicts = (matter: readonly Matter[]) =>
          matter.flatMap((one) => one.conflicts.map(({ type }) => type)).toSorted()
        expect(conflicts(other)).toEqual(conflicts(found))
      }),
      { numRuns: 200 },
    )
  })
})

describe('rulings of people', () => {
  const all = [{}, rebels, { ...army, places: ['Hamlet'] }].map(said)
  const [one, other, third] = all.map(({ id }) => id) as [string, string, string]
  const ruled = (...rulings: Ruling[]) => mattersOf(all, { zone: ZONE, rulings }).matters
  const ruling = (does: Ruling['does'], ...claims: string[]) =>
    nameRuling({ does, claims, by: 'a monitor', reason: 'the map was misread' })

  it('join what was apart, and part what was joined, and say so', () => {
    expect(grouped(ruled(ruling('join', one, third)))).toEqual([[one, other, third].toSorted()])
    expect(ruled(ruling('join', one, third))[0]!.rulings).toEqual([ruling('join', one, third)])
    expect(ruled(ruling('part', one, other))).toHaveLength(3)
  })

  it('show the place as a conflict where claims of two places were joined', () => {
    expect(ruled(ruling('join', one, third))[0]!.conflicts.map(({ type }) => type)).toContain('place')
  })

  it('hold in their order, and leave no trace once taken back', () => {
    expect(grouped(ruled(ruling('part', one, other), ruling('join', one, other)))).toEqual(grouped(ruled()))
    expect(ruled(ruling('part', one, 'clm_of_nobody'))).toEqual(ruled())
  })
})
