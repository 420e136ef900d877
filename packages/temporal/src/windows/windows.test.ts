// Every window against looking through all values again.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Interval } from '../formula.ts'
import {
  CalendarWindow,
  COUNT,
  DistinctWindow,
  GroupedWindows,
  MAX,
  MIN,
  SlidingWindow,
  SUM,
  wholeUnits,
  type Aggregate,
  type Window,
} from './index.ts'

interface Turn {
  readonly time: number
  readonly values: readonly number[]
}

const turns: fc.Arbitrary<Turn[]> = fc
  .array(
    fc.tuple(fc.oneof(fc.constantFrom(0, 1), fc.nat(12)), fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 3 })),
    {
      maxLength: 60,
    },
  )
  .map((steps) => {
    let time = 0
    return steps.map(([by, values]) => ({ time: (time += by), values }))
  })

const intervals: fc.Arbitrary<Interval> = fc
  .tuple(fc.nat(6), fc.option(fc.nat(15)))
  .map(([from, length]) => ({ from, to: length === null ? null : from + length }))

const naive = {
  count: (values: readonly number[]) => values.length,
  sum: (values: readonly number[]) => values.reduce((a, b) => a + b, 0),
  min: (values: readonly number[]) => (values.length === 0 ? null : Math.min(...values)),
  max: (values: readonly number[]) => (values.length === 0 ? null : Math.max(...values)),
  distinct: (values: readonly number[]) => new Set(values).size,
}

const windows: Readonly<Record<keyof typeof naive, (interval: Interval) => Window<number, number | null>>> = {
  count: (interval) => new SlidingWindow(interval, COUNT),
  sum: (interval) => new SlidingWindow(interval, SUM),
  min: (interval) => new SlidingWindow(interval, MIN),
  max: (interval) => new SlidingWindow(interval, MAX),
  distinct: (interval) => new DistinctWindow(interval),
}

const kinds = fc.constantFrom(...(Object.keys(naive) as (keyof typeof naive)[]))

/** The values of the turns up to one, each with its time, whose distance lies within the interval. */
function within(history: readonly Turn[], now: number, { from, to }: Interval, unitOf = (time: number) => time) {
  return history.flatMap(({ time, values }) => {
    const distance = unitOf(now) - unitOf(time)
    return distance >= from && (to === null || distance <= to) ? values : []
  })
}

describe('a sliding window', () => {
  it('says what looking through all values says', () => {
    fc.assert(
      fc.property(kinds, intervals, turns, (kind, interval, history) => {
        const window = windows[kind](interval)
        for (const [i, { time, values }] of history.entries()) {
          for (const value of values) window.add(time, value)
          expect(window.at(time)).toEqual(naive[kind](within(history.slice(0, i + 1), time, interval)))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps the order of parts, so that what is put together need not commute', () => {
    const words: Aggregate<number, string, string> = {
      empty: '',
      of: String,
      combine: (earlier, later) => earlier + later,
      result: (part) => part,
    }
    fc.assert(
      fc.property(intervals, turns, (interval, history) => {
        const window = new SlidingWindow(interval, words)
        for (const [i, { time, values }] of history.entries()) {
          for (const value of values) window.add(time, value)
          expect(window.at(time)).toBe(within(history.slice(0, i + 1), time, interval).join(''))
        }
      }),
    )
  })

  it('does not let rounding pile up', () => {
    const window = new SlidingWindow({ from: 0, to: 0 }, SUM)
    for (let time = 0; time < 1000; time++) {
      window.add(time, time % 2 === 0 ? 1e16 : 0.1)
      window.at(time)
    }
    expect(window.at(999)).toBe(0.1)
  })

  it('is idle once its last value has left for good', () => {
    const window = new SlidingWindow({ from: 2, to: 5 }, COUNT)
    window.add(0, 1)
    expect([0, 1, 2, 5, 6].map((now) => window.idle(now))).toEqual([false, false, false, false, true])
  })
})

describe('a calendar window', () => {
  it('counts whole units, the present one among them', () => {
    const dayOf = (hour: number) => Math.floor(hour / 24)
    const week = new CalendarWindow(dayOf, new SlidingWindow(wholeUnits(2), SUM))
    week.add(20, 1)
    week.add(25, 10)
    expect(week.at(47)).toBe(11)
    expect(week.at(48)).toBe(10)
    expect(week.at(72)).toBe(0)
  })

  it('says what looking through all values of its units says', () => {
    const unitOf = (time: number) => Math.floor(time / 5)
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 4 }), turns, (kind, units, history) => {
        const interval = wholeUnits(units)
        const window = new CalendarWindow(unitOf, windows[kind](interval))
        for (const [i, { time, values }] of history.entries()) {
          for (const value of values) window.add(time, value)
          expect(window.at(time)).toEqual(naive[kind](within(history.slice(0, i + 1), time, interval, unitOf)))
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('windows for each key', () => {
  it('say what a window of that key alone says', () => {
    fc.assert(
      fc.property(kinds, intervals, turns, (kind, interval, history) => {
        const grouped = new GroupedWindows(() => windows[kind](interval))
        const alone = new Map([-1, 0, 1].map((key) => [key, windows[kind](interval)]))
        for (const { time, values } of history) {
          for (const value of values) {
            grouped.add(time, Math.sign(value), value)
            alone.get(Math.sign(value))!.add(time, value)
          }
          for (const [key, window] of alone) expect(grouped.at(time, key)).toBe(window.at(time))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('forget keys that have nothing left', () => {
    const grouped = new GroupedWindows(() => new SlidingWindow({ from: 0, to: 10 }, COUNT))
    for (let time = 0; time < 10_000; time++) grouped.add(time, `key ${time}`, 1)
    expect(grouped.size).toBeLessThan(30)
  })
})
