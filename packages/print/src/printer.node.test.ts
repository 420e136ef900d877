// Several typesetters side by side give what one gives.
import type { Page } from '@trucekeeper/publish'
import { afterAll, expect, it } from 'vitest'
import { openPrinter, pdfOf } from './index.ts'

const printer = openPrinter(2)
afterAll(() => printer.close())

const pageOf = (text: string): Page => ({
  title: text,
  language: 'en',
  direction: 'ltr',
  foot: { text, code: '2016-09-16', of: 'of' },
  clauses: {},
  blocks: [{ kind: 'paragraph', line: [{ text }] }],
})

it('gives the bytes that one typesetter gives, each to whoever asked', async () => {
  const texts = ['one', 'two', 'three', 'four', 'five']
  const made = await Promise.all(texts.map((text) => printer.pdf(pageOf(text), 0)))
  for (const [index, text] of texts.entries())
    expect(Buffer.from(made[index]!).equals(Buffer.from(pdfOf(pageOf(text), 0)))).toBe(true)
})
