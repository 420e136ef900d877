// Matters held against clusters made by hand, where these are at hand; they are no part of the project.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { goldOf, scored } from '../../bench/gold.ts'

const FOLDER = fileURLToPath(new URL('../../../../../shared/seeds', import.meta.url))
const WHY = existsSync(`${FOLDER}/gold-crossdoc.json`) ? '' : ' (skipped: ../shared/seeds is not at hand)'
const PUBLISHED = new Map([
  ['000', '2016-09-16'],
  ['001', '2016-09-18'],
  ['003', '2016-04-15'],
])

describe.skipIf(WHY !== '')(`matters of real reports${WHY}`, () => {
  it('agree with those that a reader found, and merge none that must not be merged', () => {
    const { pairs, bCubed, merged } = scored(
      goldOf(`${FOLDER}/gold-claims.json`, `${FOLDER}/gold-crossdoc.json`, PUBLISHED),
    )
    expect(merged).toEqual([])
    expect(bCubed.f1).toBeGreaterThan(0.784)
    expect(pairs.precision).toBeGreaterThan(0.65)
  })
})
