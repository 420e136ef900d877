// Pages in four languages, and nothing of the record read as markup.
import { describe, expect, it } from 'vitest'
import { basis, claim, evening, saying } from '../testing/evening.ts'
import { LANGUAGES, WORDS } from '../words/index.ts'
import { articleOf, htmlOf } from './html.ts'
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
    expect(typstOf(page)).toContain('#text("\u2066“<script>alert(1)</script> #panic() *x* | [y](z) \\\\\\" $”')
  })

  it('has nothing that speaks to a terminal or that a form has no place for, and keeps all other signs', () => {
    const quote = 'a\u001B[31mb\u0000c\u009Bd\uFFFEe\uD800f 👩‍👧 ال'
    const page = pageOf(evening(saying(claim('c1'), claim('c2', { quote }))), 'en')
    const printed = 'a [31mb c d e f 👩‍👧 ال'
    expect(htmlOf(page)).toContain(printed)
    expect(typstOf(page)).toContain(printed)
    expect(markdownOf(page)).toContain(printed.replace('[', '\\['))
  })

  it('tells the day first: what happened, what is due, how every clause stands', () => {
    const headings = pageOf(evening(), 'en').blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    const { centre, deadlines, clauses } = WORDS.en
    expect(headings.slice(0, 4)).toEqual(['Daily report 2', centre.brief, deadlines, clauses])
    expect(headings.at(-1)).toBe(WORDS.en.receipts)
  })

  it('names its clock once, and beside a time on another clock that one', () => {
    const at = '2016-09-14T09:00:00Z'
    const deadline = { at, clause: 'calm.north', what: 'due' }
    const text = markdownOf(pageOf(evening({ status: { ...basis().status, deadlines: [deadline] } }), 'en'))
    expect(text.match(/\+03:00/g)).toHaveLength(1)
    expect(text).toContain('2016-09-14 09:00 Z')
  })

  it('keeps what runs from left to right apart from what stands beside it, so that parentheses stay around it', () => {
    const source = typstOf(pageOf(evening(), 'ar'))
    expect(source).toContain('#text("\u2066calm.\u200Bnorth\u2069")')
    expect(source).not.toContain('dir: ltr')
  })

  it('leads from receipts to a page elsewhere, and within another page nowhere', () => {
    const page = pageOf(evening(), 'en', { baseUrl: 'https://centre.example/' })
    expect(htmlOf(page)).toContain(
      'href="https://centre.example/clauses/calm.north?at=2016-09-14T18%3A00%3A00%2B03%3A00&amp;known_at=',
    )
    expect(articleOf(pageOf(evening(), 'en'))).not.toMatch(/href=|id=/)
  })

  it('says of times and clauses which they are, and of clauses what they are called, no two alike', () => {
    const report = evening()
    const [clause] = report.clauses
    const alike = { ...clause!, id: 'calm.alike' }
    const page = pageOf({ ...report, clauses: [...report.clauses, alike] }, 'ar')
    const runs = page.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flat(2) : block.kind === 'paragraph' ? block.line : [],
    )
    expect(runs.find(({ at }) => at === report.cut_off)?.text).toBe('2016-09-14 18:00')
    expect(runs.some((run) => run.clause === clause!.id)).toBe(true)
    const names = Object.values(page.clauses)
    expect(new Set(names).size).toBe(names.length)
    expect(page.clauses['calm.alike']).toContain(' (calm.alike)')
  })

  it('has neither script nor anything from elsewhere', () => {
    const html = htmlOf(pageOf(evening(), 'fr'))
    expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/)
  })
})
