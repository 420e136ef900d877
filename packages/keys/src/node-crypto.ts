// The hash, verify and hmac that `@trucekeeper/merkle` has injected, by the system's own library.
import { createHmac, createPublicKey, hash as digest, verify as verifyWith, type KeyObject } from 'node:crypto'
import type { Hash, Verify } from '@trucekeeper/merkle'

/** More keys than any log has authors; beyond it the cache begins anew rather than growing with hostile input. */
const MOST_CACHED = 4096
/** What comes before the 32 bytes of a key in its SubjectPublicKeyInfo (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

const cached = new Map<string, KeyObject>()

const verify: Verify = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  return verifyWith(null, message, publicKeyObject(publicKey), signature)
}

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.length).toString('latin1')
  const known = cached.get(name)
  if (known) return known
  const made = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
  if (cached.size >= MOST_CACHED) cached.clear()
  cached.set(name, made)
  return made
}

/** SHA-256, Ed25519 verification (false for anything but a sound signature) and HMAC-SHA-256. */
export const nodeCrypto: {
  readonly hash: Hash
  readonly verify: Verify
  readonly hmac: (key: Uint8Array, bytes: Uint8Array) => Uint8Array
} = {
  hash: (bytes) => digest('sha256', bytes, 'buffer'),
  verify,
  hmac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
}
