// Outlines of buffers, held to the distances that they stand for.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bufferOf, distanceToArea, prepareArea, prepareLine, separations, type Area, type Position } from './index.ts'
import { geometryFault } from './soundness.ts'
import { draws } from './testing/cases.ts'

const ROAD: Position[] = [
  [37.0, 36.2],
  [37.06, 36.23],
  [37.05, 36.26],
  [37.12, 36.25],
]
const SQUARE: Area = {
  type: 'Polygon',
  coordinates: [
    [
      [37, 36],
      [37.4, 36],
      [37.4, 36.3],
      [37, 36.3],
      [37, 36],
    ],
    [
      [37.1, 36.1],
      [37.1, 36.2],
      [37.3, 36.2],
      [37.3, 36.1],
      [37.1, 36.1],
    ],
  ],
}

function made(...parameters: Parameters<typeof bufferOf>): Area {
  const area = bufferOf(...parameters)
  if (!area) throw new Error('no outline')
  expect(geometryFault(area)).toBeNull()
  return area
}

const ringsOf = (area: Area) => (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat())

/** Whether the outline and the distance agree about points strewn around it; how many of them it could tell. */
function agreed(
  area: Area,
  distances: (points: readonly Position[]) => ArrayLike<number>,
  metres: number,
  off: number,
) {
  const draw = draws(metres)
  const drawn = prepareArea(area)
  const corners = ringsOf(area).flat()
  const points = Array.from({ length: 300 }, (): Position => {
    const [lon, lat] = corners[Math.floor(draw() * corners.length)]!
    const spread = (draw() < 0.5 ? 5 * off : metres) / 111_000
    const east = lon + (spread * (2 * draw() - 1)) / Math.cos((lat * Math.PI) / 180)
    return [east > 180 ? east - 360 : east < -180 ? east + 360 : east, lat + spread * (2 * draw() - 1)]
  })
  const found = distances(points)
  const told = points.flatMap((point, at) =>
    Math.abs(found[at]! - metres) > off ? [{ point, metres: found[at]! }] : [],
  )
  for (const one of told) expect(distanceToArea(drawn, one.point) < 0, `${one.point}`).toBe(one.metres < metres)
  return told.length
}

const lineDistances = (parts: readonly (readonly Position[])[]) => (points: readonly Position[]) =>
  separations(prepareLine(parts), Float64Array.from(points.flat())).metres

describe('the outline of a buffer', () => {
  it.each([
    [500, 1],
    [5000, 5],
    [50_000, 50],
  ])('of a line by %d m lies at that distance, within %d m', (metres, off) => {
    const area = made(prepareLine([ROAD]), metres)
    const corners = lineDistances([ROAD])(ringsOf(area).flat())
    expect(Math.max(...corners.map((one) => Math.abs(one - metres)))).toBeLessThan(off)
    expect(agreed(area, lineDistances([ROAD]), metres, off)).toBeGreaterThan(150)
  })

  it('agrees with the distance for lines of any shape, several parts and crossings among them', () => {
    const share = fc.integer({ min: 0, max: 40 }).map((hundredths) => hundredths / 100)
    const position = fc.tuple(share, share)
    const part = fc.uniqueArray(position, { minLength: 2, maxLength: 6, selector: String })
    const lat = fc.constantFrom(-70, -0.2, 36, 80)
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        lat,
        fc.integer({ min: 800, max: 9000 }),
        (parts, south, metres) => {
          const there = parts.map((one) => one.map(([x, y]): Position => [37 + x, south + y]))
          const off = metres / 50
          agreed(made(prepareLine(there), metres, off), lineDistances(there), metres, off)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('of an area has the area in it, and of a hole what is far enough inside', () => {
    const square = prepareArea(SQUARE)
    const distances = (points: readonly Position[]) => points.map((point) => distanceToArea(square, point))
    const area = made(square, 2000, 10)
    expect(ringsOf(area)).toHaveLength(2)
    expect(agreed(area, distances, 2000, 10)).toBeGreaterThan(150)
    expect(ringsOf(made(square, 6000, 60))).toHaveLength(1)
  })

  it('has parts where the parts of a line lie apart', () => {
    const far = ROAD.map(([lon, lat]): Position => [lon + 1, lat])
    expect(made(prepareLine([ROAD, far]), 1000, 10).type).toBe('MultiPolygon')
  })

  it('is cut along the 180th meridian, and both sides of the cut are one area', () => {
    const across: Position[] = [
      [179.9, 10],
      [-179.8, 10.3],
    ]
    const area = made(prepareLine([across]), 9000)
    expect(area.type).toBe('MultiPolygon')
    expect(agreed(area, lineDistances([across]), 9000, 9)).toBeGreaterThan(150)
    expect(distanceToArea(prepareArea(area), [180, 10.1])).toBeLessThan(-8000)
  })

  it('is the same whichever way the line is walked', () => {
    expect(bufferOf(prepareLine([ROAD.toReversed()]), 5000)).toEqual(bufferOf(prepareLine([ROAD]), 5000))
  })

  it('is none near a pole, and of nothing', () => {
    const north: Position[] = [
      [10, 88],
      [20, 89],
    ]
    expect(bufferOf(prepareLine([north]), 1000)).toBeNull()
    expect(bufferOf(prepareLine([ROAD]), 6_000_000, 100_000)).toBeNull()
    expect(() => bufferOf(prepareLine([ROAD]), 0)).toThrow('more than 0')
  })
})
