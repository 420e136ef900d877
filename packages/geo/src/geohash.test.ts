// Geohash cells, by the examples that others published and by what every cell has to hold.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geohash, geohashAround, geohashBox, isGeohash, type Position } from './index.ts'

const positions = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
)

describe('a geohash', () => {
  it.each<[Position, number, string]>([
    [[-5.6, 42.6], 5, 'ezs42'],
    [[10.40744, 57.64911], 11, 'u4pruydqqvj'],
  ])('of %j is that of the published example', (position, length, cell) => {
    expect(geohash(position, length)).toBe(cell)
  })

  it('names a cell that holds the place, within the one around it', () => {
    fc.assert(
      fc.property(positions, fc.integer({ min: 1, max: 9 }), ([lon, lat], length) => {
        const cell = geohash([lon, lat], length)
        const [west, south, east, north] = geohashBox(cell)!
        expect([west <= lon, lon <= east, south <= lat, lat <= north]).toEqual([true, true, true, true])
        expect(isGeohash(cell, length)).toBe(true)
        expect(geohash([lon, lat], length - 1)).toBe(geohashAround(cell))
      }),
    )
  })

  it.each(['', 'sya', 'EZS42'])('is not %j', (text) => {
    expect(geohashBox(text)).toBeNull()
    expect(isGeohash(text, 5)).toBe(false)
  })
})
