// Base64 has one spelling for each byte string, and every other is refused.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url } from './index.ts'
import { text, utf8 } from './testing/crypto.ts'

/** The examples of RFC 4648 section 10. */
const EXAMPLES = { '': '', f: 'Zg==', fo: 'Zm8=', foo: 'Zm9v', foob: 'Zm9vYg==', fooba: 'Zm9vYmE=', foobar: 'Zm9vYmFy' }

describe('base64', () => {
  it('writes and reads the examples of RFC 4648', () => {
    for (const [plain, coded] of Object.entries(EXAMPLES)) {
      expect(encodeBase64(utf8(plain))).toBe(coded)
      expect(text(decodeBase64(coded)!)).toBe(plain)
      expect(encodeBase64Url(utf8(plain))).toBe(coded.replaceAll('=', ''))
    }
  })

  it.each([
    ['no padding', 'Zg'],
    ['half the padding', 'Zg='],
    ['too much padding', 'Zm8=='],
    ['padding alone', '===='],
    ['padding within', 'Zg==Zg=='],
    ['bits left over', 'Zh=='],
    ['bits left over', 'Zm9='],
    ['a line break', 'Zm9v\nYmFy'],
    ['a line break that makes up the length', 'Zm9\n'],
    ['a space', 'Zm9v '],
    ['the URL-safe alphabet', '-_-_'],
    ['letters beyond ASCII', 'Zm9ö'],
    ['a letter whose low byte is in the alphabet', 'Zm9\u0176'],
  ])('refuses %s: %j', (_, coded) => {
    expect(decodeBase64(coded)).toBeNull()
  })

  it.each([['Zg=='], ['Zh'], ['Z'], ['+/+/'], ['Zm9v Zg']])('refuses %j as base64url', (coded) => {
    expect(decodeBase64Url(coded)).toBeNull()
  })

  it('gives back what it was given, and takes nothing that it would not have written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
        expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual(bytes)
      }),
    )
    const soup = fc.string({ unit: fc.constantFrom(...'AZaz09+/-_= \n'), maxLength: 9 })
    fc.assert(
      fc.property(soup, (coded) => {
        const [standard, urlSafe] = [decodeBase64(coded), decodeBase64Url(coded)]
        if (standard !== null) expect(encodeBase64(standard)).toBe(coded)
        if (urlSafe !== null) expect(encodeBase64Url(urlSafe)).toBe(coded)
      }),
    )
  })
})
