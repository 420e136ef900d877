import { readFileSync } from 'node:fs'
import { usesOf } from '@trucekeeper/agreement'
import { describe, expect, it } from 'vitest'
import { openDocument } from './document.ts'
import { placeAt } from './place.ts'
import { roleAt } from './roles.ts'

const path = new URL('../../../docs/language/cheat-sheet.md', import.meta.url)

describe('what a name stands for at a place of a field', () => {
  it('is what the linker asks of it, for every name in every field there is', () => {
    const document = openDocument(readFileSync(path, 'utf8'), 'cheat-sheet.md', new Map())
    const uses = document.text.clauses.flatMap((clause) => usesOf(clause).map((use) => ({ clause, ...use })))
    expect(uses.length).toBeGreaterThan(60)
    for (const { clause, ref, as } of uses) {
      const place = placeAt(document, ref.at.start.offset)
      expect(place.kind).toBe('value')
      if (place.kind !== 'value') continue
      expect.soft(roleAt(place.clause.kind, place.field.name, place.before), `${ref.id} in ${clause.id}`).toBe(as)
    }
  })
})
