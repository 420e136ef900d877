import { dayNumber } from '@trucekeeper/time'
import { describe, expect, it } from 'vitest'
import { eventsOfClaims, type ClaimReading, type ReportedClaim } from './index.ts'

const claim = (id: string, more: Partial<ReportedClaim> = {}): ReportedClaim => ({
  id,
  kind: 'shelling',
  places: ['Town'],
  date: '2016-09-12',
  actor_blamed: 'Northern army',
  target: null,
  figures: [],
  ...more,
})

const READING: ClaimReading<ReportedClaim> = {
  zone: 'Asia/Damascus',
  refusal: ({ kind }) => (kind === 'talks' ? { why: '`talks` is no act of violence', help: 'leave it' } : null),
  who: (words) => (words === 'Northern army' ? 'North' : null),
  where: (place) => (place === 'Town' ? [37, 36] : null),
}
const read = (...claims: ReportedClaim[]) => eventsOfClaims(claims, READING)

describe('claims as events', () => {
  it('have the days, the place and the doer that a claim gives', () => {
    const { table, skipped } = read(
      claim('a', { date: '2016-09-12/2016-09-14', figures: [{ what: 'killed', value: 3, high: 5 }] }),
    )
    expect(skipped).toEqual([])
    expect([table.from[0], table.to[0]]).toEqual([dayNumber('2016-09-12'), dayNumber('2016-09-14')])
    expect([table.longitude[0], table.latitude[0], table.names[table.sideA[0]!], table.sideB[0]]).toEqual([
      37,
      36,
      'North',
      -1,
    ])
    expect([table.deathsLow[0], table.deathsBest[0], table.deathsHigh[0]]).toEqual([3, 3, 5])
  })

  it('are dated by the day of the agreement’s zone', () => {
    expect(read(claim('a', { date: '2016-09-12T22:30Z' })).table.from[0]).toBe(dayNumber('2016-09-13'))
  })

  it('count a happening once, however many tell of it', () => {
    const { table, skipped } = read(
      claim('a'),
      claim('b'),
      claim('c', { actor_blamed: null }),
      claim('d', { kind: 'air_strike' }),
    )
    expect(table.ids).toEqual(['a', 'c', 'd'])
    expect(skipped).toMatchObject([{ row: 2, why: 'it tells of what `a` told already' }])
  })

  it('say why a claim cannot be used', () => {
    const { table, skipped } = read(claim('a', { kind: 'talks' }), claim('b', { date: null }))
    expect(table.size).toBe(0)
    expect(skipped.map(({ row, why }) => [row, why])).toEqual([
      [1, '`talks` is no act of violence'],
      [2, 'it says no day'],
    ])
  })

  it('have no place where no map has one, and nobody where words name nobody', () => {
    const { table } = read(claim('a', { places: ['Nowhere'], actor_blamed: 'unknown jets' }))
    expect(table.latitude[0]).toBeNaN()
    expect(table.sideA[0]).toBe(-1)
  })
})
