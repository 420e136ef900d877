// SHA-256 as the system's own library does it, several times faster than in JavaScript.
import { createPublicKey, hash as digest, verify, type KeyObject } from 'node:crypto'
import type { Hash, Verify } from '@trucekeeper/merkle'

export const sha256: Hash = (bytes) => digest('sha256', bytes, 'buffer')

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}

const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** Ed25519 (RFC 8032) as the system's own library checks it; the keys it is given were checked to be none of the weak ones. */
export const nodeVerify: Verify = (publicKey, message, signature) => verify(null, message, keyOf(publicKey), signature)

/** The same on the system's threads, for many at once. */
export function verifyApart(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  return new Promise((answer, fail) => {
    verify(null, message, keyOf(publicKey), signature, (error, holds) => (error ? fail(error) : answer(holds)))
  })
}

const keys = new Map<string, KeyObject>()
const MOST_KEYS = 1000

function keyOf(publicKey: Uint8Array): KeyObject {
  const name = hex(publicKey)
  let key = keys.get(name)
  if (key === undefined) {
    if (keys.size >= MOST_KEYS) keys.clear()
    key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
    keys.set(name, key)
  }
  return key
}
