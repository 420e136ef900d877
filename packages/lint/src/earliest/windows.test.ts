import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALWAYS, between, both, either, NEVER, otherwise, type Windows } from './windows.ts'

const windows: fc.Arbitrary<Windows> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), { maxLength: 5 })
  .map((pairs) => pairs.reduce<Windows>((all, [from, to]) => either(all, between(from, to)), NEVER))
const holds = (all: Windows, at: number) => all.some(({ from, to }) => from <= at && at < to)
const instants = Array.from({ length: 33 }, (_, index) => index - 1)

describe('stretches of time', () => {
  it('hold at an instant as their parts do', () => {
    fc.assert(
      fc.property(windows, windows, (a, b) => {
        for (const at of instants) {
          expect(holds(both(a, b), at)).toBe(holds(a, at) && holds(b, at))
          expect(holds(either(a, b), at)).toBe(holds(a, at) || holds(b, at))
          expect(holds(otherwise(a), at)).toBe(!holds(a, at))
        }
      }),
    )
  })

  it('are what they were when turned round twice', () => {
    fc.assert(
      fc.property(windows, (a) => {
        expect(otherwise(otherwise(a))).toEqual(a)
      }),
    )
    expect(otherwise(NEVER)).toEqual(ALWAYS)
  })
})
