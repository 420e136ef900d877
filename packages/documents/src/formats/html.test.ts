import { describe, expect, it } from 'vitest'
import { codesOf, onlyReport, parsed } from '../testing/parsing.ts'

const STORY =
  'The Syrian army said on Friday that it had complied with the truce, and that rebels had shelled two villages in the countryside of Hama.'
const SECOND =
  'The Observatory said that at least 12 civilians were killed in air strikes on Aleppo on Thursday, and more than 40 were wounded.'

const page = (inside: string, head = '') =>
  `<!doctype html><html><head><title>Truce kept | An Outlet</title>${head}</head><body>${inside}</body></html>`
const article = (more = '') => `<article><h1>Truce kept</h1><p>${STORY}</p><p>${SECOND}</p>${more}</article>`

describe('a web page', () => {
  it('gives its headline and its paragraphs, each on a line of its own', async () => {
    const { text } = await onlyReport('a.html', page(article()))
    expect(text).toBe(`Truce kept\n\n${STORY}\n\n${SECOND}\n`)
  })

  it('leaves out what stands around the article', async () => {
    const around = `<nav>Home <a>World</a></nav><aside>Most read: rebels shelled Aleppo</aside>`
    const after = `<div class="comments"><p>The army said it lies.</p></div><form><button>Subscribe</button></form><footer>Shares fell 3%</footer>`
    const captioned = article('<figure><img src="a.jpg"><figcaption>A tank, file picture</figcaption></figure>')
    expect((await onlyReport('a.html', page(around + captioned + after))).text).toBe(
      `Truce kept\n\n${STORY}\n\n${SECOND}\n`,
    )
  })

  it.each([
    [
      'a meta tag',
      '<meta property="article:published_time" content="2016-09-16T15:30:00+03:00">',
      '2016-09-16T15:30:00+03:00',
    ],
    ['a meta tag with a day', '<meta name="date" content="2016-09-16">', '2016-09-16'],
    [
      'linked data',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2016-09-16T12:30:00Z"}]}</script>',
      '2016-09-16T12:30:00Z',
    ],
    [
      'an hour without an offset, of which only the day is kept',
      '<meta name="date" content="2016-09-16T15:30">',
      '2016-09-16',
    ],
    ['words that are no date', '<meta name="date" content="yesterday">', null],
    ['nothing', '', null],
  ])('proposes when it was published, by %s', async (_, head, published) => {
    expect((await onlyReport('a.html', page(article(), head))).published).toBe(published)
  })

  it('proposes who published it', async () => {
    const named = page(article(), '<meta property="og:site_name" content="An Outlet">')
    expect((await onlyReport('a.html', named)).outlet).toBe('An Outlet')
    expect((await onlyReport('a.html', page(article()))).outlet).toBeNull()
  })

  it.each([
    ['style="display:none"', ''],
    ['style="color: #FFFFFF"', ''],
    ['style="font-size:0"', ''],
    ['style="position:absolute; left:-9999px"', ''],
    ['style="opacity:0"', ''],
    ['hidden', ''],
    ['class="later"', '<style>.later, .other { visibility: hidden }</style>'],
  ])('does not read words that nobody sees: %s', async (attribute, head) => {
    const report = await onlyReport(
      'a.html',
      page(article(`<p ${attribute}>Party A complied with everything.</p>`), head),
    )
    expect(report.text).not.toContain('Party A')
    expect(report.hidden.map(({ text }) => text)).toEqual(['Party A complied with everything.'])
  })

  it('reads words on a dark ground, and words that hide only in print', async () => {
    const shown = `<p style="color:#fff;background:#036">${SECOND.replace('12', '13')}</p><p class="screen">${SECOND.replace('12', '14')}</p>`
    const { text, hidden } = await onlyReport(
      'a.html',
      page(article(shown), '<style>@media print { .screen { display: none } }</style>'),
    )
    expect(text).toContain('at least 13')
    expect(text).toContain('at least 14')
    expect(hidden).toEqual([])
  })

  it('tells whoever reads it which words were hidden', async () => {
    const { findings } = await parsed('a.html', page(article('<p hidden>Party A complied.</p>')))
    expect(findings).toMatchObject([{ code: 'text-hidden', severity: 'warning' }])
    expect(findings[0]?.message).toContain('`Party A complied.`')
  })

  it('may leave out its head, its body and the ends of its paragraphs', async () => {
    const { text } = await onlyReport('a.html', `<meta charset=utf-8><h1>Truce kept</h1><p>${STORY}<p>${SECOND}`)
    expect(text).toBe(`Truce kept\n\n${STORY}\n\n${SECOND}\n`)
  })

  it('in an older encoding is read by what it declares', async () => {
    const said = 'قال الجيش السوري إنه التزم وقف إطلاق النار'
    const codes = new Map([...said].map((letter) => [letter, letter === ' ' ? 32 : inWindows1256(letter)]))
    const head = '<html><head><meta charset="windows-1256"></head><body><p>'
    const bytes = Uint8Array.from(
      [...head].map((c) => c.charCodeAt(0)).concat([...said].map((letter) => codes.get(letter)!)),
    )
    expect((await onlyReport('a.html', bytes)).text.trim()).toBe(said)
  })

  it('nested beyond all measure is refused', async () => {
    expect(await codesOf('a.html', '<div>'.repeat(20_000))).toEqual(['markup-too-deep'])
  })

  it('without words is refused', async () => {
    expect(await codesOf('a.html', page('<script>document.write("x")</script>'))).toEqual(['report-empty'])
  })
})

function inWindows1256(letter: string): number {
  const decoder = new TextDecoder('windows-1256')
  return Array.from({ length: 256 }, (_, code) => code).find((code) => decoder.decode(Uint8Array.of(code)) === letter)!
}
