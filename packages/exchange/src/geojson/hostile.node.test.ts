// Shapes that are none, from a list outside the project.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readGeoJson, tableNamed } from '../index.ts'

const LIST = '../shared/hostile/lists/geometry.json'
const invalid: { why: string; g: unknown }[] = existsSync(LIST) ? JSON.parse(readFileSync(LIST, 'utf8')).invalid : []

describe.skipIf(invalid.length === 0)(`the shapes of ${LIST} (skipped where the list is not there)`, () => {
  it.each(invalid)('$why is refused at its feature', ({ g }) => {
    const properties = { area_id: 'east', source: 'UN', recorded_at: '2016-09-14T18:00+03:00' }
    const text = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: g, properties }] })
    const read = readGeoJson(tableNamed('areas')!, text)
    expect(read).toMatchObject({ ok: false, flaws: [{ place: 'feature 1', help: expect.stringMatching(/./) }] })
  })
})
