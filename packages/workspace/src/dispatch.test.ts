import { describe, expect, it } from 'vitest'
import { bodyOf, readDispatch } from './dispatch.ts'

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
