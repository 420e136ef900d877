import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addDuration,
  civilDay,
  formatDuration,
  formatInstant,
  parseDuration,
  parseInstant,
  type Duration,
} from './index.ts'

const duration: fc.Arbitrary<Duration> = fc.record({
  count: fc.integer({ min: 1, max: 999_999 }),
  unit: fc.constantFrom('minute', 'hour', 'day', 'week'),
})
const later = (from: string, text: string, zone: string) =>
  formatInstant(addDuration(parseInstant(from)!, parseDuration(text)!, zone), zone)

describe('a duration', () => {
  it('is read as it is written', () => {
    fc.assert(
      fc.property(duration, (written) => {
        expect(parseDuration(formatDuration(written))).toEqual(written)
      }),
    )
  })

  it('is written in the singular when it is one', () => {
    expect(formatDuration({ count: 1, unit: 'week' })).toBe('1 week')
    expect(formatDuration({ count: 48, unit: 'hour' })).toBe('48 hours')
  })

  it.each(['1 month', '0 days', '1.5 hours', '-1 day', '7', 'days', 'a day', '1000000 days', '7 days ago'])(
    'is not `%s`',
    (text) => {
      expect(parseDuration(text)).toBeNull()
    },
  )
})

describe('adding a duration', () => {
  it('keeps the hour of the day for days, and the length for hours, when clocks go forward', () => {
    expect(later('2016-03-24T19:00+02:00', '1 day', 'Asia/Damascus')).toBe('2016-03-25T19:00:00+03:00')
    expect(later('2016-03-24T19:00+02:00', '24 hours', 'Asia/Damascus')).toBe('2016-03-25T20:00:00+03:00')
    expect(later('2016-03-26T19:00+01:00', '1 week', 'Europe/Berlin')).toBe('2016-04-02T19:00:00+02:00')
  })

  it('does so when clocks go back', () => {
    expect(later('2016-10-27T19:00+03:00', '1 day', 'Asia/Damascus')).toBe('2016-10-28T19:00:00+02:00')
    expect(later('2016-10-27T19:00+03:00', '24 hours', 'Asia/Damascus')).toBe('2016-10-28T18:00:00+02:00')
  })

  it('moves to the first hour there is when the clock skips the one asked for', () => {
    expect(later('2016-03-24T00:30+02:00', '1 day', 'Asia/Damascus')).toBe('2016-03-25T01:30:00+03:00')
  })

  it('reaches the civil day that many days on, whatever the zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2036, 0, 1) }),
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom('Asia/Damascus', 'Europe/Berlin', 'UTC'),
        (at, count, zone) => {
          const moved = addDuration(at, { count, unit: 'day' }, zone)
          expect(civilDay(moved, zone)).toBe(addDays(civilDay(at, zone), count))
        },
      ),
    )
  })

  it('always moves forward', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }), duration, (at, by) => {
        expect(addDuration(at, by, 'Asia/Damascus')).toBeGreaterThan(at)
      }),
    )
  })
})
