import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaTest, stripTest, type Geometry, type LineSide, type Position } from './index.ts'

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const town: Geometry = { type: 'Polygon', coordinates: [square(37, 36, 0.2), square(37.08, 36.08, 0.04).toReversed()] }
const twoTowns: Geometry = { type: 'MultiPolygon', coordinates: [[square(37, 36, 0.1)], [square(37.5, 36, 0.1)]] }
/** Metres in a hundredth of a degree of latitude there. */
const HUNDREDTH = 1109.6

describe('an area', () => {
  it.each([
    ['in it', [37.02, 36.02], 'inside'],
    ['beyond it', [37.3, 36.1], 'outside'],
    ['in its hole', [37.1, 36.1], 'outside'],
    ['level with a corner', [36.9, 36.2], 'outside'],
    ['on its edge', [37, 36.1], 'edge'],
    ['on its corner', [37, 36], 'edge'],
    ['on the edge of its hole', [37.08, 36.1], 'edge'],
  ] as [string, Position, string][])('is answered for a point %s', (_, point, answer) => {
    expect(areaTest(point, town, 0)).toBe(answer)
  })

  it('cannot be answered for a point nearer to the drawn edge than the tolerance, on either side', () => {
    for (const point of [
      [37.1, 35.995],
      [37.1, 36.005],
    ] as Position[]) {
      expect(areaTest(point, town, HUNDREDTH / 2 + 10)).toBe('edge')
      expect(areaTest(point, town, HUNDREDTH / 2 - 10)).not.toBe('edge')
    }
  })

  it('may have several parts', () => {
    expect(areaTest([37.05, 36.05], twoTowns, 0)).toBe('inside')
    expect(areaTest([37.55, 36.05], twoTowns, 0)).toBe('inside')
    expect(areaTest([37.3, 36.05], twoTowns, 0)).toBe('outside')
  })

  it('is the same whichever way its rings wind, and wherever they begin', () => {
    const coordinate = fc.double({ min: -0.05, max: 0.25, noNaN: true })
    fc.assert(
      fc.property(coordinate, coordinate, fc.integer({ min: 0, max: 3 }), (east, north, turn) => {
        const point: Position = [37 + east, 36 + north]
        const shell = square(37, 36, 0.2).slice(1)
        const turned = [...shell.slice(turn), ...shell.slice(0, turn)]
        const ring = [turned.at(-1)!, ...turned]
        const plain: Geometry = { type: 'Polygon', coordinates: [square(37, 36, 0.2)] }
        expect(areaTest(point, { type: 'Polygon', coordinates: [ring] }, 100)).toBe(areaTest(point, plain, 100))
        expect(areaTest(point, { type: 'Polygon', coordinates: [ring.toReversed()] }, 100)).toBe(
          areaTest(point, plain, 100),
        )
      }),
    )
  })

  it('only loses certainty as the tolerance grows', () => {
    const coordinate = fc.double({ min: -0.05, max: 0.25, noNaN: true })
    fc.assert(
      fc.property(coordinate, coordinate, fc.nat(3000), fc.nat(3000), (east, north, less, more) => {
        const point: Position = [37 + east, 36 + north]
        const [narrow, wide] = [areaTest(point, town, less), areaTest(point, town, less + more)]
        expect([narrow, 'edge']).toContain(wide)
      }),
    )
  })

  it('has an inside only when it is an area', () => {
    expect(() => areaTest([0, 0], { type: 'Point', coordinates: [0, 0] }, 0)).toThrow('a Point has no inside')
  })
})

describe('a strip along a line', () => {
  const road: Position[] = [
    [37, 36],
    [37.2, 36],
  ]
  const point = (metresNorth: number): Position => [37.1, 36 + (metresNorth / HUNDREDTH) * 0.01]
  const answers = (metresNorth: number, side: LineSide, tolerance = 0, depth = 1000) =>
    stripTest(point(metresNorth), road, side, depth, tolerance)

  it('reaches as deep as it is said to, on its side alone', () => {
    expect(answers(500, 'north')).toBe('inside')
    expect(answers(-500, 'north')).toBe('outside')
    expect(answers(-500, 'south')).toBe('inside')
    expect(answers(500, 'south')).toBe('outside')
    expect(answers(1100, 'north')).toBe('outside')
  })

  it('lies on both sides when neither is named', () => {
    expect(answers(500, 'either')).toBe('inside')
    expect(answers(-500, 'either')).toBe('inside')
    expect(answers(-1100, 'either')).toBe('outside')
  })

  it('tells east from west of a line that runs north', () => {
    const border: Position[] = [
      [37, 36],
      [37, 36.2],
    ]
    expect(stripTest([37.005, 36.1], border, 'east', 1000, 0)).toBe('inside')
    expect(stripTest([37.005, 36.1], border, 'west', 1000, 0)).toBe('outside')
  })

  it('cannot be answered near its far edge', () => {
    expect(answers(950, 'north', 100)).toBe('edge')
    expect(answers(1050, 'north', 100)).toBe('edge')
    expect(answers(850, 'north', 100)).toBe('inside')
    expect(answers(1150, 'north', 100)).toBe('outside')
    expect(answers(950, 'either', 100)).toBe('edge')
  })

  it('cannot be answered so near to the line that its side cannot be told', () => {
    expect(answers(50, 'north', 100)).toBe('edge')
    expect(answers(-50, 'north', 100)).toBe('edge')
    expect(answers(50, 'either', 100)).toBe('inside')
    expect(answers(0, 'north')).toBe('edge')
  })

  it('that is narrower than the tolerance is never answered with inside', () => {
    for (const north of [-150, -50, 0, 50, 150]) {
      expect(answers(north, 'north', 250, 100)).toBe('edge')
    }
  })

  it('gives north what it gives south when the map is turned over', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), fc.nat(300), (north, tolerance) => {
        const equator: Position[] = [
          [37, 0],
          [37.2, 0],
        ]
        const [up, down]: Position[] = [
          [37.1, north / 111_000],
          [37.1, -north / 111_000],
        ]
        expect(stripTest(up!, equator, 'north', 1000, tolerance)).toBe(
          stripTest(down!, equator, 'south', 1000, tolerance),
        )
      }),
    )
  })
})
