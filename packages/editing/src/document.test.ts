import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionsAt, fixesAt, foldsOf, hoverAt, openDocument, renameAt, symbolsOf, waitGraph } from './index.ts'
import { HARBOUR } from './testing/harbour.ts'

/** The agreement with a stretch taken out and something put in its place, as happens while somebody writes. */
const mangled = fc
  .tuple(
    fc.nat(HARBOUR.length),
    fc.nat(60),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('```', '```truce\n', '\n', '\r\n', '  ', '\t', '(', '"', '🕊', 'duty', '\ufeff', '# '),
    ),
  )
  .map(([from, long, put]) => ({ source: HARBOUR.slice(0, from) + put + HARBOUR.slice(from + long), from }))

describe('a document', () => {
  it('can be asked everything at any place, however it is broken', () => {
    fc.assert(
      fc.property(mangled, fc.integer({ min: -1, max: 80 }), ({ source, from }, further) => {
        const document = openDocument(source, 'a.md', new Map())
        const offset = Math.max(0, Math.min(source.length, from + further))
        const asked = [
          ...completionsAt(document, offset).map(({ range }) => range),
          ...(hoverAt(document, offset) ? [hoverAt(document, offset)!.range] : []),
          ...foldsOf(document),
          ...symbolsOf(document).map(({ range }) => range),
          ...fixesAt(document, offset, offset).flatMap(({ edits }) => edits.map(({ range }) => range)),
        ]
        for (const { start, end } of asked) {
          expect(start.offset).toBeGreaterThanOrEqual(0)
          expect(end.offset).toBeGreaterThanOrEqual(start.offset)
          expect(end.offset).toBeLessThanOrEqual(source.length)
        }
        renameAt(document, offset, 'other')
        waitGraph(document)
      }),
      { numRuns: 150 },
    )
  })
})
