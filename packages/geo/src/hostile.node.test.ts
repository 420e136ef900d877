// The list of shapes made to break a reader, where it is at hand.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  distanceToArea,
  parsePlaces,
  prepareArea,
  prepareLine,
  readLine,
  readPoints,
  separations,
  swappedSuspected,
  type Area,
  type Position,
  type ShapeProblem,
} from './index.ts'

const LIST = new URL('../../../../shared/hostile/lists/geometry.json', import.meta.url)

interface Shape {
  readonly why: string
  readonly g: unknown
}

const list: { invalid: readonly Shape[]; needsCare: readonly Shape[] } = existsSync(LIST)
  ? JSON.parse(readFileSync(LIST, 'utf8'))
  : { invalid: [], needsCare: [] }

const SOUND = { type: 'Feature', id: 'sound', properties: { name: 'sound' } }
/** The shape beside one that is sound. */
function fileWith(g: unknown, beside: unknown = { type: 'Point', coordinates: [37, 36] }): string {
  const features = [
    { ...SOUND, geometry: beside },
    { type: 'Feature', id: 'x', properties: { name: 'x' }, geometry: g },
  ]
  return JSON.stringify({ type: 'FeatureCollection', features })
}
const care = (why: string) => list.needsCare.find((shape) => shape.why === why)!.g

describe.skipIf(list.invalid.length === 0)('a hostile shape (skipped where the list is not beside the project)', () => {
  it.each(list.invalid)('is no place, and is named: $why', ({ g }) => {
    const { places, problems } = parsePlaces(fileWith(g))
    expect(places.map(({ id }) => id)).toEqual(['sound'])
    expect(problems.map(({ feature, message }) => [feature, message.includes('`x`')])).toEqual([['x', true]])
  })

  const line = {
    type: 'LineString',
    coordinates: [
      [37, 36],
      [38, 36],
    ],
  }

  it.each(list.invalid)('is named with its place in it, and nothing of its file is used: $why', ({ g }) => {
    for (const read of [readPoints(fileWith(g)), readLine(fileWith(g)), readLine(fileWith(g, line))]) {
      if (read.ok) throw new Error('it was taken')
      expect(read.problems).toHaveLength(1)
      const [{ feature, place, message }] = read.problems as [ShapeProblem]
      expect([feature, place.startsWith('geometry')]).toEqual(['x', true])
      expect(message).toContain(`\`${place}\``)
    }
  })

  it('that is none of GeoJSON is refused likewise', () => {
    for (const { g } of list.needsCare.filter((shape) => typeof (shape.g as { type?: unknown }).type !== 'string')) {
      expect(parsePlaces(fileWith(g)).problems.map(({ feature }) => feature)).toEqual(['x'])
      for (const read of [readPoints(fileWith(g)), readLine(fileWith(g))])
        expect(read.ok ? [] : read.problems.map(({ feature }) => feature)).toEqual(['x'])
    }
  })

  it('that is sound but strange is taken for what it says: a cap about a pole is an area with the pole in it', () => {
    const read = readPoints(fileWith(care('polar cap')))
    if (!read.ok) throw new Error(read.problems[0]!.message)
    const cap = prepareArea(read.value[1]!.shape as Area)
    expect(distanceToArea(cap, [100, 89])).toBeLessThan(-900_000)
    expect(distanceToArea(cap, [100, 79])).toBeGreaterThan(100_000)
  })

  it('that may have its numbers in each other’s place is taken, and suspected by whoever knows a line', () => {
    const read = readPoints(fileWith(care('lat/lon swapped but in range')))
    if (!read.ok) throw new Error(read.problems[0]!.message)
    const points = read.value.map(({ shape }) => shape.coordinates as Position)
    const road = prepareLine([
      [
        [36.2, 33.4],
        [36.4, 33.6],
      ],
    ])
    const { metres } = separations(road, Float64Array.from(points.flat()))
    expect(swappedSuspected(road, points, metres)).toEqual([1])
  })

  it('that lies a millimetre from another is neither joined to it nor part of it', () => {
    const { a, b } = care('sub-millimetre sliver between two zones') as Record<'a' | 'b', Position[]>
    const [west, east] = [a, b].map((ring) => prepareArea({ type: 'Polygon', coordinates: [ring!] }))
    const between: Position = [1.000000005, 0.5]
    for (const zone of [west!, east!]) {
      expect(distanceToArea(zone, between)).toBeGreaterThanOrEqual(0)
      expect(distanceToArea(zone, between)).toBeLessThan(0.001)
    }
  })
})

describe('a shape without measure', () => {
  it('is refused at once when its coordinates nest ten thousand deep', () => {
    const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const text = `{"type":"FeatureCollection","features":[{"id":"x","properties":{"name":"x"},"geometry":{"type":"Polygon","coordinates":${nested}}}]}`
    expect(parsePlaces(text).places).toEqual([])
  })

  it.each([
    ['a ring of a million positions', () => [Array.from({ length: 1_000_001 }, (_, at) => [at / 1e5, at % 2])]],
    ['a hundred thousand parts', () => Array.from({ length: 100_000 }, (_, at) => [ringAt(at / 1000)])],
  ])('is refused within a second or so for %s, with its measure', (_, coordinates) => {
    const made = coordinates()
    const text = fileWith({ type: made.length === 1 ? 'Polygon' : 'MultiPolygon', coordinates: made })
    expect(parsePlaces(text).problems.map(({ feature }) => feature)).toEqual(['x'])
    const read = readPoints(text)
    expect(read.ok ? [] : read.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('more than 20000 positions'),
    ])
  })
})

function ringAt(west: number): Position[] {
  return [
    [west, 0],
    [west + 0.0005, 0],
    [west, 0.0005],
    [west, 0],
  ]
}
