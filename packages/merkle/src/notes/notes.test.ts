// Signed notes: what is read, what is refused, and what a checked signature says.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cosignaturesOf,
  cosignedMessage,
  encodeBase64,
  formatNote,
  formatSignatureLine,
  openNote,
  parseNote,
  parseSignatureLines,
  signNote,
  type VerifierKey,
} from '../index.ts'
import { flipped, keyOf, sha256, signer, signerOf, text, unhex, utf8, verify } from '../testing/crypto.ts'

const TEXT = 'north of the road\nall quiet\n'
const aisha = signer('aisha.example', 1)
const boris = signer('boris.example', 2)
const watch = signer('watch.example/w1', 3, 'cosignature/v1')
const SIGNED = signNote(sha256, TEXT, [aisha, boris])
const [lineOfAisha, lineOfBoris] = text(SIGNED)
  .slice(TEXT.length + 1)
  .split(/(?<=\n)/)

function opened(note: string | Uint8Array, ...keys: readonly VerifierKey[]) {
  const result = openNote(typeof note === 'string' ? utf8(note) : note, keys, verify)
  if (!result.ok) return result.reason
  return result.value.verified.map(({ name }) => name)
}

describe('a note that is read', () => {
  it('is its text with the last newline, and its signatures', () => {
    const note = parseNote(SIGNED)
    expect(note.ok && note.value.text).toBe(TEXT)
    expect(note.ok && note.value.signatures.map(({ name, signature }) => [name, signature.length])).toEqual([
      ['aisha.example', 64],
      ['boris.example', 64],
    ])
  })

  it('may have empty lines in its text, which ends at the last one', () => {
    const note = signNote(sha256, 'a\n\n\nb\n\n', [aisha])
    expect(parseNote(note)).toMatchObject({ ok: true, value: { text: 'a\n\n\nb\n\n' } })
    expect(opened(note, keyOf(aisha))).toEqual(['aisha.example'])
  })

  it('keeps a byte order mark, as it is part of what was signed', () => {
    const note = signNote(sha256, '\ufefftext\n', [aisha])
    expect(parseNote(note)).toMatchObject({ ok: true, value: { text: '\ufefftext\n' } })
    expect(opened(note, keyOf(aisha))).toEqual(['aisha.example'])
    expect(opened(note.slice(3), keyOf(aisha))).toBe('invalid-signature')
  })

  it.each([
    ['nothing', ''],
    ['a text alone', TEXT],
    ['no signature after the blank line', `${TEXT}\n`],
    ['no last newline', `${TEXT}\n${lineOfAisha!.slice(0, -1)}`],
    ['no blank line', `${TEXT}${lineOfAisha}`],
    ['a control character', `\u0001${TEXT}\n${lineOfAisha}`],
    ['a tab', `\t${TEXT}\n${lineOfAisha}`],
    ['carriage returns', `${TEXT}\n${lineOfAisha}`.replaceAll('\n', '\r\n')],
    ['a line that is no signature', `${TEXT}\n${lineOfAisha}Unexpected line.\n`],
    ['a blank line at the end', `${TEXT}\n${lineOfAisha}\n`],
    ['a hyphen for the dash', `${TEXT}\n${lineOfAisha!.replace('—', '-')}`],
    ['an en dash for the dash', `${TEXT}\n${lineOfAisha!.replace('—', '–')}`],
    ['a no-break space after the dash', `${TEXT}\n${lineOfAisha!.replace('— ', '—\u00a0')}`],
    ['two spaces', `${TEXT}\n${lineOfAisha!.replace('— ', '—  ')}`],
    ['a space at the end', `${TEXT}\n${lineOfAisha!.replace('\n', ' \n')}`],
    ['a name in two words', `${TEXT}\n${lineOfAisha!.replace('aisha', 'aisha b')}`],
    ['a plus in the name', `${TEXT}\n${lineOfAisha!.replace('aisha', 'aisha+b')}`],
    ['a no-break space in the name', `${TEXT}\n${lineOfAisha!.replace('aisha', 'aisha\u00a0b')}`],
    ['no name', `${TEXT}\n${lineOfAisha!.replace('aisha.example', '')}`],
    ['base64 without its padding', `${TEXT}\n${lineOfAisha!.replaceAll('=', '')}`],
    ['four bytes alone', `${TEXT}\n— a ${encodeBase64(new Uint8Array(4))}\n`],
    ['three bytes', `${TEXT}\n— a DEAD\n`],
    ['101 signatures', `${TEXT}\n${lineOfAisha!.repeat(101)}`],
  ])('is refused with %s', (_, note) => {
    expect(parseNote(utf8(note))).toMatchObject({ ok: false, reason: 'malformed' })
  })

  it.each([
    ['a stray byte', [0xff]],
    ['an overlong newline', [0xc0, 0x8a]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
    ['a cut character', [0xe2, 0x80]],
  ])('is refused with %s, which is no UTF-8', (_, bytes) => {
    expect(parseNote(Uint8Array.from([...bytes, ...SIGNED]))).toMatchObject({ ok: false, reason: 'malformed' })
  })

  it('may have a hundred signatures', () => {
    expect(opened(`${TEXT}\n${lineOfAisha!.repeat(100)}`, keyOf(aisha))).toEqual(['aisha.example'])
  })

  it('is written as it was read', () => {
    const line = fc
      .string({ minLength: 1, maxLength: 8 })
      .filter((part) => /^[ -\u{10ffff}]+$/u.test(part) && part.isWellFormed())
    const name = fc.stringMatching(/^[a-z0-9.\u00e9/]{1,12}$/)
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    const signature = fc.record({ name, keyId: bytes(4), signature: fc.uint8Array({ minLength: 1, maxLength: 80 }) })
    fc.assert(
      fc.property(fc.array(line), fc.array(signature, { minLength: 1, maxLength: 5 }), (lines, signatures) => {
        const note = { text: `${lines.join('\n')}\n`, signatures }
        expect(parseNote(utf8(formatNote(note)))).toEqual({ ok: true, value: note })
      }),
    )
  })

  it('is refused or read, but never throws, whatever the bytes', () => {
    const soup = fc.array(fc.constantFrom('\n', '\n\n', '— ', 'a', ' ', 'AAAAAAAA', '=', '+', '\t', '\ufeff'), {
      maxLength: 20,
    })
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      soup.map((parts) => utf8(parts.join(''))),
    )
    fc.assert(
      fc.property(noise, (bytes) => {
        const note = parseNote(bytes)
        if (note.ok) expect(utf8(formatNote(note.value))).toEqual(bytes)
        else expect(note.reason).toBe('malformed')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a note that is checked', () => {
  it('says who of the known signed it, and keeps the rest unverified', () => {
    const note = openNote(SIGNED, [keyOf(aisha)], verify)
    expect(note.ok && note.value.verified.map(({ name }) => name)).toEqual(['aisha.example'])
    expect(note.ok && note.value.unverified.map(({ name }) => name)).toEqual(['boris.example'])
    expect(opened(SIGNED, keyOf(boris), keyOf(aisha))).toEqual(['aisha.example', 'boris.example'])
  })

  it('is unverified without a key, with the key of another, and with one of the same name', () => {
    expect(opened(SIGNED)).toBe('unverified')
    expect(opened(SIGNED, keyOf(signer('chen.example', 1)))).toBe('unverified')
    expect(opened(SIGNED, keyOf(signer('aisha.example', 9)))).toBe('unverified')
  })

  it('is spoilt by a signature of a known key that does not fit, be there another that does', () => {
    expect(opened(text(SIGNED).replace('quiet', 'quite'), keyOf(aisha))).toBe('invalid-signature')
    const note = parseNote(SIGNED)
    if (!note.ok) throw new Error(note.message)
    const [first, second] = note.value.signatures
    const turned = { ...first!, signature: flipped(first!.signature, 77) }
    const both = (signatures: readonly (typeof turned)[]) => formatNote({ text: TEXT, signatures })
    expect(opened(both([turned, second!]), keyOf(aisha), keyOf(boris))).toBe('invalid-signature')
    expect(opened(both([first!, turned]), keyOf(aisha))).toBe('invalid-signature')
    expect(opened(both([first!, turned]), keyOf(boris))).toBe('unverified')
    const long = { ...first!, signature: Uint8Array.of(...first!.signature, 0) }
    expect(opened(both([long]), keyOf(aisha))).toBe('invalid-signature')
  })

  it('counts a signature that is written twice once', () => {
    const note = openNote(
      utf8(`${TEXT}\n${lineOfAisha}${lineOfAisha}${lineOfBoris}${lineOfBoris}`),
      [keyOf(aisha)],
      verify,
    )
    expect(note.ok && [note.value.verified.length, note.value.unverified.length]).toEqual([1, 1])
  })

  it('is refused when two known keys have the name and id of a signature, and only then', () => {
    expect(opened(SIGNED, keyOf(aisha), keyOf(aisha))).toBe('ambiguous-key')
    expect(opened(`${TEXT}\n${lineOfBoris}`, keyOf(aisha), keyOf(aisha), keyOf(boris))).toEqual(['boris.example'])
  })
})

describe('signing a note', () => {
  it('is refused for texts and names that no note can hold', () => {
    for (const bad of ['', 'no newline', 'a\tb\n', 'a\r\n', 'half \ud800\n']) {
      expect(() => signNote(sha256, bad, [aisha])).toThrow(RangeError)
    }
    expect(() => signNote(sha256, TEXT, [signer('a b', 1)])).toThrow(RangeError)
    expect(() => signNote(sha256, TEXT, [watch])).toThrow('a cosignature bears a time')
    expect(() => signNote(sha256, TEXT, [watch], 2n ** 63n)).toThrow(RangeError)
  })
})

describe('a cosignature', () => {
  /** The example of the sigsum tests: a head, and a witness whose seed is 0x11 and then zeros. */
  const HEAD = 'example.org/log\n10\nHA5HAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'
  const LINE =
    '— example.org/witness ys8uUAAAAAAAAATSftMzceM8zssdZ9jin9SjwIxzx9iADMf63VqirX2hafol9RsqNqbofIz0LVRqHXI2kpEBSki5RTXFtxz1vo9+Cg==\n'
  const witness = signerOf('example.org/witness', unhex(`11${'00'.repeat(31)}`), 'cosignature/v1')
  const key = keyOf(witness)

  const sorted = (lines: string, head = HEAD) => {
    const signatures = parseSignatureLines(lines)
    if (!signatures.ok) throw new Error(signatures.message)
    const { valid, invalid, ignored } = cosignaturesOf(head, signatures.value, [key], verify)
    return { times: valid.map(({ time }) => time), invalid: invalid.length, ignored: ignored.length }
  }

  it('signs the head after a line that says what it is and one that says when', () => {
    expect(text(cosignedMessage(HEAD, 1234n))).toBe(`cosignature/v1\ntime 1234\n${HEAD}`)
    expect(text(signNote(sha256, HEAD, [witness], 1234n))).toBe(`${HEAD}\n${LINE}`)
    expect(sorted(LINE)).toEqual({ times: [1234n], invalid: 0, ignored: 0 })
    expect(opened(`${HEAD}\n${LINE}`, key)).toEqual(['example.org/witness'])
  })

  it('is ignored under another id, another name or in another length, and does not hold over another head', () => {
    expect(sorted(LINE.replace('ys8u', 'yX8u'))).toEqual({ times: [], invalid: 0, ignored: 1 })
    expect(sorted(LINE.replace('witness', 'witness-2'))).toEqual({ times: [], invalid: 0, ignored: 1 })
    expect(sorted(LINE.replace('Cg==', 'CgXX'))).toEqual({ times: [], invalid: 0, ignored: 1 })
    expect(sorted(LINE, HEAD.replace('10', '11'))).toEqual({ times: [], invalid: 1, ignored: 0 })
    expect(sorted(LINE.replace('AATS', 'AATT'))).toEqual({ times: [], invalid: 1, ignored: 0 })
  })

  it('that is given twice counts once, with the later time', () => {
    const later = text(signNote(sha256, HEAD, [witness], 1300n)).slice(HEAD.length + 1)
    expect(sorted(later + LINE)).toEqual({ times: [1300n], invalid: 0, ignored: 0 })
    expect(sorted(LINE + later)).toEqual({ times: [1300n], invalid: 0, ignored: 0 })
  })

  it('is not taken for a signature of the log, nor the other way about', () => {
    const plain = signerOf('example.org/witness', unhex(`11${'00'.repeat(31)}`))
    expect(opened(`${HEAD}\n${LINE}`, keyOf(plain))).toBe('unverified')
    const signed = parseNote(signNote(sha256, HEAD, [plain]))
    if (!signed.ok) throw new Error(signed.message)
    const posing = { ...signed.value.signatures[0]!, keyId: key.keyId }
    expect(sorted(formatSignatureLine(posing))).toEqual({ times: [], invalid: 0, ignored: 1 })
  })

  it('with a time beyond 2^63 is none', () => {
    const bytes = new Uint8Array(72)
    bytes[0] = 0x80
    const line = formatSignatureLine({ name: key.name, keyId: key.keyId, signature: bytes })
    expect(sorted(line)).toEqual({ times: [], invalid: 0, ignored: 1 })
    expect(opened(`${HEAD}\n${line}`, key)).toBe('invalid-signature')
  })

  it('of ML-DSA-44 is kept and says nothing', () => {
    const head = `${HEAD}\n${LINE}${formatSignatureLine({ name: 'pq', keyId: Uint8Array.of(1, 2, 3, 4), signature: new Uint8Array(2428) })}`
    const pq: VerifierKey = {
      name: 'pq',
      type: 'subtree/v1',
      publicKey: new Uint8Array(1312),
      keyId: Uint8Array.of(1, 2, 3, 4),
    }
    const note = openNote(utf8(head), [key, pq], verify)
    expect(note.ok && note.value.unverified.map(({ name }) => name)).toEqual(['pq'])
    expect(opened(head, pq)).toBe('unverified')
  })
})
