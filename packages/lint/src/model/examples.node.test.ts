// The gates of the real agreements: the search and the fixpoint find the same first instant for each.
import { parseAgreement, resolveAgreement } from '@trucekeeper/agreement'
import { parsePlaces } from '@trucekeeper/geo'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { earliestOf } from '../earliest/index.ts'
import { canOpen } from './index.ts'

const EXAMPLES = new URL('../../../../examples/', import.meta.url)

function agreementIn(name: string) {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, EXAMPLES), 'utf8')
  const places = new Map(
    readdirSync(new URL(`${name}/`, EXAMPLES))
      .filter((file) => file.endsWith('.geojson'))
      .map((file) => [file, parsePlaces(read(file)).places] as const),
  )
  return resolveAgreement(parseAgreement(read('agreement.md'), 'agreement.md').text, places).agreement!
}

const named = readdirSync(EXAMPLES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

describe('the gates of the examples', () => {
  it.each(named)('open first at the same instant by both engines: %s', (name) => {
    const agreement = agreementIn(name)
    const earliest = earliestOf(agreement)
    for (const gate of agreement.ruled) {
      if (gate.kind !== 'gate') continue
      const found = canOpen(agreement, gate.id)
      if (!found.checked) throw new Error(`${gate.id} is not checked: ${found.states} states`)
      expect([gate.id, found.reached?.last.at ?? null]).toEqual([gate.id, earliest.of(gate.id).at])
    }
  })
})
