import geodesic from 'geographiclib-geodesic'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceToLine, metresBetween, type Position } from './index.ts'

const ALEPPO: Position = [37.16, 36.2]
const near = ([lon, lat]: Position, degrees: number): fc.Arbitrary<Position> =>
  fc
    .tuple(
      fc.double({ min: -degrees, max: degrees, noNaN: true }),
      fc.double({ min: -degrees, max: degrees, noNaN: true }),
    )
    .map(([east, north]) => [lon + east, lat + north])

describe('the distance between two points', () => {
  it.each([
    // Karney (2013), Algorithms for geodesics, J. Geod. 87, tables 4 to 6: a short way, and one nearly to the antipodes.
    [[0, -30.12345], [0.00005, -30.12344], 4.944_208, 6],
    [[0, -30], [179.8, 29.9], 19_989_832.827_61, 5],
    // New York to Singapore, the example in the manual of GeodSolve, which gives whole metres.
    [
      [-(73 + 46 / 60 + 44 / 3600), 40 + 38 / 60 + 23 / 3600],
      [103 + 59 / 60 + 22 / 3600, 1 + 21 / 60 + 33 / 3600],
      15_347_628,
      0,
    ],
  ] as [Position, Position, number, number][])('from %j to %j is the published one', (a, b, metres, digits) => {
    expect(metresBetween(a, b)).toBeCloseTo(metres, digits)
  })

  it.each([
    [ALEPPO, [36.29, 33.51]],
    [ALEPPO, [37.1601, 36.2001]],
    [
      [13.4, 52.5],
      [37.6, 55.75],
    ],
    [
      [0, 0],
      [180, 0],
    ],
    [
      [179.9, -17],
      [-179.9, -17],
    ],
  ] as [Position, Position][])('from %j to %j is the one of GeographicLib, longitude first', (a, b) => {
    const inverse = geodesic.Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0])
    expect(metresBetween(a, b)).toBe(inverse.s12)
    expect(metresBetween(b, a)).toBeCloseTo(inverse.s12!, 6)
  })

  it('from the equator to the pole is a quarter of the meridian, 10 001 965.729 m on WGS 84', () => {
    expect(metresBetween([2.337, 0], [2.337, 90])).toBeCloseTo(10_001_965.729, 2)
  })
})

describe('the distance to a line', () => {
  /** The smallest distance to points strewn densely along the segment. */
  const sampled = (point: Position, [a, b]: readonly [Position, Position]) => {
    let [low, high, best] = [0, 1, Infinity]
    for (let round = 0; round < 5; round += 1) {
      let at = low
      for (let step = 0; step <= 200; step += 1) {
        const share = low + ((high - low) * step) / 200
        const metres = metresBetween(point, [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share])
        if (metres < best) [best, at] = [metres, share]
      }
      const width = (high - low) / 100
      ;[low, high] = [Math.max(0, at - width), Math.min(1, at + width)]
    }
    return best
  }

  it.each([0.001, 0.05, 1])('agrees with dense sampling to the millimetre, %d degrees around', (degrees) => {
    fc.assert(
      fc.property(near(ALEPPO, degrees), near(ALEPPO, degrees), near(ALEPPO, degrees), (point, a, b) => {
        const { metres, nearest } = distanceToLine(point, [a, b])
        expect(Math.abs(metres - sampled(point, [a, b]))).toBeLessThan(0.001)
        expect(metresBetween(point, nearest)).toBe(metres)
      }),
      { numRuns: 40 },
    )
  })

  it('is the least of those to its segments, and names the segment', () => {
    fc.assert(
      fc.property(near(ALEPPO, 0.2), fc.array(near(ALEPPO, 0.2), { minLength: 2, maxLength: 12 }), (point, line) => {
        const { metres, segment } = distanceToLine(point, line)
        const each = line.slice(1).map((b, at) => distanceToLine(point, [line[at]!, b]).metres)
        expect(metres).toBe(Math.min(...each))
        expect(each[segment]).toBe(metres)
      }),
    )
  })

  it('goes the shorter way round the 180th meridian', () => {
    const { metres, nearest } = distanceToLine(
      [179.9, -17],
      [
        [-179.9, -17],
        [-170, -17],
      ],
    )
    expect(nearest).toEqual([-179.9, -17])
    expect(metres).toBe(metresBetween([179.9, -17], [-179.9, -17]))
  })

  it('takes a line of one position for a mistake of the caller', () => {
    expect(() => distanceToLine(ALEPPO, [ALEPPO])).toThrow('a line needs at least 2 positions, this one has 1')
  })
})
