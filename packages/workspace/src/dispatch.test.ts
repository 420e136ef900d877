import { describe, expect, it } from 'vitest'
import { bodyOf, readDispatch, readDispatches } from './dispatch.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const meta = { doc: 'a.txt', zone: 'Asia/Damascus' }
const BODY = 'The Syrian army said on Friday that it had complied with the truce.\n'
const FRONT = '---\noutlet: An agency\npublished: 2016-09-16T18:00+03:00\nreceived: 2016-09-16T18:30+03:00\n---\n'

describe('a dispatch', () => {
  it('becomes its document first, then its claims, received when the desk says', () => {
    const { entries, diagnostics } = readDispatch(bytes(FRONT + BODY), meta)
    expect(diagnostics).toEqual([])
    expect(entries.map(({ type }) => type)).toEqual(['document', 'claim'])
    expect(new Set(entries.map(({ received_at }) => received_at))).toEqual(new Set(['2016-09-16T18:30+03:00']))
  })

  it('counts quotes in the text below the front matter', () => {
    const { entries, text } = readDispatch(bytes(FRONT + BODY), meta)
    expect(text).toBe(BODY)
    for (const { type, body } of entries)
      if (type === 'claim') expect(text.slice(body.start, body.end)).toBe(body.quote)
  })

  it('known by its day only is taken to have come in when that day was over', () => {
    const { entries } = readDispatch(bytes(BODY), { ...meta, published: '2016-09-16' })
    expect(entries[0]?.received_at).toBe('2016-09-17T00:00:00+03:00')
  })

  it('enters an act with its exact words', () => {
    const act =
      '---\npublished: 2016-09-14T18:00+03:00\nacts:\n  - power: extend-truce\n    stage: exercised\n    by: [russia, united-states]\n    at: 2016-09-14T17:00+03:00\n    length: 48 hours\n    quote: extend the truce by 48 hours\n---\n'
    const { entries, diagnostics } = readDispatch(
      bytes(`${act}Both Sides agreed to extend the truce by 48 hours, they said.\n`),
      meta,
    )
    expect(diagnostics).toEqual([])
    expect(entries.at(-1)).toMatchObject({ type: 'act', body: { power: 'extend-truce', start: 21, end: 49 } })
  })

  it.each([
    [
      'an act whose words are not in it',
      `${FRONT.replace('---\n', '---\nacts:\n  - power: p\n    stage: exercised\n    by: [a]\n    at: 2016-09-16T10:00+03:00\n    quote: no such words\n')}${BODY}`,
      'act-without-words',
    ],
    ['front matter that is no YAML', `---\noutlet: [\n---\n${BODY}`, 'front-matter-malformed'],
    ['the same key twice', `---\noutlet: a\noutlet: b\n---\n${BODY}`, 'front-matter-malformed'],
    ['a key that means nothing', `${FRONT.replace('outlet', 'outlett')}${BODY}`, 'front-matter-unknown'],
    ['no date of publication', BODY, 'report-undated'],
    ['a receipt without an offset', `${FRONT.replace('18:30+03:00', '18:30')}${BODY}`, 'report-undated'],
    ['no text below the front matter', FRONT, 'report-empty'],
    ['tags instead of text', `<!DOCTYPE html><html><body>${BODY}</body></html>`, 'report-format-unread'],
    [
      'a claim dated after its receipt',
      `${FRONT.replace('received: 2016-09-16', 'received: 2016-09-10')}${BODY}`,
      'claim-after-receipt',
    ],
  ])('with %s enters nothing and says why', (_, source, code) => {
    const { entries, diagnostics } = readDispatch(bytes(source), meta)
    expect(diagnostics.map((found) => found.code)).toContain(code)
    expect(diagnostics.every(({ help }) => help !== '')).toBe(true)
    expect(entries).toEqual([])
  })

  it('that is no text at all is refused', () => {
    expect(readDispatch(new Uint8Array([0xff, 0x00]), { ...meta, published: '2016-09-16' }).diagnostics).toMatchObject([
      { code: 'report-not-text' },
    ])
  })

  it('points at the line of the file, not of the body', () => {
    const { diagnostics } = readDispatch(
      bytes(`${FRONT.replace('received: 2016-09-16', 'received: 2016-09-10')}A headline\n\n${BODY}`),
      meta,
    )
    expect(diagnostics[0]?.spans[0]?.range.start.line).toBe(8)
  })

  it('keeps a file without front matter whole', () => {
    expect(bodyOf('---\nnot closed\n')).toEqual({ front: null, body: '---\nnot closed\n', bodyStart: 0 })
  })
})

