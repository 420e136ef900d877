// Reports on paper: files that their readers open, in both directions of writing, and the same bytes for the same page.
import type { Page } from '@trucekeeper/publish'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxOf, pdfOf, svgOf } from './index.ts'

const MADE = 1_474_038_000_000

function page(direction: 'ltr' | 'rtl', text: string): Page {
  const line = [{ text }, { text: '#panic("x") <r1> [', foreign: true as const, to: 'r1' }]
  return {
    title: text,
    language: direction === 'rtl' ? 'ar' : 'en',
    direction,
    foot: { text: 'Report 4', code: '"#panic()', of: 'of' },
    clauses: {},
    blocks: [
      { kind: 'heading', level: 1, text },
      { kind: 'table', head: [line], rows: [[line]] },
      { kind: 'list', items: [{ id: 'r1', line }] },
    ],
  }
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('a PDF', () => {
  it('is the same for the same page and date, and another for another', () => {
    const made = pdfOf(page('ltr', 'Daily report 4'), MADE)
    expect(text(made)).toMatch(/^%PDF-1\.\d[^]*%%EOF\s*$/)
    expect(text(pdfOf(page('ltr', 'Daily report 4'), MADE))).toBe(text(made))
    expect(text(pdfOf(page('ltr', 'Daily report 5'), MADE))).not.toBe(text(made))
  })

  it('carries the fonts of both scripts, and links from figures to receipts', () => {
    const made = text(pdfOf(page('rtl', 'التقرير اليومي'), MADE))
    expect(made).toContain('NotoSansArabic')
    expect(made).toContain('/Subtype /Link')
  })

  it('can be looked at', () => {
    expect(svgOf(page('ltr', 'Daily report'))).toMatch(/^<svg/)
  })
})

describe('a DOCX', () => {
  it('is a package with a document in it, written from right to left where it is read so', async () => {
    const read = async (direction: 'ltr' | 'rtl') => {
      const files = unzipSync(new Uint8Array(await docxOf(page(direction, 'Report'))))
      return strFromU8(files['word/document.xml']!)
    }
    const arabic = await read('rtl')
    expect(arabic).toContain('<w:bidi/>')
    expect(arabic).toContain('<w:bidiVisual/>')
    expect(arabic).toContain('w:anchor="r1"')
    // What stands in tables is smaller than the text, so that the clauses of a day stand on its first sheet.
    const cells = arabic.match(/<w:tc>.*?<\/w:tc>/g) ?? []
    expect(cells.length).toBe(2)
    for (const cell of cells) expect(cell).toContain('<w:sz w:val="15"/>')
    expect(await read('ltr')).not.toContain('<w:bidiVisual/>')
  })
})
