// Pages in four languages, and nothing of the record read as markup.
import { describe, expect, it } from 'vitest'
import { claim, evening, saying } from '../testing/evening.ts'
import { LANGUAGES, WORDS } from '../words/index.ts'
import { htmlOf } from './html.ts'
import { markdownOf } from './markdown.ts'
import { pageOf } from './page.ts'
import { typstOf } from './typst.ts'

const leaves = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(leaves)
const codes = (value: unknown, path = ''): string[] =>
  typeof value === 'string'
    ? [path]
    : Object.entries(value as object).flatMap(([key, one]) => codes(one, `${path}.${key}`))

describe('the words', () => {
  it.each(LANGUAGES)('of %s say everything that English says, and leave nothing empty', (language) => {
    expect(codes(WORDS[language]).toSorted()).toEqual(codes(WORDS.en).toSorted())
    expect(leaves(WORDS[language]).filter((text) => text.trim() === '')).toEqual([])
  })

  it('are in the script of their language', () => {
    expect(leaves(WORDS.ar).filter((text) => /[a-z]/i.test(text))).toEqual([])
    expect(leaves(WORDS.ru).filter((text) => /[a-z]/i.test(text))).toEqual([])
  })
})

describe('a page', () => {
  it.each(LANGUAGES)('in %s has every section, and every link leads somewhere', (language) => {
    const html = htmlOf(pageOf(evening(), language))
    for (const key of ['parties', 'unobserved', 'access', 'replies', 'corrections', 'receipts'] as const)
      expect(html).toContain(`<h2>${WORDS[language][key]}</h2>`)
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!)
    expect(targets.length).toBeGreaterThan(0)
    for (const id of targets) expect(html).toContain(`id="${id}"`)
  })

  it('is read from the right in Arabic, with names of the record kept apart', () => {
    const html = htmlOf(pageOf(evening(), 'ar'))
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('<bdi>calm.north</bdi>')
  })

  it('reads no words of the record as markup', () => {
    const quote = '<script>alert(1)</script> #panic() *x* | [y](z) \\" $'
    const report = evening(saying(claim('c1'), claim('c2', { quote })))
    const page = pageOf(report, 'en')
    expect(htmlOf(page)).not.toContain('<script')
    expect(markdownOf(page)).toContain('\\<script\\>alert(1)')
    expect(markdownOf(page)).toContain('\\*x\\* \\|')
    expect(typstOf(page)).toContain(
      '#text(dir: ltr, "\u2066“<script>alert(1)</script> #panic() *x* | [y](z) \\\\\\" $”',
    )
  })

  it('has neither script nor anything from elsewhere', () => {
    const html = htmlOf(pageOf(evening(), 'fr'))
    expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/)
  })
})