describe('a file of another kind', () => {
  const PAGE = `<html><head><meta name="date" content="2016-09-16T15:30+03:00"><meta property="og:site_name" content="An Outlet"></head><body><p>${BODY}</p></body></html>`
  const page = { doc: 'a.html', zone: 'Asia/Damascus' }

  it('becomes a dispatch of its visible text, dated and named by itself', async () => {
    const [dispatch, ...more] = await readDispatches(bytes(PAGE), page)
    expect(more).toEqual([])
    expect(dispatch).toMatchObject({ text: BODY, published: '2016-09-16T15:30:00+03:00', outlet: 'An Outlet' })
    expect(dispatch?.entries[0]).toMatchObject({ type: 'document', body: { doc: 'a.html', media_type: 'text/html' } })
    for (const { type, body } of dispatch!.entries)
      if (type === 'claim') expect(dispatch!.text.slice(body.start, body.end)).toBe(body.quote)
    expect(dispatch?.diagnostics).toMatchObject([{ code: 'published-by-file', severity: 'note' }])
  })

  it('is dated and named by whoever knows better', async () => {
    const [dispatch] = await readDispatches(bytes(PAGE), { ...page, published: '2016-09-17', outlet: 'Another' })
    expect(dispatch).toMatchObject({ published: '2016-09-17', outlet: 'Another', diagnostics: [] })
  })

  it('that holds several reports becomes as many dispatches, each with its own date', async () => {
    const item = (day: number) =>
      `<item><title>News of ${day} September</title><description>${BODY}</description><pubDate>${day} Sep 2016 10:00 GMT</pubDate></item>`
    const feed = `<rss version="2.0"><channel><title>An Outlet</title>${item(15)}${item(16)}<item><title>Undated news</title></item></channel></rss>`
    const dispatches = await readDispatches(bytes(feed), { ...page, doc: 'f.xml' })
    expect(dispatches.map(({ doc, published }) => [doc, published])).toEqual([
      ['f.xml#1', '2016-09-15T10:00:00Z'],
      ['f.xml#2', '2016-09-16T10:00:00Z'],
      ['f.xml#3', null],
    ])
    expect(dispatches.map(({ entries }) => entries.length > 0)).toEqual([true, true, false])
    expect(new Set(dispatches.map(({ sha256 }) => sha256)).size).toBe(1)
  })

  it('has no desk above it: front matter inside is part of its text', async () => {
    const [dispatch] = await readDispatches(
      bytes(`<html><body><p>---</p><p>outlet: x</p><p>---</p><p>${BODY}</p></body></html>`),
      {
        ...page,
        published: '2016-09-16',
      },
    )
    expect(dispatch?.outlet).toBeNull()
    expect(dispatch?.text).toContain('outlet: x')
  })

  it('that cannot be read becomes one dispatch that says why and enters nothing', async () => {
    const dispatches = await readDispatches(bytes('GIF89a'), { ...page, doc: 'a.gif' })
    expect(dispatches).toMatchObject([{ entries: [], text: '', diagnostics: [{ code: 'report-format-unread' }] }])
  })

  it('called plain text stays what it was: read here, to the byte', async () => {
    const meta = { ...page, doc: 'a.txt', published: '2016-09-16' }
    expect(await readDispatches(bytes(BODY), meta)).toEqual([readDispatch(bytes(BODY), meta)])
  })
})
