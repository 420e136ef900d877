import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parsePlaces } from '@trucekeeper/geo'
import { describe, expect, it } from 'vitest'
import { openDocument } from './document.ts'
import { applyEdits } from './edit.ts'
import { fixesFor } from './fixes.ts'

const EXAMPLES = new URL('../../../examples/', import.meta.url)
const names = readdirSync(EXAMPLES).filter((name) => existsSync(new URL(`${name}/agreement.md`, EXAMPLES)))

describe('accepting a finding', () => {
  it.each(names)('in %s silences it, and is not itself found to be for nothing', (name) => {
    const read = (file: string) => readFileSync(new URL(`${name}/${file}`, EXAMPLES), 'utf8')
    const places = new Map([['places.geojson', parsePlaces(read('places.geojson')).places]])
    const open = (source: string) => openDocument(source, 'agreement.md', places)
    const document = open(read('agreement.md'))
    const count = ({ diagnostics }: typeof document, code: string) =>
      diagnostics.filter((diagnostic) => diagnostic.code === code).length
    for (const diagnostic of document.diagnostics) {
      const fix = fixesFor(document, diagnostic).find(({ title }) => title.startsWith('accept'))
      if (!fix) continue
      const edits = fix.edits.map(({ range, text }) => ({ range, text: `${text}it is meant so` }))
      const accepted = open(applyEdits(document.source, edits))
      expect.soft(count(accepted, diagnostic.code), fix.title).toBeLessThan(count(document, diagnostic.code))
      expect.soft(count(accepted, 'accept-unused'), fix.title).toBe(count(document, 'accept-unused'))
    }
  })
})
