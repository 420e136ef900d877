import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  civilDay,
  civilDays,
  dayNumber,
  dayOfNumber,
  formatInstant,
  isZone,
  parseInstant,
  startOfDay,
} from './index.ts'

const HOUR = 3_600_000
const hours = (day: string, zone: string) => (startOfDay(addDays(day, 1), zone) - startOfDay(day, zone)) / HOUR
const zone = fc.constantFrom('Asia/Damascus', 'Europe/Berlin', 'UTC', 'Australia/Lord_Howe', 'Pacific/Apia')
const instant = fc.integer({ min: Date.UTC(1972, 0, 1), max: Date.UTC(2037, 0, 1) })

describe('a zone', () => {
  it.each(['Asia/Damascus', 'asia/damascus', 'UTC', 'America/Argentina/Buenos_Aires'])('is %s', (name) => {
    expect(isZone(name)).toBe(true)
  })

  it.each(['', 'Damascus', 'Mars/Olympus', '+03:00', '2016-09-12T19:00Z', '2016-09-12T19:00+03:00[Asia/Damascus]'])(
    'is not `%s`',
    (name) => {
      expect(isZone(name)).toBe(false)
    },
  )
})

describe('a civil day', () => {
  it('is 23 hours long and begins at one where Damascus put its clocks forward at midnight in March 2016', () => {
    expect(formatInstant(startOfDay('2016-03-25', 'Asia/Damascus'), 'Asia/Damascus')).toBe('2016-03-25T01:00:00+03:00')
    expect(hours('2016-03-25', 'Asia/Damascus')).toBe(23)
  })

  it('is 25 hours long where Damascus put them back at midnight in October 2016', () => {
    expect(hours('2016-10-27', 'Asia/Damascus')).toBe(25)
    expect(hours('2016-10-28', 'Asia/Damascus')).toBe(24)
    const twice = parseInstant('2016-10-27T23:30+03:00')!
    expect(civilDay(twice, 'Asia/Damascus')).toBe('2016-10-27')
    expect(civilDay(twice + HOUR, 'Asia/Damascus')).toBe('2016-10-27')
  })

  it('is 23 and 25 hours long in Berlin when summer time begins and ends', () => {
    expect(hours('2016-03-27', 'Europe/Berlin')).toBe(23)
    expect(hours('2016-10-30', 'Europe/Berlin')).toBe(25)
  })

  it('holds every instant from its start to the start of the next', () => {
    fc.assert(
      fc.property(instant, zone, (at, place) => {
        const day = civilDay(at, place)
        expect(startOfDay(day, place)).toBeLessThanOrEqual(at)
        const next = startOfDay(addDays(day, 1), place)
        // Samoa skipped 30 December 2011 whole: the day after that has the same start.
        expect(next > at || day === '2011-12-29').toBe(true)
      }),
    )
  })

  it('comes after the one before it, across months, years and leap days', () => {
    expect(addDays('2016-02-28', 1)).toBe('2016-02-29')
    expect(addDays('2016-12-31', 1)).toBe('2017-01-01')
    expect(civilDays('2016-09-29', '2016-10-02')).toEqual(['2016-09-29', '2016-09-30', '2016-10-01', '2016-10-02'])
  })

  it('is counted from first to last, and there are none when the last is earlier', () => {
    expect(civilDays('2016-09-12', '2016-09-12')).toEqual(['2016-09-12'])
    expect(civilDays('2016-09-12', '2016-09-11')).toEqual([])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), (days) => {
        expect(civilDays('2015-06-30', addDays('2015-06-30', days))).toHaveLength(days + 1)
      }),
    )
  })
})

describe('a day as a number', () => {
  it('comes back as the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (number) => dayNumber(dayOfNumber(number)) === number),
    )
  })

  it('counts from 1 January 1970', () => {
    expect([dayNumber('1970-01-01'), dayNumber('1970-01-02'), dayNumber('2016-09-12')]).toEqual([0, 1, 17_056])
  })

  it.each(['2016-06-31', '2016-02-30', '2016-9-12', '12 September 2016', ''])('is not made of `%s`', (text) => {
    expect(dayNumber(text)).toBeNaN()
  })
})
