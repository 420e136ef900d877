import geodesic from 'geographiclib-geodesic'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bufferOf, prepareLine, stripSize, type Position } from './index.ts'

const BORDER: readonly Position[] = [
  [38.01, 36.82],
  [37.62, 36.74],
  [37.17, 36.65],
]

/** Square metres of the first ring, as GeographicLib computes it (Karney 2013). */
function areaOfRing(ring: readonly Position[]): number {
  const polygon = geodesic.Geodesic.WGS84.Polygon(false)
  for (const [lon, lat] of ring.slice(1)) polygon.AddPoint(lat, lon)
  return polygon.Compute(false, true).area!
}

describe('the size of a strip', () => {
  it('is what a drawn buffer holds but for its round ends', () => {
    for (const depth of [1_000, 5_000, 10_000]) {
      const drawn = bufferOf(prepareLine([BORDER]), depth)
      if (drawn?.type !== 'Polygon') throw new Error('no outline')
      const without = areaOfRing(drawn.coordinates[0]!) - Math.PI * depth * depth
      expect(stripSize(BORDER, 'either', depth).area_m2 / without).toBeCloseTo(1, 2)
    }
  })

  it('is length by depth, on either side twice that', () => {
    const { length_m, area_m2 } = stripSize(BORDER, 'south', 5_000)
    expect(length_m).toBeGreaterThan(77_000)
    expect(length_m).toBeLessThan(78_000)
    expect(area_m2).toBe(length_m * 5_000)
    expect(stripSize(BORDER, 'either', 5_000).area_m2).toBe(2 * area_m2)
  })

  it('does not depend on which end the line is drawn from', () => {
    const position = fc.tuple(
      fc.double({ min: 36, max: 38, noNaN: true }),
      fc.double({ min: 36, max: 37, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 6 }), (line) => {
        const [there, back] = [stripSize(line, 'either', 100), stripSize(line.toReversed(), 'either', 100)]
        expect(back.area_m2).toBeCloseTo(there.area_m2, 3)
      }),
    )
  })
})
