import { describe, expect, it } from 'vitest'
import { metresBetween } from './index.ts'
import { draws } from './testing/cases.ts'
import { GEOD_TEST } from './testing/geod-test.ts'
import { madeWay } from './testing/integrated.ts'

describe('the distance between two points', () => {
  it('is that of the published test set, to a hundredth of a millimetre', () => {
    for (const [from, to, east, metres] of GEOD_TEST) {
      expect(Math.abs(metresBetween([0, from], [east, to]) - metres)).toBeLessThan(1e-5)
      expect(Math.abs(metresBetween([180, -from], [east - 180, -to]) - metres)).toBeLessThan(1e-5)
    }
  })

  it('is the length of a geodesic rolled out in space, to the millimetre, short, long, by the poles and nearly antipodal', () => {
    const draw = draws(2016)
    for (let at = 0; at < 240; at += 1) {
      const { from, to, metres } = madeWay(at, draw)
      expect(Math.abs(metresBetween(from, to) - metres)).toBeLessThan(0.001)
    }
  })
})
