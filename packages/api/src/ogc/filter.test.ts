import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Geometry, Position } from '@trucekeeper/geo'
import { overlaps, touches, wound, type Box } from './filter.ts'

const SQUARE: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ],
}

describe('a shape touches a box', () => {
  it.each<[string, Geometry, Box, boolean]>([
    ['that lies inside it', SQUARE, [4, 4, 5, 5], true],
    ['that holds it', SQUARE, [-5, -5, 20, 20], true],
    ['across its edge', SQUARE, [9, 4, 12, 5], true],
    ['but not beside it', SQUARE, [11, 4, 12, 5], false],
    [
      'that a line crosses without a corner in it',
      {
        type: 'LineString',
        coordinates: [
          [-1, -1],
          [11, 11],
        ],
      },
      [4, 4, 5, 5],
      true,
    ],
    [
      'but not where its box alone does',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [10, 10],
        ],
      },
      [8, 1, 9, 2],
      false,
    ],
    [
      'across the antimeridian',
      {
        type: 'LineString',
        coordinates: [
          [179, 0],
          [179.5, 0],
        ],
      },
      [178, -1, -178, 1],
      true,
    ],
    ['across the antimeridian, and not elsewhere', SQUARE, [178, -1, -178, 1], false],
  ])('%s', (_, shape, box, touched) => {
    expect(touches(shape, box)).toBe(touched)
  })

  it('wherever a point of its line lies in the box', () => {
    const degree = fc.double({ min: -50, max: 50, noNaN: true })
    const position = fc.tuple(degree, degree)
    fc.assert(
      fc.property(position, position, fc.double({ min: 0, max: 1, noNaN: true }), ([x0, y0], [x1, y1], share) => {
        const at: Position = [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share]
        const line: Geometry = {
          type: 'LineString',
          coordinates: [
            [x0, y0],
            [x1, y1],
          ],
        }
        expect(touches(line, [at[0] - 0.01, at[1] - 0.01, at[0] + 0.01, at[1] + 0.01])).toBe(true)
      }),
    )
  })
})

describe('a ring', () => {
  it('runs against the clock however it was drawn', () => {
    const turned: Geometry = { ...SQUARE, coordinates: SQUARE.coordinates.map((ring) => ring.toReversed()) }
    expect(wound(turned)).toEqual(SQUARE)
    expect(wound(SQUARE)).toEqual(SQUARE)
  })
})

describe('periods', () => {
  it.each([
    [{ from: 1, to: 2 }, { from: 2, to: 3 }, true],
    [{ from: 1, to: 2 }, { from: 3, to: null }, false],
    [{ from: null, to: null }, { from: 3, to: 3 }, true],
  ])('%j and %j have an instant in common: %s', (a, b, common) => {
    expect([overlaps(a, b), overlaps(b, a)]).toEqual([common, common])
  })
})
