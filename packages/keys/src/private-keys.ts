// Private keys as they are drawn, and as they are used.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import type { KeyHeader } from './key-file.ts'
import { sealerOf, type Sealer } from './sealer.ts'

/** What comes before the 32 bytes of a private key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A key as it is used; the bytes can be wiped then. */
export function usable({ kind }: KeyHeader, privateBytes: Uint8Array): KeyObject | Sealer {
  if (kind === 'store') return sealerOf(privateBytes)
  const der = Buffer.concat([PKCS8, privateBytes])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  return key
}

export function isPrivate(key: KeyObject | Sealer | undefined): key is KeyObject {
  return key !== undefined && 'asymmetricKeyType' in key
}

interface Drawn {
  readonly privateBytes: Uint8Array
  readonly publicKey: Uint8Array
}

export function drawnPair(): Drawn {
  const { privateKey } = generateKeyPairSync('ed25519')
  const privateBytes = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length)
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { privateBytes, publicKey: Uint8Array.from(publicKey) }
}

export function drawnKey(): Drawn {
  return { privateBytes: randomBytes(32), publicKey: new Uint8Array(0) }
}
