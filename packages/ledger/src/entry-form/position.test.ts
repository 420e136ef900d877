import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geohash, positionFields, positionFrom } from './position.ts'

describe('the cells of a position', () => {
  it.each([
    // Published examples: the two of the Wikipedia article, the one of python-geohash, and the corners of the world.
    [-5.603, 42.605, 5, 'ezs42'],
    [10.407_44, 57.649_11, 11, 'u4pruydqqvj'],
    [112.5584, 37.8324, 9, 'ww8p1r4t8'],
    [0, 0, 5, 's0000'],
    [-180, -90, 5, '00000'],
    [180, 90, 5, 'zzzzz'],
  ])('are those of the published geohash: %d, %d', (lon, lat, length, cell) => {
    expect(geohash(lon, lat, length)).toBe(cell)
  })

  it('lie within one another, and the exact part gives the point back', () => {
    const micro = (most: number) => fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((whole) => whole / 1e6 + 0)
    fc.assert(
      fc.property(micro(180), micro(90), (lon, lat) => {
        const fields = positionFields(lon, lat)
        if (!fields.ok) throw new Error(fields.refusal.message)
        const { cell4, cell5 } = fields.value
        expect(cell5.startsWith(cell4)).toBe(true)
        expect(positionFrom({ ...fields.value })).toEqual({ lon, lat })
      }),
    )
  })

  it.each([
    [181, 0],
    [0, -90.1],
    [Number.NaN, 0],
    [0.000_000_1, 0],
  ])('are not made of %d, %d', (lon, lat) => {
    const fields = positionFields(lon, lat)
    expect(fields.ok || fields.refusal.code).toBe('position-malformed')
  })
})
