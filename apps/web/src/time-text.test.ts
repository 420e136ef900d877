import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayAfter,
  dayLabels,
  instantOfLocal,
  isoOf,
  localOf,
  longMoment,
  shortMoment,
  timeLeft,
  zoneName,
} from './time-text.ts'

const DAMASCUS = 'Asia/Damascus'

describe('instants', () => {
  it('are written on the clock of the agreement, wherever the reader sits', () => {
    expect(longMoment('2016-09-16T20:00:00Z', DAMASCUS)).toBe('16 September 2016, 23:00')
    expect(longMoment('2016-09-16T22:30:00Z', DAMASCUS)).toBe('17 September 2016, 01:30')
    expect(shortMoment('2016-12-16T20:00:00Z', DAMASCUS)).toBe('16 Dec, 22:00')
  })

  it('stay a day where no hour is known', () => {
    expect(longMoment('2016-09-16', DAMASCUS)).toBe('16 September 2016')
    expect(longMoment('2016-09-16', 'Pacific/Kiritimati')).toBe('16 September 2016')
  })

  it('stay as they came when they cannot be read', () => {
    expect(longMoment('last week', DAMASCUS)).toBe('last week')
  })

  it('may be spans', () => {
    expect(longMoment('2016-09-12/2016-09-16', DAMASCUS)).toBe('12 September 2016 to 16 September 2016')
  })
})

describe('a wall clock', () => {
  it('has the offset of its own day', () => {
    expect(instantOfLocal('2016-09-16T23:00', DAMASCUS)).toBe('2016-09-16T23:00:00+03:00')
    expect(instantOfLocal('2016-12-16T23:00', DAMASCUS)).toBe('2016-12-16T23:00:00+02:00')
    expect(instantOfLocal('2016-09-16T23:00', 'Asia/Kathmandu')).toBe('2016-09-16T23:00:00+05:45')
    expect(instantOfLocal('2016-01-16T23:00', 'America/New_York')).toBe('2016-01-16T23:00:00-05:00')
  })

  it('shows no instant in the hour that a change of clocks skips', () => {
    expect(instantOfLocal('2016-03-25T00:30', DAMASCUS)).toBeNull()
  })

  it('shows no instant while it is half typed', () => {
    expect(instantOfLocal('', DAMASCUS)).toBeNull()
    expect(instantOfLocal('2016-09', DAMASCUS)).toBeNull()
  })

  it('gives back every minute it is set to', () => {
    const minutes = fc.integer({ min: Date.UTC(1995, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 })
    const zones = fc.constantFrom(DAMASCUS, 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'UTC')
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const iso = isoOf(minute * 60_000, zone)
        expect(Date.parse(iso)).toBe(minute * 60_000)
        expect(instantOfLocal(localOf(iso, zone), zone)).not.toBeNull()
      }),
    )
  })
})

describe('time left', () => {
  it.each([
    ['2016-09-17T19:00:00+03:00', 'in 20 h'],
    ['2016-09-19T03:15:00+03:00', 'in 2 d 4 h'],
    ['2016-09-18T23:00:00+03:00', 'in 2 d'],
    ['2016-09-16T23:35:00+03:00', 'in 35 min'],
    ['2016-09-16T20:30:00+03:00', '2 h 30 min ago'],
    ['2016-09-16T20:00:30Z', 'now'],
  ])('to %s is %s', (to, text) => {
    expect(timeLeft('2016-09-16T23:00:00+03:00', to)).toBe(text)
  })
})

it('names a zone by its city', () => {
  expect(zoneName(DAMASCUS)).toBe('Damascus')
  expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
})

it('names and counts civil days', () => {
  expect(dayLabels('2016-09-13')).toEqual({ weekday: 'Tue', number: '13' })
  expect(dayAfter('2016-09-30')).toBe('2016-10-01')
})
