import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lineLength,
  metresBetween,
  positionAlong,
  prepareLine,
  separationFrom,
  separations,
  sideOf,
  swappedSuspected,
  type Position,
  type Separation,
  type Side,
} from './index.ts'
import { draws, madeCase } from './testing/cases.ts'
import { slowDistance } from './testing/slow.ts'

const separation = (point: Position, ...parts: (readonly Position[])[]): Separation =>
  separationFrom(prepareLine(parts))(point)
const seeds = fc.integer({ min: 0, max: 2 ** 31 })
const anyCase = fc.tuple(fc.nat(4), seeds).map(([kind, seed]) => madeCase(kind, draws(seed)))
const road: Position[] = [
  [37, 36],
  [37.2, 36],
  [37.2, 36.2],
]

describe('the separation of a point from a line', () => {
  it('is that of a slow search along the geodesics, to the millimetre, on roads, long ways, at the date line and the poles', () => {
    fc.assert(
      fc.property(anyCase, ({ line, point }) => {
        const slow = slowDistance(point, line)
        expect(Math.abs(separation(point, line).metres - slow)).toBeLessThan(0.001)
        expect(Math.abs(separations(prepareLine([line]), point).metres[0]! - slow)).toBeLessThan(0.02)
      }),
      { numRuns: 1000 },
    )
  })

  it('is measured to the geodesic, which leaves a parallel towards the pole', () => {
    const parallel: Position[] = [
      [30, 60],
      [40, 60],
    ]
    const { metres, nearest } = separation([35, 60], parallel)
    expect(metres).toBeGreaterThan(10_000)
    expect(nearest[1]).toBeGreaterThan(60.09)
  })

  it('is the geodesic from the point to the nearest place, which lies as far along as it says', () => {
    fc.assert(
      fc.property(anyCase, ({ line, point }) => {
        const found = separation(point, line)
        expect(metresBetween(point, found.nearest)).toBeCloseTo(found.metres, 6)
        expect(metresBetween(positionAlong(prepareLine([line]), found.along), found.nearest)).toBeLessThan(0.001)
      }),
    )
  })

  it('changes sides and nothing else when the line is walked the other way', () => {
    const other = (side: Side) => (side === 'left' ? 'right' : side === 'right' ? 'left' : side)
    fc.assert(
      fc.property(anyCase, ({ line, point }) => {
        const there = separation(point, line)
        const back = separation(point, line.toReversed())
        expect({ ...back, along: 0, segment: 0 }).toEqual({ ...there, side: other(there.side), along: 0, segment: 0 })
        expect(back.along).toBeCloseTo(lineLength(line) - there.along, 3)
      }),
    )
  })

  it('is the same wherever on the earth it is turned to about the axis', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: -180, max: 180 }), ({ line, point }, turn) => {
        const turned = ([lon, lat]: Position): Position => [((((lon + turn + 180) % 360) + 360) % 360) - 180, lat]
        const [one, two] = [separation(point, line), separation(turned(point), line.map(turned))]
        expect(two.metres).toBeCloseTo(one.metres, 5)
      }),
    )
  })

  it.each([
    ['north of a way to the east', [37.1, 36.1], 'left'],
    ['south of it', [37.1, 35.9], 'right'],
    ['east of a way to the north', [37.3, 36.1], 'right'],
    ['outside of a bend', [37.3, 35.9], 'right'],
    ['at a corner', [37.2, 36], 'on'],
    ['left of where it would run on', [37.19, 36.3], 'left'],
    ['right of where it would run on', [37.21, 36.3], 'right'],
    ['dead ahead of its end', [37.2, 36.3], null],
  ] as [string, Position, Side][])('tells the side: %s', (_, point, side) => {
    expect(separation(point, road).side).toBe(side)
    expect(sideOf(separations(prepareLine([road]), point).sides[0]!)).toBe(side)
  })

  it('has no side where the line turns straight back', () => {
    const back: Position[] = [
      [37, 36],
      [37, 36.2],
      [37, 36],
    ]
    expect(separation([37.001, 36.3], back).side).toBe(null)
  })

  it('tells the inside of a ring at its first corner as at any other', () => {
    const ring: Position[] = [
      [37, 36],
      [37.1, 36],
      [37.1, 36.1],
      [37, 36.1],
      [37, 36],
    ]
    expect(separation([36.99, 35.99], ring).side).toBe('right')
    expect(separation([36.995, 35.99], ring).side).toBe('right')
    expect(separation([37.001, 36.001], ring).side).toBe('left')
  })

  it('says in which direction the point lies from the line', () => {
    expect(separation([37.1, 36.1], road).bearing).toBeCloseTo(270, 0)
    expect(separation([37.05, 35.9], road).bearing).toBeCloseTo(180, 0)
    expect(separation([37, 36], road).bearing).toBe(null)
  })

  it('is that of the nearest part where a line has several', () => {
    const [one, other]: Position[][] = [road, road.map(([lon, lat]): Position => [lon + 1, lat])]
    const found = separation([38.1, 36.01], one!, other!)
    expect(found.part).toBe(1)
    expect(found.metres).toBeCloseTo(separation([38.1, 36.01], other!).metres, 9)
  })

  it('goes straight over the pole and across the 180th meridian', () => {
    const overPole: Position[] = [
      [0, 89],
      [180, 89],
    ]
    expect(separation([90, 89.9], overPole).metres).toBeCloseTo(metresBetween([90, 89.9], [0, 90]), 6)
    const dateLine: Position[] = [
      [179, 0],
      [-179, 0],
    ]
    expect(separation([180, 0.5], dateLine).metres).toBeCloseTo(metresBetween([180, 0.5], [180, 0]), 6)
    expect(separation([-180, 0.5], dateLine).side).toBe('left')
  })

  it('takes a line without length for a mistake of the caller', () => {
    expect(() => prepareLine([[road[0]!, road[0]!]])).toThrow('a line needs at least 2 different positions')
    expect(() => prepareLine([])).toThrow('a line needs at least one part')
  })
})

describe('the separations of many points', () => {
  it('are those of each', () => {
    const draw = draws(7)
    const line: Position[] = Array.from({ length: 200 }, (_, at) => [37 + at * 0.003, 36 + draw() * 0.02])
    const points = Array.from({ length: 2000 }, (): Position => [36.5 + 1.6 * draw(), 35.5 + draw()])
    const ready = prepareLine([line])
    const bulk = separations(ready, points.flat())
    const one = separationFrom(ready)
    for (const [at, point] of points.entries()) {
      const { metres, side, nearest } = one(point)
      expect(Math.abs(bulk.metres[at]! - metres)).toBeLessThan(1e-4)
      expect(sideOf(bulk.sides[at]!)).toBe(side)
      expect(metresBetween(nearest, [bulk.nearest[at * 2]!, bulk.nearest[at * 2 + 1]!])).toBeLessThan(0.05)
    }
  })
})

describe('points that look swapped', () => {
  const ready = prepareLine([road])
  const suspected = (...points: Position[]) => swappedSuspected(ready, points, separations(ready, points.flat()).metres)

  it('are those that come ten times nearer when their numbers change places', () => {
    expect(suspected([37.16, 36.2], [36.05, 37.1], [15.35, 44.2])).toEqual([1])
  })
})
