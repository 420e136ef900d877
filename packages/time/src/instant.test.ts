import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInstant, isInstantText, parseInstant } from './index.ts'

const ZONES = ['UTC', 'Asia/Damascus', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns']
const EARLIEST = Date.UTC(1972, 0, 1)
const LATEST = Date.UTC(2500, 0, 1)

describe('the text of an instant', () => {
  it('is read with its offset', () => {
    expect(parseInstant('2016-09-16T23:00+03:00')).toBe(Date.UTC(2016, 8, 16, 20))
    expect(parseInstant('2016-09-16T23:00:01.5Z')).toBe(Date.UTC(2016, 8, 16, 23, 0, 1, 500))
    expect(parseInstant('2016-09-16T23:00-0330')).toBe(Date.UTC(2016, 8, 17, 2, 30))
  })

  it.each([
    ['2016-09-16T23:00', 'no offset'],
    ['2016-09-16', 'no hour'],
    ['2016-09-16 23:00+03:00', 'a blank for the T'],
    ['2016-09-31T10:00Z', 'a day that is not'],
    ['2016-09-16T24:00Z', 'an hour that is not'],
    ['2016-09-16T23:00+25:00', 'an offset that is not'],
    ['2016-09-16T23:00+03:00[Asia/Damascus]', 'a zone behind it'],
    ['+012016-09-16T23:00Z', 'a year of six digits'],
    ['', 'nothing'],
  ])('is refused: `%s` has %s', (text) => {
    expect(parseInstant(text)).toBeNull()
    expect(isInstantText(text)).toBe(false)
  })

  it('names the same instant on the clock of any zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: EARLIEST, max: LATEST }), fc.constantFrom(...ZONES), (instant, zone) => {
        expect(parseInstant(formatInstant(instant, zone))).toBe(instant)
      }),
    )
  })

  it('carries milliseconds only where there are some', () => {
    expect(formatInstant(Date.UTC(2016, 8, 16, 20), 'Asia/Damascus')).toBe('2016-09-16T23:00:00+03:00')
    expect(formatInstant(Date.UTC(2016, 8, 16, 20) + 7, 'Asia/Damascus')).toBe('2016-09-16T23:00:00.007+03:00')
  })
})
