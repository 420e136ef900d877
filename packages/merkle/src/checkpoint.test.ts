// Heads are read in one spelling only, and opened with the key of their own log.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  encodeBase64,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  signNote,
  type Checkpoint,
} from './index.ts'
import { keyOf, sha256, signer, text, utf8, verify } from './testing/crypto.ts'

const ROOT = encodeBase64(sha256(utf8('root')))
const head: Checkpoint = { origin: 'example.org/log', size: 5n, root: sha256(utf8('root')), extensions: [] }
const log = signer('example.org/log', 1)

describe('a head', () => {
  it('is written as origin, size and root, a line each', () => {
    expect(formatCheckpoint(head)).toBe(`example.org/log\n5\n${ROOT}\n`)
    expect(formatCheckpoint({ ...head, extensions: ['a b', 'c'] })).toBe(`example.org/log\n5\n${ROOT}\na b\nc\n`)
  })

  it.each([
    ['a leading zero', '05'],
    ['a sign', '+5'],
    ['a minus', '-5'],
    ['minus nothing', '-0'],
    ['a space before', ' 5'],
    ['a space after', '5 '],
    ['nothing', ''],
    ['hexadecimal', '0x5'],
    ['octal', '0o5'],
    ['an exponent', '5e0'],
    ['a fraction', '5.0'],
    ['underscores', '1_000'],
    ['a suffix', '5n'],
    ['Arabic digits', '\u0665'],
    ['full-width digits', '\uff15'],
    ['zeros', '00'],
    ['a word', 'Infinity'],
    ['what 64 bits do not hold', '18446744073709551616'],
    ['far too many digits', '3438945738945739845734895735'],
  ])('has no size with %s: %j', (_, size) => {
    expect(parseCheckpoint(`o\n${size}\n${ROOT}\n`)).toMatchObject({ ok: false, reason: 'malformed' })
  })

  it.each([
    ['no root', 'o\n5\n'],
    ['an empty root', 'o\n5\n\n'],
    ['no origin', `\n5\n${ROOT}\n`],
    ['no last newline', `o\n5\n${ROOT}`],
    ['an empty extension', `o\n5\n${ROOT}\n\n`],
    ['an empty line among extensions', `o\n5\n${ROOT}\na\n\nb\n`],
    ['an extension without its newline', `o\n5\n${ROOT}\na`],
    ['carriage returns', `o\r\n5\r\n${ROOT}\r\n`],
    ['a root without padding', `o\n5\n${ROOT.slice(0, -1)}\n`],
    ['a root in the URL-safe alphabet', `o\n5\n${'-_-_'.repeat(10)}AAA=\n`],
    ['a root with bits left over', `o\n5\n${'A'.repeat(42)}B=\n`],
    ['a root with a space', `o\n5\n${ROOT} \n`],
    ['a root in hex with a sign', `o\n5\n-${'0'.repeat(63)}\n`],
    ['a control character', `o\u0000\n5\n${ROOT}\n`],
    ['half a character', `o\ud800\n5\n${ROOT}\n`],
  ])('is refused with %s', (_, bad) => {
    expect(parseCheckpoint(bad)).toMatchObject({ ok: false, reason: 'malformed' })
  })

  it('may be of an empty tree and of the largest', () => {
    for (const size of [0n, 2n ** 53n + 1n, 2n ** 64n - 1n]) {
      expect(parseCheckpoint(formatCheckpoint({ ...head, size }))).toEqual({ ok: true, value: { ...head, size } })
    }
  })

  it('is read as it was written, and written as it was read', () => {
    const line = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 12 })
      .filter((any) => /^[ -\u{10ffff}]+$/u.test(any))
    const heads = fc.record({
      origin: line,
      size: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      extensions: fc.array(line, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(heads, (any) => {
        expect(parseCheckpoint(formatCheckpoint(any))).toEqual({ ok: true, value: any })
      }),
    )
    const soup = fc.array(fc.constantFrom('o', '\n', '5', '0', ROOT, 'AAAA', '=', ' ', '\t'), { maxLength: 9 })
    fc.assert(
      fc.property(soup, (parts) => {
        const read = parseCheckpoint(parts.join(''))
        if (read.ok) expect(formatCheckpoint(read.value)).toBe(parts.join(''))
      }),
      { numRuns: 2000 },
    )
  })

  it('is not written when it could not be read', () => {
    const bad: Partial<Checkpoint>[] = [
      { origin: '' },
      { origin: 'a\nb' },
      { origin: 'a\tb' },
      { size: -1n },
      { size: 2n ** 64n },
      { root: new Uint8Array(0) },
      { extensions: [''] },
      { extensions: ['a\n'] },
    ]
    for (const change of bad) expect(() => formatCheckpoint({ ...head, ...change })).toThrow(RangeError)
  })
})

describe('a signed head', () => {
  it('opens with the key of its log', () => {
    const opened = openCheckpoint(signCheckpoint(sha256, head, [log]), keyOf(log), verify)
    expect(opened).toMatchObject({ ok: true, value: { checkpoint: head, verified: [{ name: 'example.org/log' }] } })
  })

  it('does not open as that of another log, unless its key is known to go by another name', () => {
    const signed = signCheckpoint(sha256, { ...head, origin: 'go.sum database tree' }, [log])
    expect(openCheckpoint(signed, keyOf(log), verify)).toMatchObject({ ok: false, reason: 'other-origin' })
    expect(openCheckpoint(signed, keyOf(log), verify, 'go.sum database tree').ok).toBe(true)
  })

  it('does not open changed, unsigned, or with a root that SHA-256 does not give', () => {
    const signed = text(signCheckpoint(sha256, head, [log]))
    const reason = (note: Uint8Array) => {
      const opened = openCheckpoint(note, keyOf(log), verify)
      return opened.ok ? 'opened' : opened.reason
    }
    expect(reason(utf8(signed.replace('\n5\n', '\n6\n')))).toBe('invalid-signature')
    expect(reason(signCheckpoint(sha256, head, [signer('example.org/log', 2)]))).toBe('unverified')
    expect(reason(signCheckpoint(sha256, { ...head, root: utf8('short') }, [log]))).toBe('malformed')
    expect(reason(signNote(sha256, 'example.org/log\n05\nAAAA\n', [log]))).toBe('malformed')
    expect(reason(utf8('no note'))).toBe('malformed')
  })
})
