import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaSeparationFrom,
  areaTest,
  distanceToArea,
  distanceToLine,
  metresBetween,
  prepareArea,
  prepareLine,
  separationFrom,
  type Area,
  type Position,
} from './index.ts'

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const town: Area = { type: 'Polygon', coordinates: [square(37, 36, 0.2), square(37.08, 36.08, 0.04).toReversed()] }
const cap: Area = {
  type: 'Polygon',
  coordinates: [
    [
      [-180, 80],
      [180, 80],
      [180, 90],
      [-180, 90],
      [-180, 80],
    ],
  ],
}
/** An island group as RFC 7946 has it: cut in two at the 180th meridian. */
const cut: Area = { type: 'MultiPolygon', coordinates: [[square(179, -17, 1)], [square(-180, -17, 1)]] }
const inside = (area: Area, point: Position) => distanceToArea(prepareArea(area), point)
const near = fc
  .tuple(fc.double({ min: -0.1, max: 0.3, noNaN: true }), fc.double({ min: -0.1, max: 0.3, noNaN: true }))
  .map(([east, north]): Position => [37 + east, 36 + north])

describe('the distance from a point to an area', () => {
  it('is that to its edge, straight in longitude and latitude, below 0 inside; a hole is outside', () => {
    fc.assert(
      fc.property(near, (point) => {
        const found = inside(town, point)
        const edges = town.coordinates.map((ring) => distanceToLine(point, ring as Position[]).metres)
        expect(Math.abs(Math.abs(found) - Math.min(...edges))).toBeLessThan(0.02)
        const answer = areaTest(point, town, 0.02)
        if (answer !== 'edge') expect(found < 0).toBe(answer === 'inside')
      }),
    )
  })

  it('knows no edge where an area is cut at the 180th meridian', () => {
    const middle = metresBetween([180, -16.5], [180, -16])
    expect(-inside(cut, [180, -16.5])).toBeCloseTo(middle, 0)
    expect(-inside(cut, [-180, -16.5])).toBeCloseTo(middle, 0)
    expect(inside(cut, [179.99, -16.5])).toBeLessThan(-50_000)
    expect(inside(cut, [-178.9, -16.5])).toBeCloseTo(metresBetween([-178.9, -16.5], [-179, -16.5]), 0)
  })

  it('goes along the parallel of a polar cap, and knows no edge at its seam', () => {
    const quarter = metresBetween([0, 80], [0, 90])
    for (const lon of [-180, -90, 0, 123, 179.9]) expect(Math.abs(inside(cap, [lon, 90]) + quarter)).toBeLessThan(0.05)
    expect(inside(cap, [179.99, 85])).toBeCloseTo(-metresBetween([0, 80], [0, 85]), 1)
    expect(inside(cap, [45, 75])).toBeCloseTo(metresBetween([0, 75], [0, 80]), 1)
  })

  it('is one with that of parts that share an edge', () => {
    const halves: Area = { type: 'MultiPolygon', coordinates: [[square(37, 36, 1)], [square(38, 36, 1)]] }
    expect(inside(halves, [38, 36.5])).toBeLessThan(-50_000)
  })
})

describe('the separation of an area from a line', () => {
  const road: Position[] = [
    [36.9, 36.3],
    [37.3, 36.3],
  ]
  const separation = (area: Area, line: readonly Position[]) =>
    areaSeparationFrom(prepareLine([line]))(prepareArea(area))

  it('is that of its nearest place', () => {
    const { metres, side } = separation(town, road)
    const corners = [square(37, 36, 0.2)[2]!, square(37, 36, 0.2)[3]!]
    const nearest = Math.min(...corners.map((corner) => separationFrom(prepareLine([road]))(corner).metres))
    expect(side).toBe('right')
    expect(metres).toBeLessThanOrEqual(nearest)
    expect(metres).toBeGreaterThan(nearest - 5)
  })

  it('is measured from the corner of a line too, where that points at an edge', () => {
    const spur: Position[] = [
      [37.5, 36.1],
      [37.25, 36.1],
    ]
    expect(separation(town, spur).metres).toBeCloseTo(metresBetween([37.25, 36.1], [37.2, 36.1]), 0)
  })

  it('is nothing where the line passes through, and where it lies within', () => {
    const through: Position[] = [
      [36.9, 36.15],
      [37.3, 36.15],
    ]
    expect(separation(town, through)).toMatchObject({ metres: 0, side: 'on' })
    expect(separation(town, [through[0]!, [37.01, 36.15]])).toMatchObject({ metres: 0, side: 'on' })
    expect(
      separation(town, [
        [37.02, 36.15],
        [37.03, 36.16],
      ]),
    ).toMatchObject({ metres: 0, side: 'on' })
  })

  it('is measured within a hole', () => {
    const { metres } = separation(town, [
      [37.095, 36.1],
      [37.105, 36.1],
    ])
    expect(metres).toBeCloseTo(metresBetween([37.105, 36.1], [37.12, 36.1]), 0)
  })

  it('changes sides and nothing else when the line is walked the other way', () => {
    const [there, back] = [separation(town, road), separation(town, road.toReversed())]
    expect([there.side, back.side]).toEqual(['right', 'left'])
    expect([back.metres, back.nearest]).toEqual([there.metres, there.nearest])
  })
})
