// The example agreement: it is read without a word, written back in one form, and takes damage with an answer.
import { parsePlaces } from '@trucekeeper/geo'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withoutRanges } from '../../../test/arbitraries/agreement.ts'
import { parseAgreement, printAgreement, resolveAgreement } from './index.ts'

const FOLDER = new URL('../../../examples/aleppo-2016/', import.meta.url)
const source = readFileSync(new URL('agreement.md', FOLDER), 'utf8')
const places = new Map([
  ['places.geojson', parsePlaces(readFileSync(new URL('places.geojson', FOLDER), 'utf8')).places],
])

describe('the example agreement', () => {
  it('is read and linked without a word', () => {
    const { text, diagnostics } = parseAgreement(source, 'agreement.md')
    expect([...diagnostics, ...resolveAgreement(text, places).diagnostics]).toEqual([])
  })

  it('means the same when it is written back, and stands as it was but for the form of its clauses', () => {
    const { text } = parseAgreement(source, 'agreement.md')
    const written = printAgreement(text)
    expect(withoutRanges(parseAgreement(written, 'agreement.md').text)).toEqual(withoutRanges(text))
    const prose = (markdown: string) => markdown.replaceAll(/^```truce\n[^]*?^```$/gm, '')
    expect(prose(written)).toBe(prose(source))
  })

  it('is answered inside the file, and within the time of a keystroke, wherever it is damaged', () => {
    const noise = fc.constantFrom('', '```', '"', '\t', '>', ')', '\n\n', 'x', '\u202e', '+')
    fc.assert(
      fc.property(fc.nat(source.length), fc.nat(200), noise, (at, length, filling) => {
        const damaged = source.slice(0, at) + filling + source.slice(at + length)
        const begun = performance.now()
        const { text, diagnostics } = parseAgreement(damaged, 'agreement.md')
        const all = [...diagnostics, ...resolveAgreement(text, places).diagnostics]
        const ends = all.flatMap(({ spans }) => spans.map(({ range }) => range.end.offset))
        expect(Math.max(0, ...ends)).toBeLessThanOrEqual(damaged.length)
        expect(performance.now() - begun).toBeLessThan(1000)
      }),
    )
  })
})
