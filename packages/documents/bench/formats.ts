// How long each kind of file takes: the start of a worker apart, then milliseconds for one page of news.
import { openDocumentReader } from '../src/index.ts'
import { bytesOf, docx, paragraph, pdf, words } from '../src/testing/build.ts'

const PAGE = Array.from(
  { length: 30 },
  (_, at) => `The ministry said on Friday that ${at} trucks had waited at the border.`,
)
const PAGES = 20
const TIMES = 25

const html = `<html><head><title>News</title></head><body><nav>${'<a href="/">Home</a>'.repeat(40)}</nav><article><h1>News</h1>${PAGE.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`
const item = `<item><title>News</title><description>${PAGE.join(' ')}</description><pubDate>Fri, 16 Sep 2016 12:30:00 GMT</pubDate></item>`
const drawn = PAGE.slice(0, 20)
  .map((line, at) => words(line, 10, 280 - 13 * at))
  .join('')

/** Name, bytes, and how many pages or items are in them. */
const FILES: readonly (readonly [string, Uint8Array, number])[] = [
  ['page.html', bytesOf(html), 1],
  ['page.docx', docx(PAGE.map((line) => paragraph(line)).join('')), 1],
  ['long.pdf', pdf({ pages: Array.from({ length: PAGES }, () => drawn) }), PAGES],
  [
    'page.eml',
    bytesOf(`From: a@b.invalid\r\nDate: Fri, 16 Sep 2016 15:30:00 +0300\r\n\r\n${PAGE.join('\r\n')}\r\n`),
    1,
  ],
  ['feed.xml', bytesOf(`<rss version="2.0"><channel><title>x</title>${item.repeat(PAGES)}</channel></rss>`), PAGES],
]

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!

for (const [name, bytes, pages] of FILES) {
  const reader = openDocumentReader()
  const timed = async () => {
    const began = performance.now()
    const { reports } = await reader.read(name, bytes)
    if (reports.length === 0) throw new Error(`${name} gave nothing`)
    return performance.now() - began
  }
  const first = await timed()
  const times: number[] = []
  for (let time = 0; time < TIMES; time++) times.push(await timed())
  const { peak } = await reader.read(name, bytes)
  reader.close()
  console.log(
    `${name.padEnd(10)} first ${first.toFixed(0)} ms (with starting the worker), then ${(median(times) / pages).toFixed(2)} ms a page, worker at most ${(peak / 2 ** 20).toFixed(0)} MB`,
  )
}
