import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, moved, placeOf, startOf, ticksOf, together, zoomed } from './scale.ts'

const ZONE = 'Asia/Damascus'
const whole = { from: Date.UTC(2016, 8, 1), to: Date.UTC(2016, 9, 1) }
const shown = { from: Date.UTC(2016, 8, 10), to: Date.UTC(2016, 8, 20) }

describe('a line of time', () => {
  it('runs from the side on which one begins to read', () => {
    expect(placeOf(shown.from, shown, 500, 'ltr')).toBe(0)
    expect(placeOf(shown.from, shown, 500, 'rtl')).toBe(500)
    expect(placeOf(Date.UTC(2016, 8, 15), shown, 500, 'rtl')).toBe(250)
  })

  it('is never shown beyond its ends, however one zooms and moves, nor less than two hours of it', () => {
    const step = fc.oneof(
      fc.record({
        factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
        about: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      fc.record({ by: fc.double({ min: -3, max: 3, noNaN: true }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let now = shown
        for (const one of steps) {
          now = 'by' in one ? moved(now, whole, one.by) : zoomed(now, whole, one.factor, one.about)
          expect(now.from).toBeGreaterThanOrEqual(whole.from)
          expect(now.to).toBeLessThanOrEqual(whole.to)
          expect(now.to - now.from).toBeGreaterThan(7_199_000)
        }
      }),
    )
  })

  it('keeps in its place what one zooms about', () => {
    const nearer = zoomed(shown, whole, 0.5, 0.25)
    expect(placeOf(Date.UTC(2016, 8, 12, 12), nearer, 400, 'ltr')).toBe(100)
  })

  it('marks days where they begin in the zone, and hours where there is room', () => {
    const days = ticksOf(shown, ZONE, 12)
    expect(days[1]).toEqual({ at: Date.UTC(2016, 8, 10, 21), day: '2016-09-11', hour: '00:00' })
    expect(days[2]!.at - days[1]!.at).toBe(DAY)
    expect(ticksOf({ from: shown.from, to: shown.from + DAY }, ZONE, 12).map(({ hour }) => hour)).toContain('18:00')
    expect(ticksOf(whole, ZONE, 6).length).toBeLessThanOrEqual(7)
  })

  it('begins a day whose midnight the clocks skip an hour later', () => {
    expect(startOf('2017-03-31', ZONE)).toBe(Date.UTC(2017, 2, 30, 22))
  })

  it('draws as one what would lie on top of each other, and nothing that is out of sight', () => {
    const at = (days: number) => ({ at: shown.from + days * DAY })
    expect(together([at(5), at(1), at(1.01), at(-1)], shown, 1000, 10).map((group) => group.length)).toEqual([2, 1])
  })
})
