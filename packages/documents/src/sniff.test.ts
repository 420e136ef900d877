import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { hasReportName, isPlainText, sniff } from './sniff.ts'
import { bytesOf, docx, paragraph, pdf, words, zip } from './testing/build.ts'
import { codesOf } from './testing/parsing.ts'

const PDF = pdf({ pages: [words('The truce holds.', 20, 200)] })
const DOCX = docx(paragraph('The truce holds.'))
const MAIL = bytesOf('From: a@b.invalid\nDate: Fri, 16 Sep 2016 15:30:00 +0300\nSubject: x\n\nThe truce holds.\n')

describe('what a file is', () => {
  it.each([
    ['a PDF', 'x', PDF, 'pdf'],
    ['a Word document', 'x', DOCX, 'docx'],
    ['an archive', 'x', zip([{ name: 'a.txt', content: 'x' }]), 'zip'],
    ['a packed file', 'x', gzipSync('x'), 'gzip'],
    ['a page', 'x', bytesOf('\ufeff <!-- x --><!DOCTYPE html><p>x'), 'html'],
    ['a page in UTF-16', 'x', Uint8Array.from(Buffer.from('\ufeff<html><p>x', 'utf16le')), 'html'],
    ['a feed', 'x', bytesOf('<?xml version="1.0"?>\n<!-- x -->\n<feed xmlns="http://www.w3.org/2005/Atom"/>'), 'feed'],
    ['a message', 'x', MAIL, 'mail'],
    ['a text', 'x', bytesOf('The truce holds: so they say.\n'), 'text'],
    ['a text that speaks of tags', 'x', bytesOf('<They> said the truce holds.\n'), 'text'],
    ['an image', 'report.pdf', bytesOf('GIF89a'), 'other'],
    ['a text for programs', 'a.yaml', bytesOf('a: 1'), 'other'],
    ['a drawing', 'x', bytesOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'other'],
    ['bytes of no kind', 'x', Uint8Array.of(1, 2, 3), 'unknown'],
  ])('is told by its content: %s', (_, name, bytes, format) => expect(sniff(name, bytes).format).toBe(format))

  it.each([
    ['a PDF named as a page', 'a.html', PDF],
    ['a page named as a PDF', 'a.pdf', bytesOf('<html><p>x')],
    ['a text named as a Word document', 'a.docx', bytesOf('x')],
    ['a text named as a page', 'a.html', bytesOf('The truce holds.')],
    ['a Word document named as an archive', 'a.zip', DOCX],
  ])('and what it is called must agree: %s is refused', async (_, name, bytes) => {
    expect(await codesOf(name, bytes)).toEqual(['report-format-mismatch'])
  })

  it('that is called plain text is plain text, whatever is in it', () => {
    for (const bytes of [PDF, DOCX, MAIL, bytesOf('<html>')]) expect(isPlainText('a.txt', bytes)).toBe(true)
    expect(isPlainText('standard-input', bytesOf('The truce holds.'))).toBe(true)
    expect(isPlainText('standard-input', PDF)).toBe(false)
    expect(isPlainText('a.md', bytesOf('The truce holds.'))).toBe(true)
  })

  it('has the name of a report or has not', () => {
    expect(['a.txt', 'A.PDF', 'a.eml', 'a.txt.gz'].every(hasReportName)).toBe(true)
    expect(['a.md', 'notes.yaml', 'a', '.txt.swp'].some(hasReportName)).toBe(false)
  })
})
