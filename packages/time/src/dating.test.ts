import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, datedInterval, formatInstant, intersect, overlaps, parseDating } from './index.ts'

const ZONES = ['Asia/Damascus', 'Europe/Berlin', 'UTC', 'Pacific/Kiritimati', 'America/St_Johns']
const zone = fc.constantFrom(...ZONES)
const day = fc
  .date({ min: new Date('1975-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const part = fc.tuple(day, fc.constantFrom(4, 7, 10, 16)).map(([text, length]) => {
  return length === 16 ? `${text}T10:30+03:00` : text.slice(0, length)
})
const covers = (text: string, place: string) => datedInterval(parseDating(text)!, place)

describe('a date as a report gives it', () => {
  it.each([
    ['2016', 'year'],
    ['2016-09', 'month'],
    ['2016-09-16', 'day'],
    ['2016-09-16T23:00+03:00', 'instant'],
    ['2016-09-12/2016-09-16', 'span'],
    ['2016-09-12T19:00+03:00/2016-09', 'span'],
  ])('%s is as precise as a %s', (text, precision) => {
    expect(parseDating(text)).toEqual({ text, precision })
  })

  it.each([
    '',
    '2016-13',
    '2016-02-30',
    '16-09-2016',
    '2016-9-1',
    'September 2016',
    '2016-09-16T23:00',
    '2016-09-16/2016-09-12',
    '2016-09-12/2016-09-14/2016-09-16',
    '2016-09-12/',
    '/2016',
  ])('is not `%s`', (text) => {
    expect(parseDating(text)).toBeNull()
  })

  it.each(['9999-12-31', '0001-01-01', '9999-12', '0000'])(
    'covers %s, at the ends of what a calendar can write',
    (text) => {
      const { from, to } = covers(text, 'Asia/Damascus')
      expect(to).toBeGreaterThan(from)
    },
  )

  it('is kept in the words in which it came', () => {
    fc.assert(
      fc.property(part, (text) => {
        expect(parseDating(text)!.text).toBe(text)
      }),
    )
  })

  it('covers the whole day of the place, as long as that day was there', () => {
    const spring = covers('2016-03-25', 'Asia/Damascus')
    expect(formatInstant(spring.from, 'Asia/Damascus')).toBe('2016-03-25T01:00:00+03:00')
    expect(formatInstant(spring.to, 'Asia/Damascus')).toBe('2016-03-26T00:00:00+03:00')
  })

  it('lies in its day, the day in its month and the month in its year', () => {
    fc.assert(
      fc.property(day, zone, (text, place) => {
        expect(contains(covers(text.slice(0, 7), place), covers(text, place))).toBe(true)
        expect(contains(covers(text.slice(0, 4), place), covers(text.slice(0, 7), place))).toBe(true)
      }),
    )
  })

  it('covers what both ends of a span cover, and ends after it begins in every zone', () => {
    fc.assert(
      fc.property(part, part, zone, (first, second, place) => {
        const span = parseDating(`${first}/${second}`)
        if (!span) return
        const whole = datedInterval(span, place)
        expect(whole.to).toBeGreaterThan(whole.from)
        expect(contains(whole, { from: covers(first, place).from, to: whole.from + 1 })).toBe(true)
      }),
    )
  })

  it('is left with its first instant where the last day is over in that zone before it', () => {
    const { from, to } = covers('2016-09-16T23:00+03:00/2016-09-16', 'Pacific/Kiritimati')
    expect(to).toBe(from + 1)
  })
})

describe('two stretches of time', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]) => ({ from, to: from + length }))

  it('overlap when they share an instant, which is what they intersect in', () => {
    fc.assert(
      fc.property(stretch, stretch, (a, b) => {
        const shared = Array.from({ length: 80 }, (_, at) => at).filter(
          (at) => a.from <= at && at < a.to && b.from <= at && at < b.to,
        )
        expect(overlaps(a, b)).toBe(shared.length > 0)
        expect(intersect(a, b)).toEqual(shared.length > 0 ? { from: shared[0], to: shared.at(-1)! + 1 } : null)
        expect(contains(a, b)).toBe(shared.length === b.to - b.from)
      }),
    )
  })

  it('only touch where one ends as the other begins', () => {
    expect(overlaps({ from: 0, to: 5 }, { from: 5, to: 9 })).toBe(false)
  })
})
