import { describe, expect, it } from 'vitest'
import { readGeoJson, shapeOf, tableNamed, writeGeoJson, type Read, type Row } from '../index.ts'

const POSITIONS = tableNamed('positions')!
const INCIDENTS = tableNamed('incidents')!
const ROW: Row = {
  ...Object.fromEntries(POSITIONS.columns.map(({ name }) => [name, null])),
  id: 'g01',
  party: 'government',
  lon: 37.1271234,
  lat: 36.2695678,
  error_radius_m: 100,
  observed_at: '2016-09-14T10:00+03:00',
  observer: 'united-nations',
  stance: 'asserts',
  source: 'example',
  recorded_at: '2016-09-14T18:00+03:00',
}

function written(rows: readonly Row[], table = POSITIONS) {
  const file = writeGeoJson(table, rows)
  if (!file.ok) throw new Error(JSON.stringify(file.flaws))
  return JSON.parse(file.content)
}

function flawsOf(taken: Read) {
  return taken.ok ? [] : taken.flaws.map(({ place, message }) => `${place}: ${message}`)
}

describe('a file as RFC 7946 has it', () => {
  it('puts longitude first, names no reference system, and gives a box from west and south to east and north', () => {
    const file = written([ROW, { ...ROW, id: 'g02', lon: 37.5, lat: 36.1 }])
    expect(file).toMatchObject({ type: 'FeatureCollection', bbox: [37.127, 36.1, 37.5, 36.27] })
    expect(Object.keys(file)).toEqual(['type', 'bbox', 'features'])
    expect(file.features[0].geometry).toEqual({ type: 'Point', coordinates: [37.127, 36.27] })
  })

  it('gives a box that crosses the antimeridian its western edge first', () => {
    expect(
      written([
        { ...ROW, lon: 179 },
        { ...ROW, lon: -179 },
      ]).bbox,
    ).toEqual([179, 36.27, -179, 36.27])
  })

  it('has no box where nothing has a place, and null for what has none', () => {
    const file = written([{ ...ROW, lon: null, lat: null }])
    expect(file.bbox).toBeUndefined()
    expect(file.features[0].geometry).toBeNull()
  })

  it('draws a cell against the clock', () => {
    const shape = shapeOf(INCIDENTS, { cell: 'sy' })
    if (shape?.type !== 'Polygon') throw new Error('no polygon')
    const ring = shape.coordinates[0]!
    const area = ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0)
    expect(area).toBeGreaterThan(0)
    expect(ring[0]).toEqual(ring.at(-1))
  })

  it.each([
    [null, [37.1271234, 36.2695678]],
    [1, [37.12712, 36.26957]],
    [10, [37.1271, 36.2696]],
    [5000, [37.13, 36.27]],
    [60_000, [37, 36]],
  ])('rounds a place known to %s m, so far that the rounding hides nothing that is known', (radius, coordinates) => {
    expect(shapeOf(POSITIONS, { ...ROW, error_radius_m: radius })).toEqual({ type: 'Point', coordinates })
  })

  it('draws no point for what is known only of a country', () => {
    expect(shapeOf(INCIDENTS, { lon: 38.58, lat: 35.21, where_prec: '6' })).toBeNull()
    expect(shapeOf(INCIDENTS, { lon: 38.58, lat: 35.21, where_prec: '2' })).toEqual({
      type: 'Point',
      coordinates: [38.6, 35.2],
    })
  })
})

describe('a file of others', () => {
  const { lon: _, lat: __, ...rest } = ROW
  const collection = (geometry: unknown, properties: unknown = rest, more: object = {}) =>
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties }], ...more })
  const point = { type: 'Point', coordinates: [37.1, 36.2] }

  it('gives the position by its shape where the properties have none', () => {
    expect(readGeoJson(POSITIONS, collection(point))).toMatchObject({ ok: true, rows: [{ lon: 37.1, lat: 36.2 }] })
  })

  it.each([
    ['a reference system', collection(point, rest, { crs: { type: 'name' } }), 'file: the file names a `crs`'],
    ['no JSON', '{', 'file: the file is not JSON'],
    ['another kind of object', JSON.stringify(point), 'file: the file is no FeatureCollection'],
    ['an unknown property', collection(point, { ...rest, mood: 1 }), 'feature 1: `mood` is no column of `positions`'],
    ['a list in a property', collection(point, { ...rest, unit: ['a'] }), 'feature 1: it is a list or an object'],
    ['a shape elsewhere', collection({ ...point, coordinates: [1, 2] }, ROW), 'feature 1: its shape lies elsewhere'],
    ['a missing field', collection(point, { ...rest, party: null }), 'feature 1: `party` is empty'],
    ['no geometry at all', collection(undefined), 'feature 1: it has no member `geometry`'],
    ['an area', collection({ type: 'Polygon', coordinates: [] }), 'feature 1: its shape is no point'],
  ])('is refused for %s', (_, text, said) => {
    expect(flawsOf(readGeoJson(POSITIONS, text))[0]).toContain(said)
  })
})
