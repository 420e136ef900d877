import { describe, expect, it } from 'vitest'
import { readLine, readPoints } from './index.ts'

const feature = (geometry: unknown, id?: unknown) => ({ type: 'Feature', id, properties: {}, geometry })
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const road = {
  type: 'LineString',
  coordinates: [
    [37, 36],
    [37.2, 36],
  ],
}
const point = { type: 'Point', coordinates: [37.1, 36.2] }
const said = (read: { ok: boolean; problems?: readonly { message: string }[] }) =>
  (read.problems ?? []).map(({ message }) => message)

describe('a file with a line', () => {
  it.each([
    ['a geometry', JSON.stringify(road)],
    ['a feature', JSON.stringify(feature(road))],
    ['a collection with points beside it', file(feature(point), feature(road, 'road'))],
    ['a line in parts', JSON.stringify({ type: 'MultiLineString', coordinates: [road.coordinates] })],
  ])('may be %s', (_, text) => {
    expect(readLine(text)).toEqual({ ok: true, value: { parts: [road.coordinates] } })
  })

  it('may have several when one is named', () => {
    const text = file(feature(road, 'a'), feature({ ...road, coordinates: road.coordinates.toReversed() }, 'b'))
    expect(said(readLine(text))).toEqual(['the file has 2 lines, and one is needed'])
    expect(readLine(text, 'b')).toMatchObject({ ok: true, value: { parts: [road.coordinates.toReversed()] } })
    expect(said(readLine(text, 'c'))).toEqual(['the file has no line with the id `c`'])
  })

  it.each([
    ['{', 'the file is not JSON'],
    ['{"features":[]}', 'it has no `type`'],
    [file(feature(point)), 'the file has no line'],
    [
      file(
        feature(
          {
            type: 'LineString',
            coordinates: [
              [37, 36],
              [37, 95],
            ],
          },
          'x',
        ),
      ),
      'feature `x` is a line with positions that are not on the globe, at `geometry.coordinates[1]` ([37,95])',
    ],
    [
      file(feature({ type: 'MultiLineString', coordinates: [road.coordinates, [[37, 36]]] }, 'x')),
      'feature `x` is a line of fewer than 2 positions, at `geometry.coordinates[1]`',
    ],
    [
      file(
        feature(
          {
            type: 'LineString',
            coordinates: [
              [0, 0.1],
              [180, 0],
            ],
          },
          'x',
        ),
      ),
      'goes to the opposite side of the earth',
    ],
  ])('is not %s', (text, message) => {
    expect(said(readLine(text)).join()).toContain(message)
  })
})

describe('a file with points', () => {
  it('gives each its id, or its number, and takes areas too', () => {
    const ring = [
      [
        [37, 36],
        [38, 36],
        [38, 37],
        [37, 36],
      ],
    ]
    const read = readPoints(
      file(
        feature(point, 'a'),
        feature(point),
        feature(point, 7),
        feature({ type: 'Polygon', coordinates: ring }, 'd'),
      ),
    )
    expect(read.ok && read.value.map(({ id, shape }) => [id, shape.type])).toEqual([
      ['a', 'Point'],
      [2, 'Point'],
      [7, 'Point'],
      ['d', 'Polygon'],
    ])
  })

  it('is taken whole or not at all, and each thing wrong is named with its place', () => {
    const read = readPoints(
      file(
        feature(point, 'a'),
        feature({ ...point, coordinates: [37, 91] }, 'b'),
        feature(null),
        { geometry: point },
        feature(road, 'e'),
      ),
    )
    expect(said(read)).toEqual([
      'feature `b` is a point that is not on the globe, at `geometry.coordinates` ([37,91])',
      'feature `number 3` has no geometry, at `geometry` (null)',
      'feature `number 4` has no geometry, at `geometry`',
      'feature `e` is a line, where points and areas are asked about, at `geometry.type` ("LineString")',
    ])
  })

  it('is refused at once when coordinates nest ten thousand deep, or are a million', () => {
    const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const deep = `{"type":"Feature","geometry":{"type":"Polygon","coordinates":${nested}}}`
    expect(said(readPoints(deep))).toHaveLength(1)
    const ring = `[${Array.from({ length: 1_000_000 }, (_, at) => `[${at / 1e6},1]`).join()}]`
    const wide = `{"type":"Feature","geometry":{"type":"Polygon","coordinates":[${ring}]}}`
    expect(said(readPoints(wide))).toEqual([
      'feature `number 1` has more than 20000 positions, at `geometry.coordinates`',
    ])
  })
})
