// The list of shapes made to break a reader, where it is at hand.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePlaces, readLine, readPoints } from './index.ts'

const LIST = new URL('../../../../shared/hostile/lists/geometry.json', import.meta.url)

interface Shape {
  readonly why: string
  readonly g: unknown
}

describe.skipIf(!existsSync(LIST))('a hostile shape (skipped where the list is not beside the project)', () => {
  const shapes = existsSync(LIST) ? (JSON.parse(readFileSync(LIST, 'utf8')) as { invalid: Shape[] }).invalid : []

  it.each(shapes)('is refused and named: $why', ({ g }) => {
    const feature = { type: 'Feature', id: 'x', properties: { name: 'x' }, geometry: g }
    const { places, problems } = parsePlaces(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))
    expect(places).toEqual([])
    expect(problems.map(({ feature: called }) => called)).toEqual(['x'])
  })
})

describe.skipIf(!existsSync(LIST))(
  'a hostile shape among points (skipped where the list is not beside the project)',
  () => {
    const shapes = existsSync(LIST) ? (JSON.parse(readFileSync(LIST, 'utf8')) as { invalid: Shape[] }).invalid : []
    const sound = { type: 'Feature', id: 'sound', geometry: { type: 'Point', coordinates: [37, 36] } }

    it.each(shapes)('is named with its place, and nothing of the file is used: $why', ({ g }) => {
      const text = JSON.stringify({
        type: 'FeatureCollection',
        features: [sound, { type: 'Feature', id: 'x', geometry: g }],
      })
      for (const read of [readPoints(text), readLine(text)]) {
        if (read.ok) throw new Error('it was taken')
        expect(read.problems.map(({ feature, place }) => [feature, place.startsWith('geometry')])).toEqual([
          ['x', true],
        ])
      }
    })
  },
)

describe('a shape without measure', () => {
  it('is refused at once when its coordinates nest ten thousand deep', () => {
    const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const text = `{"type":"FeatureCollection","features":[{"id":"x","properties":{"name":"x"},"geometry":{"type":"Polygon","coordinates":${nested}}}]}`
    expect(parsePlaces(text).places).toEqual([])
  })
})
