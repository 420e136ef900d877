import { geohashBox } from '@trucekeeper/geo'
import { describe, expect, it } from 'vitest'
import { areasOf, beside, rowsOf } from './cells.ts'

describe('the cells of an area', () => {
  it('lie in rows from north to south and from west to east, each once', () => {
    for (const [area, columns] of [
      ['sy6m', 8],
      ['sy6', 4],
    ] as const) {
      const rows = rowsOf(area)
      expect(rows.map((row) => row.length)).toEqual(Array(32 / columns).fill(columns))
      expect(new Set(rows.flat()).size).toBe(32)
      const [first, last] = [geohashBox(rows[0]![0]!)!, geohashBox(rows.at(-1)!.at(-1)!)!]
      const [west, south, east, north] = geohashBox(area)!
      expect([first[0], first[3], last[2], last[1]]).toEqual([west, north, east, south])
    }
  })

  it('have areas of one size beside them, there and back, and none beyond a pole', () => {
    expect(beside(beside('sy6m', 1, 0), -1, 0)).toBe('sy6m')
    expect(beside(beside('sy6m', 0, 1), 0, -1)).toBe('sy6m')
    expect(geohashBox(beside('sy6m', 1, 0))![0]).toBeCloseTo(geohashBox('sy6m')![2])
    expect(beside('zzzz', 0, 1)).toBe('zzzz')
    expect(beside('zzzz', 1, 0)).toBe('bpbp')
  })
})

it('areas of the agreement are named by it, each once', () => {
  const place = (name: string, ...coordinates: number[][]) => ({
    id: name.toLowerCase(),
    name,
    also: [],
    tolerance_m: 0,
    geometry: { type: 'LineString' as const, coordinates: coordinates as [number, number][] },
  })
  const places = {
    'places.geojson': [place('Town', [37.1, 36.2], [38, 36]), place('Suburb', [37.11, 36.21])],
    'more.geojson': [place('Border', [36.6, 36.2])],
  }
  expect(areasOf(places, 4)).toEqual([
    { name: 'Town', area: 'sy6m' },
    { name: 'Border', area: 'sy6j' },
  ])
})
