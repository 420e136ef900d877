// The functions that tests inject: SHA-256, HMAC and Ed25519 that run in Node and in a browser alike.
import { ed25519 } from '@noble/curves/ed25519.js'
import { hmac as nobleHmac } from '@noble/hashes/hmac.js'
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { verifierKey, type Hash, type Hmac, type NoteSigner, type VerifierKey, type Verify } from '../index.ts'

export const sha256: Hash = (bytes) => nobleSha256(bytes)
export const hmac: Hmac = (key, message) => nobleHmac(nobleSha256, key, message)
export const verify: Verify = (publicKey, message, signature) =>
  ed25519.verify(signature, message, publicKey, { zip215: false })

/** A signer whose seed is `seed` 32 times. */
export function signer(name: string, seed: number, type: NoteSigner['type'] = 'ed25519'): NoteSigner {
  return signerOf(name, new Uint8Array(32).fill(seed), type)
}

export function signerOf(name: string, seed: Uint8Array, type: NoteSigner['type'] = 'ed25519'): NoteSigner {
  return { name, type, publicKey: ed25519.getPublicKey(seed), sign: (message) => ed25519.sign(message, seed) }
}

/** Its verifier key. */
export function keyOf({ name, type, publicKey }: NoteSigner): VerifierKey {
  const key = verifierKey(sha256, name, type, publicKey)
  if (!key.ok) throw new Error(key.message)
  return key.value
}

export const utf8 = (text: string) => new TextEncoder().encode(text)
export const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
export const unhex = (digits: string) => Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
/** The bytes with one bit turned over. */
export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}
