import { generateKeyPairSync, sign } from 'node:crypto'
import { hexOf } from '@trucekeeper/merkle'
import { describe, expect, it } from 'vitest'
import { nodeCrypto } from './node-crypto.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe("the system's own crypto", () => {
  it('hashes as FIPS 180-4 and RFC 4231 have it', () => {
    expect(hexOf(nodeCrypto.hash(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(hexOf(nodeCrypto.hmac(utf8('Jefe'), utf8('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })

  it('verifies as RFC 8032 has it', () => {
    const key = Buffer.from('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex')
    const signature = Buffer.from(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
      'hex',
    )
    expect(nodeCrypto.verify(key, Uint8Array.of(0x72), signature)).toBe(true)
    expect(nodeCrypto.verify(key, Uint8Array.of(0x73), signature)).toBe(false)
  })

  it('says no to what is no key, no signature, or not of this key, and never throws', () => {
    const [one, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
    const raw = (pair: typeof one) => pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    const signature = sign(null, utf8('a'), one.privateKey)
    expect(nodeCrypto.verify(raw(one), utf8('a'), signature)).toBe(true)
    expect(nodeCrypto.verify(raw(other), utf8('a'), signature)).toBe(false)
    expect(nodeCrypto.verify(raw(one), utf8('a'), signature.subarray(1))).toBe(false)
    expect(nodeCrypto.verify(raw(one).subarray(1), utf8('a'), signature)).toBe(false)
    expect(nodeCrypto.verify(new Uint8Array(32).fill(0xff), utf8('a'), signature)).toBe(false)
  })

  it('remembers more keys than it holds', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    const signature = sign(null, utf8('a'), privateKey)
    const several = Uint8Array.from(raw)
    for (let count = 0; count < 5000; count++) {
      several.set([count & 0xff, count >> 8])
      nodeCrypto.verify(several, utf8('a'), signature)
    }
    expect(nodeCrypto.verify(raw, utf8('a'), signature)).toBe(true)
  })
})
