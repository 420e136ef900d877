import { describe, expect, it } from 'vitest'
import { parsePlaces } from './index.ts'

const feature = (geometry: unknown, more: object = {}) => ({
  type: 'Feature',
  id: 'bridge',
  properties: { name: 'The bridge', ...more },
  geometry,
})
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const point = { type: 'Point', coordinates: [37.1, 36.2] }
const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates })
const shell = [
  [37, 36],
  [38, 36],
  [38, 37],
  [37, 37],
  [37, 36],
]
const hole = (west: number, south: number, size = 0.2) => [
  [west, south],
  [west, south + size],
  [west + size, south + size],
  [west + size, south],
  [west, south],
]
const said = (geometry: unknown) => parsePlaces(file(feature(geometry))).problems[0]?.message ?? null

describe('a file of places', () => {
  it('gives each place its names, its tolerance and its shape', () => {
    const { places, problems } = parsePlaces(
      file(feature(point, { also: ['Bridge', 7], name_ar: 'الجسر', tolerance_m: 250 })),
    )
    expect(problems).toEqual([])
    expect(places).toEqual([
      { id: 'bridge', name: 'The bridge', also: ['Bridge', 'الجسر'], tolerance_m: 250, geometry: point },
    ])
  })

  it.each([
    ['{', 'the file is not JSON'],
    ['[]', 'the file is not a GeoJSON FeatureCollection'],
    ['{"type":"FeatureCollection"}', 'the file is not a GeoJSON FeatureCollection'],
    ['{"__proto__":{"type":"FeatureCollection","features":[]}}', 'the file is not a GeoJSON FeatureCollection'],
  ])('is none when it holds `%s`', (text, message) => {
    const { places, problems } = parsePlaces(text)
    expect(places).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]!.message).toContain(message)
  })

  it('keeps the sound places when others are not', () => {
    const { places, problems } = parsePlaces(
      file(feature(point), { ...feature(point), id: 7 }, { ...feature(null), id: 'ford' }, feature(point), null),
    )
    expect(places.map(({ id }) => id)).toEqual(['bridge'])
    expect(problems.map(({ code, feature: called }) => [code, called])).toEqual([
      ['place-malformed', 'number 2'],
      ['place-without-geometry', 'ford'],
      ['place-malformed', 'bridge'],
      ['place-malformed', 'number 5'],
    ])
  })

  it.each([-1, '250', true, {}])('does not guess at a tolerance of %j', (tolerance_m) => {
    expect(parsePlaces(file(feature(point, { tolerance_m }))).problems[0]!.message).toBe(
      'feature `bridge` has a `tolerance_m` that is no distance in metres',
    )
  })
})

describe('the shape of a place', () => {
  it.each([
    ['a point', point],
    ['a point with a height', { type: 'Point', coordinates: [37, 36, 400] }],
    ['a line', { type: 'LineString', coordinates: shell }],
    ['an area', polygon(shell)],
    ['an area with holes', polygon(shell, hole(37.1, 36.1), hole(37.5, 36.5))],
    [
      'an area whose hole touches its edge in a point',
      polygon(shell, [
        [37, 36.5],
        [37.2, 36.6],
        [37.2, 36.4],
        [37, 36.5],
      ]),
    ],
    ['areas', { type: 'MultiPolygon', coordinates: [[shell]] }],
  ])('may be %s', (_, geometry) => {
    expect(said(geometry)).toBeNull()
  })

  it.each([
    [{ type: 'Point', coordinates: [181, 36] }, 'is a point that is not on the globe'],
    [{ type: 'Point', coordinates: [37, NaN] }, 'is a point that is not on the globe'],
    [{ type: 'Point', coordinates: [0, 0] }, 'is a point at 0, 0'],
    [{ type: 'LineString', coordinates: [[37, 36]] }, 'is a line of fewer than 2 positions'],
    [
      {
        type: 'LineString',
        coordinates: [
          [37, 36],
          [37, 36],
        ],
      },
      'is a line that repeats a position',
    ],
    [polygon(), 'is an area without a ring'],
    [
      polygon([
        [37, 36],
        [38, 36],
        [37, 36],
      ]),
      'has a ring of fewer than 4 positions',
    ],
    [polygon([...shell.slice(0, 4), [37, 36.001]]), 'has a ring that is not closed'],
    [polygon(shell.toReversed()), 'has a ring that winds the wrong way'],
    [polygon(shell, hole(37.1, 36.1).toReversed()), 'has a ring that winds the wrong way'],
    [
      polygon([
        [37, 36],
        [39, 36],
        [37.5, 37],
        [39, 38],
        [37, 36],
      ]),
      'has rings that cross or touch themselves',
    ],
    [
      polygon([
        [37, 36],
        [38, 36],
        [38, 37],
        [39, 37],
        [38, 37],
        [37, 37],
        [37, 36],
      ]),
      'has rings that cross or touch',
    ],
    [polygon(shell, hole(37.9, 36.1)), 'has rings that cross or touch'],
    [polygon(shell, hole(37, 36.1)), 'has rings that cross or touch'],
    [polygon(shell, hole(38.5, 36.1)), 'has a hole that does not lie inside its outer ring'],
    [polygon(shell, hole(37.1, 36.1, 0.5), hole(37.2, 36.2)), 'has a hole that does not lie inside its outer ring'],
    [{ type: 'GeometryCollection', coordinates: [] }, 'is neither a Point, a LineString nor a Polygon'],
    [{ ...point, crs: 'EPSG:3857' }, 'has a member `crs`'],
    [
      { type: 'LineString', coordinates: Array.from({ length: 20_001 }, (_, at) => [at / 1000, at % 2]) },
      'has more than 20000 positions',
    ],
  ])('is not %j', (geometry, message) => {
    expect(said(geometry)).toContain(`feature \`bridge\` ${message}`)
  })
})
