// The ring of marks against a list of all intervals there ever were.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Marks } from './marks.ts'

/** At each step time goes on by so much; then nothing, a new mark, or an end to all marks. */
const steps = fc.array(
  fc.record({
    by: fc.oneof(fc.nat(3), fc.nat(60)),
    does: fc.constantFrom('add', 'add', 'add', 'add', 'nothing', 'clear'),
  }),
  { maxLength: 200, size: 'max' },
)

describe('marks', () => {
  it('are where the intervals are, through growth and wrapping', () => {
    fc.assert(
      fc.property(steps, fc.nat(90), fc.nat(3), (steps, from, length) => {
        const marks = new Marks()
        let all: [number, number][] = []
        let time = 0
        for (const { by, does } of steps) {
          time += by
          if (does === 'clear') {
            marks.clear()
            all = []
          } else if (does === 'add') {
            marks.add(time + from, time + from + length)
            all.push([time + from, time + from + length])
          }
          expect(new Marks(marks).has(time + 1)).toBe(all.some(([start, end]) => start <= time + 1 && time + 1 <= end))
          expect(marks.has(time)).toBe(all.some(([start, end]) => start <= time && time <= end))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('say of a stretch that all, none or some of it is marked', () => {
    const marks = new Marks()
    expect(marks.over(0, 100)).toBe(0)
    marks.add(10, 20)
    marks.add(21, 30)
    expect([marks.over(0, 9), marks.over(0, 10), marks.over(10, 30), marks.over(15, 31)]).toEqual([0, -1, 1, -1])
    expect(marks.over(31, 40)).toBe(0)
  })
})
