// Listed people in the minutes: possible, confirmed by another, refuted; and what of it may be said openly.
import { nameClaim, type ClaimBody, type MinuteBody } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayMinute } from '../may-minute.ts'
import { at, mirrored, on, PACT, recordOf } from '../testing/pact.ts'
import { listingsOf, reportedTravel } from './listings.ts'

type ListingBody = Extract<MinuteBody, { does: 'listing' }>

const told = (kind: ClaimBody['kind'], quote: string) =>
  nameClaim({
    doc: 'a.txt',
    quote,
    start: 0,
    end: quote.length,
    speaker: null,
    speaker_side: 'unknown',
    via: null,
    outlet: 'An agency',
    published: on(2),
    kind,
    modality: 'asserted',
    negated: false,
    places: [],
    date: null,
    date_basis: null,
    actor_blamed: null,
    target: null,
    figures: [],
  })
const TRAVEL = told('sanctions_violation', 'a listed man travelled')
const OTHER = told('shelling', 'shells fell')

const possible: ListingBody = {
  does: 'listing',
  at: on(3),
  state: 'possible',
  of: 'east',
  claims: [TRAVEL.id],
  reference: 'XXi.001',
  list_date: '2016-08-30T00:00:00Z',
  grounds: ['`заркуни` is `zarquni`: Cyrillic for Latin'],
  reason: 'The names agree.',
}
const confirmed: ListingBody = {
  ...possible,
  at: on(4),
  state: 'confirmed',
  of: 'west',
  grounds: [],
  reason: 'His passport was seen.',
}
const refuted: ListingBody = {
  ...possible,
  at: on(5),
  state: 'refuted',
  of: 'watch',
  grounds: [],
  reason: 'Another man of that name.',
}

const refused = (before: readonly MinuteBody[], body: MinuteBody) =>
  mayMinute(PACT, recordOf(before), recordOf([body]).minutes[0]!).map(({ code }) => code)
const record = (...bodies: readonly MinuteBody[]) => ({ ...recordOf(bodies), claims: [OTHER, TRAVEL] })

describe('a listing', () => {
  it('is confirmed by another than whoever noted it, and refuted by anybody with a reason', () => {
    expect(refused([], possible)).toEqual([])
    expect(refused([possible], confirmed)).toEqual([])
    expect(refused([possible], { ...confirmed, of: 'east' })).toEqual(['listing-alone'])
    expect(refused([possible], refuted)).toEqual([])
    expect(refused([possible], { ...refuted, of: 'east' })).toEqual([])
    expect(refused([possible, confirmed], refuted)).toEqual([])
  })

  it('is noted as possible first, once, and anew when it was refuted', () => {
    expect(refused([], confirmed)).toEqual(['listing-not-possible'])
    expect(refused([], refuted)).toEqual(['listing-not-possible'])
    expect(refused([possible], { ...confirmed, reference: 'XXi.002' })).toEqual(['listing-not-possible'])
    expect(refused([possible], { ...possible, at: on(4), of: 'west' })).toEqual(['listing-already'])
    expect(refused([possible, refuted], { ...confirmed, at: on(6) })).toEqual(['listing-not-possible'])
    expect(refused([possible, refuted], { ...possible, at: on(6) })).toEqual([])
    expect(refused([possible], { ...possible, of: 'nobody' })).toEqual(['somebody-unknown'])
  })

  it('stands as the last word has it, with every word that was said', () => {
    const [listing] = listingsOf(recordOf([possible, confirmed, refuted]), at(9))
    expect(listing).toMatchObject({ state: 'refuted', grounds: possible.grounds })
    expect(listing!.words.map(({ of }) => of)).toEqual(['east', 'west', 'watch'])
    expect(listingsOf(recordOf([possible, confirmed, refuted]), at(4))[0]!.state).toBe('confirmed')
  })

  it('is first possible, also where all was said at one time', () => {
    const together = { ...confirmed, at: possible.at }
    for (const words of [
      [possible, together],
      [together, possible],
    ])
      expect(listingsOf(recordOf(words), at(9))[0]).toMatchObject({ state: 'confirmed', grounds: possible.grounds })
  })

  it('treats both guarantors alike', () => {
    const some = fc.array(
      fc.constantFrom(possible, confirmed, refuted, { ...confirmed, of: 'east' }, { ...possible, of: 'west' }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(some, fc.constantFrom(possible, confirmed, refuted), (before, next) => {
        const late = { ...next, at: on(8) }
        expect(refused(mirrored(before), mirrored(late))).toEqual(refused(before, late))
      }),
    )
  })
})

describe('reported travel', () => {
  it('is every report of a breach of sanctions, with what was found out', () => {
    const [travel, ...more] = reportedTravel(record(possible), at(9), false)
    expect(more).toEqual([])
    expect(travel).toMatchObject({ how: 'told', claim: { id: TRAVEL.id }, listings: [{ state: 'possible' }] })
  })

  it('is openly nothing below confirmed, not even that it was looked at', () => {
    for (const minutes of [[], [possible], [possible, refuted], [possible, confirmed, refuted]])
      expect(reportedTravel(record(...minutes), at(9), true)).toEqual([])
    expect(reportedTravel(record(possible, confirmed), at(9), true)).toMatchObject([
      { listings: [{ state: 'confirmed' }] },
    ])
  })
})
