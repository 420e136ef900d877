// Verifier keys are taken whole or not at all.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  encodeBase64,
  formatVerifierKey,
  hexOf,
  isKeyName,
  joinBytes,
  keyIdOf,
  parseVerifierKey,
  verifierKey,
} from '../index.ts'
import { keyOf, sha256, signer, utf8 } from '../testing/crypto.ts'

const KEY = formatVerifierKey(keyOf(signer('example.org/log', 1)))

/** A verifier key of any type byte and bytes, with the id that belongs to it. */
function vkey(name: string, typedKey: Uint8Array): string {
  const id = hexOf(sha256(joinBytes(utf8(`${name}\n`), typedKey)).slice(0, 4))
  return `${name}+${id}+${encodeBase64(typedKey)}`
}

function reasonFor(text: string) {
  const key = parseVerifierKey(sha256, text)
  return key.ok ? 'taken' : key.reason
}

describe('a verifier key', () => {
  it('is read as it was written, with its type and id', () => {
    for (const type of ['ed25519', 'cosignature/v1'] as const) {
      const key = keyOf(signer('example.org/log', 1, type))
      expect(parseVerifierKey(sha256, formatVerifierKey(key))).toEqual({ ok: true, value: key })
      expect(key.keyId).toEqual(keyIdOf(sha256, key.name, type, key.publicKey))
    }
  })

  it('is refused when any part of it is cut off or any letter is another', () => {
    for (let from = 0; from < KEY.length; from++) {
      for (let to = from; to <= KEY.length; to++) {
        if (to - from < KEY.length) expect(reasonFor(KEY.slice(from, to))).not.toBe('taken')
      }
    }
    for (let at = 0; at < KEY.length; at++) {
      const next = String.fromCharCode(KEY.charCodeAt(at) + 1)
      expect(reasonFor(KEY.slice(0, at) + next + KEY.slice(at + 1))).not.toBe('taken')
    }
  })

  it('is refused with the id of another name, in other letters, or in more digits', () => {
    const [name, id, key] = KEY.split('+', 2).concat(KEY.slice(KEY.indexOf('+', KEY.indexOf('+') + 1) + 1))
    expect(reasonFor(`example.org/log2+${id}+${key}`)).toBe('key-id-mismatch')
    expect(reasonFor(`${name}+0${id}+${key}`)).toBe('key-malformed')
    expect(reasonFor(`${name}+${id!.toUpperCase()}+${key}`)).toBe('key-malformed')
    expect(reasonFor(`${name}+${id}+${key}\n`)).toBe('key-malformed')
    expect(reasonFor(` ${name}+${id}+${key}`)).toBe('key-malformed')
  })

  it('is refused when it is weak, of an unknown type or of another length, though its id fits', () => {
    const sound = keyOf(signer('a', 1)).publicKey
    expect(reasonFor(vkey('a', joinBytes(Uint8Array.of(1), sound)))).toBe('taken')
    expect(reasonFor(vkey('a', joinBytes(Uint8Array.of(1, 1), new Uint8Array(31))))).toBe('key-weak')
    expect(reasonFor(vkey('a', joinBytes(Uint8Array.of(4), new Uint8Array(32).fill(255))))).toBe('key-weak')
    expect(reasonFor(vkey('a', joinBytes(Uint8Array.of(0x65), sound)))).toBe('key-type-unknown')
    expect(reasonFor(vkey('a', joinBytes(Uint8Array.of(1), sound, sound)))).toBe('key-malformed')
    expect(reasonFor(vkey('a', Uint8Array.of(1)))).toBe('key-malformed')
  })

  it('of ML-DSA-44 is recognised by its type and length', () => {
    const key = parseVerifierKey(sha256, vkey('w', joinBytes(Uint8Array.of(6), new Uint8Array(1312).fill(3))))
    expect(key).toMatchObject({ ok: true, value: { name: 'w', type: 'subtree/v1' } })
    expect(reasonFor(vkey('w', joinBytes(Uint8Array.of(6), new Uint8Array(1311))))).toBe('key-malformed')
  })

  it('says in a sentence why it was refused, without what could steer a terminal', () => {
    const key = verifierKey(sha256, 'a\u001b[2Jb', 'ed25519', new Uint8Array(32))
    expect(key).toMatchObject({ ok: false, reason: 'key-malformed' })
    expect(key.ok ? '' : key.message).toBe('`a\ufffd[2Jb` cannot name a key')
  })

  it('is never read from noise, and noise never throws', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'aZ+09af/= \n—\u0000'), maxLength: 60 })
    fc.assert(
      fc.property(fc.oneof(soup, fc.string()), (text) => {
        expect(reasonFor(text)).not.toBe('taken')
      }),
    )
  })
})

describe('the name of a key', () => {
  it.each(['example.org/log', 'é', '東京', 'a—b', '\u00ad', 'a\u007fb'])('may be %j', (name) => {
    expect(isKeyName(name)).toBe(true)
  })

  it.each(['', ' ', 'a b', 'a+b', 'a\tb', 'a\nb', 'a\u0000', '\u00a0', 'a\u0085', 'a\u2028', 'a\u3000b', 'a\ud800'])(
    'may not be %j',
    (name) => {
      expect(isKeyName(name)).toBe(false)
    },
  )
})
