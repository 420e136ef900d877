import { tableOf, type EventRow } from '@trucekeeper/events'
import { dayNumber } from '@trucekeeper/time'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CALM, pact } from '../testing/pact.ts'
import { backTest, type BackTestedClause } from './back-test.ts'

const WINDOW = `
measure quiet
  counts       breaches of calm
  in           land
  per          calendar day, Asia/Damascus
  holds        while count <= 1
  from         day-d
  during       term truce
  silence      unknown

gate joint
  opens        centre
  when         held(quiet, 3 days, continuous)
  during       term truce
`
const agreement = pact(CALM + WINDOW)

const event = (day: string, more: Partial<EventRow> = {}): EventRow => ({
  id: `event ${day}`,
  from: dayNumber(day),
  to: dayNumber(day),
  sideA: 'Northern side',
  sideB: 'Southern side',
  oneSided: false,
  longitude: 37,
  latitude: 37,
  placePrecision: 1,
  deathsLow: 1,
  deathsBest: 2,
  deathsHigh: 3,
  ...more,
})
const tested = (rows: readonly EventRow[]) =>
  backTest(agreement, [], tableOf(rows, 'a test'), Date.UTC(2016, 8, 30)).clauses
const north = (rows: readonly EventRow[]): BackTestedClause => tested(rows).find(({ id }) => id === 'calm.north')!

describe('a back-test', () => {
  it.each([
    ['between the parties', event('2016-09-05'), 'covered', 'both sides are bound'],
    ['before the clause came into force', event('2016-08-31'), 'not_covered_time', 'before the clause came into force'],
    ['after it ended', event('2016-09-25'), 'not_covered_time', 'after the clause ended'],
    [
      'on the day it came into force',
      event('2016-09-01'),
      'undetermined',
      'its day is one on which the clause came into force or ended',
    ],
    [
      'of a whole year',
      event('2016-01-01', { to: dayNumber('2016-12-31') }),
      'undetermined',
      'its dates reach beyond the time for which the clause was in force',
    ],
    [
      'with a group outside the agreement',
      event('2016-09-05', { sideB: 'Raiders' }),
      'not_covered_actor',
      '`Raiders` is not party to the agreement',
    ],
    [
      'with nobody the agreement names',
      event('2016-09-05', { sideA: 'Sea people' }),
      'not_covered_actor',
      '`Sea people` is no one the agreement names',
    ],
    [
      'with one who is not bound',
      event('2016-09-05', { sideB: 'Westland' }),
      'not_covered_actor',
      '`Westland` is not bound by the clause',
    ],
    ['within one side', event('2016-09-05', { sideB: 'Northern army' }), 'not_covered_actor', 'both sides are `north`'],
    ['outside the area', event('2016-09-05', { longitude: 39 }), 'not_covered_area', 'outside Land'],
    [
      'at its edge',
      event('2016-09-05', { longitude: 38.001 }),
      'undetermined',
      'at the edge of the clause’s area, within the tolerance of the map',
    ],
    ['without a place', event('2016-09-05', { longitude: Number.NaN }), 'undetermined', 'the source gives no place'],
  ])('takes an event %s as it should', (_, row, decision, reason) => {
    expect(north([row]).decisions).toEqual([{ decision, reason, count: 1 }])
  })

  it('lays what both fought at the door of neither, and what one did at its own', () => {
    const [fought, shelled] = [event('2016-09-05'), event('2016-09-06', { oneSided: true })]
    expect(tested([fought, shelled]).map(({ breaches }) => breaches)).toEqual([
      [1, 2],
      [0, 1],
    ])
  })

  it('finds the longest calm between two events and the first breach', () => {
    const found = north([event('2016-09-15'), event('2016-09-05')])
    expect(found.first_breach).toBe('2016-09-05')
    expect(found.longest_calm).toEqual({ days: 9, from: '2016-09-06', to: '2016-09-14' })
  })

  it('says whether a gate’s window would have held', () => {
    const everySecondDay = Array.from({ length: 10 }, (_, index) =>
      event(`2016-09-${String(2 * index + 2).padStart(2, '0')}`),
    )
    expect(north(everySecondDay).windows).toMatchObject([{ gate: 'joint', needed: 3, held: 'met' }])
    const twiceADay = everySecondDay.flatMap((row) => [row, { ...row, id: 'again' }])
    expect(north(twiceADay).windows).toMatchObject([{ longest: [1, 19], held: 'unknown' }])
  })

  it('swaps its answers when the parties are swapped', () => {
    const sides = fc.constantFrom('Northern side', 'Southern side', 'Raiders', 'Sea people')
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2016-09-${String(date).padStart(2, '0')}`)
    const rows = fc.array(
      fc
        .tuple(day, sides, sides, fc.boolean())
        .map(([on, sideA, sideB, oneSided]) => event(on, { sideA, sideB, oneSided })),
      { maxLength: 12 },
    )
    const swap = (text: string) =>
      text.replace(
        /North|South|north|south/g,
        (word) => ({ North: 'South', South: 'North', north: 'south', south: 'north' })[word]!,
      )
    fc.assert(
      fc.property(rows, (given) => {
        const mirrored = tested(given.map((row) => ({ ...row, sideA: swap(row.sideA!), sideB: swap(row.sideB!) })))
        const expected = tested(given).map((clause) => JSON.parse(swap(JSON.stringify({ ...clause, decisions: [] }))))
        const byId = (clauses: readonly { id: string }[]) => clauses.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(byId(mirrored.map((clause) => ({ ...clause, decisions: [] })))).toEqual(byId(expected))
      }),
    )
  })
})
