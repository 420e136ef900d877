// The list of shapes made to break a reader, where it is at hand.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePlaces } from './index.ts'

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

describe('a shape without measure', () => {
  it('is refused at once when its coordinates nest ten thousand deep', () => {
    const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const text = `{"type":"FeatureCollection","features":[{"id":"x","properties":{"name":"x"},"geometry":{"type":"Polygon","coordinates":${nested}}}]}`
    expect(parsePlaces(text).places).toEqual([])
  })
})
