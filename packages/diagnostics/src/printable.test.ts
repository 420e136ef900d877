import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printable, printableJson } from './printable.ts'

it('is what people may have written, in any script, with tabs and ends of lines', () => {
  const text = 'Kastīlū\tكاستيلو 👩‍👧\r\nКастелло \u2067קסטלו\u2069 \u200Fא'
  expect(printable(text)).toBe(text)
})

it('lets nothing be read backwards', () => {
  expect(printable('\u202Ehcaerb\u202C met')).toBe(' hcaerb\u202C met')
})

it('puts a space for what speaks to a terminal and for what is no character, and moves nothing', () => {
  expect(printable('\u001B[2Ja\u0000\u007F\u009B31m\uFFFEb\uD800c')).toBe(' [2Ja   31m b c')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => printable(text).length === text.length))
})

it('as JSON says the same', () => {
  const value = { quote: '\u001B]0;title\u0007 \u009B \uFFFF \uD800 é' }
  const said = printableJson(JSON.stringify(value))
  expect(JSON.parse(said)).toEqual(value)
  expect(printable(said)).toBe(said)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => JSON.parse(printableJson(JSON.stringify(text))) === text),
  )
})
