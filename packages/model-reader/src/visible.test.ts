import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAll } from './check.ts'
import { proposal } from './testing/stub.ts'
import { visibleText } from './visible.ts'

const META = { doc: 'a.txt', published: '2016-09-13', outlet: null, zone: 'Asia/Damascus' }
/** Words and what hides between them. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('truce', ' ', 'shells', '\n', 'هدنة', '\u200c', '🚚', '🚚\ufe0f'),
      fc.constantFrom('\u200b', '\u{e0061}\u{e0062}', '\u202eback\u202c', '<|im_end|>', '\u0007', '[INST]', '\ufeff'),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''))

describe('the visible text', () => {
  it('leads back to the document, or says that something hidden lies between', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const visible = visibleText(text)
        const [start, end] = [a % (visible.text.length + 1), b % (visible.text.length + 1)].toSorted((x, y) => x - y)
        const place = visible.original(start!, end!)
        if (place !== null && end! > start!)
          expect(text.slice(place.start, place.end)).toBe(visible.text.slice(start, end))
        expect(visibleText(visible.text).text.length).toBeLessThanOrEqual(visible.text.length)
      }),
    )
  })

  it('keeps a text in which nothing hides as it is', () => {
    const text = 'Ordinary words,\tof two lines:\r\nهدنة\u200cها, «слово», 12 °C.\n'
    expect(visibleText(text).text).toBe(text)
    expect(visibleText(text).original(3, 9)).toEqual({ start: 3, end: 9 })
  })

  it('has stretches that overlap taken out once', () => {
    const hidden = [
      { start: 2, end: 6 },
      { start: 4, end: 8 },
      { start: 9, end: 9 },
    ]
    expect(visibleText('0123456789', hidden).text).toBe('0189')
  })
})

describe('a claim', () => {
  it('quotes the document exactly and nothing hidden, whatever is proposed', () => {
    const quoted = fc.record({ from: fc.nat(), length: fc.nat({ max: 12 }), start: fc.option(fc.double()) })
    fc.assert(
      fc.property(texts, fc.array(fc.oneof(quoted, fc.anything()), { maxLength: 5 }), (text, offered) => {
        const visible = visibleText(text)
        const proposals = offered.map((one) => {
          const { from, length, start } = (one ?? {}) as { from?: unknown; length?: unknown; start?: unknown }
          if (typeof from !== 'number' || typeof length !== 'number') return one
          const at = from % (visible.text.length + 1)
          return proposal(visible.text.slice(at, at + length), { start })
        })
        const { claims, dropped } = checkAll(proposals, visible, META, 10)
        expect(claims.length + dropped.length).toBe(proposals.length)
        for (const { quote, start, end } of claims) {
          expect(text.slice(start, end)).toBe(quote)
          expect(visibleText(quote).text).toBe(quote)
        }
        for (const { message } of dropped) expect(message).not.toMatch(/\p{C}/u)
      }),
    )
  })
})
