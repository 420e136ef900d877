import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalBytes, canonicalText, contentId, sha256Hex } from './index.ts'

/** The same value with the keys of every object turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, held]) => [key, turned(held)])
  return Object.fromEntries(entries.toReversed())
}

describe('the canonical text of a value', () => {
  it('orders keys by UTF-16 units and leaves no white space (RFC 8785, 3.2.3)', () => {
    expect(canonicalText({ '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, ö: 5, '\u0080': 6 })).toBe(
      '{"\\r":2,"1":3,"\u0080":6,"ö":5,"€":1,"😀":4}',
    )
  })

  it('writes numbers as ECMAScript does (RFC 8785, appendix B)', () => {
    expect(canonicalText([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0, 1e21, 2 ** 53])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,9007199254740992]',
    )
  })

  it('is the same for the same content, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const held: unknown = JSON.parse(JSON.stringify(value))
        expect(canonicalText(turned(held))).toBe(canonicalText(held))
        expect(JSON.parse(canonicalText(held))).toEqual(held)
        expect(new TextDecoder().decode(canonicalBytes(held))).toBe(canonicalText(held))
      }),
    )
  })

  it.each([[undefined], [Number.NaN], [{ a: Infinity }], ['\ud800'], [{ '\udc00': 1 }], [() => 1]])(
    'is not given of what JSON cannot hold: %o',
    (value) => {
      expect(() => canonicalText(value)).toThrow(TypeError)
    },
  )
})

describe('a name made of content', () => {
  it('is the first 80 bits of the SHA-256 of the canonical bytes', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256Hex('{}')).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    expect(contentId('clm', {})).toBe('clm_44136fa355b3678a1146')
  })
})
