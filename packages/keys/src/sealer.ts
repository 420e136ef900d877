// Encrypts small things under a key that never leaves the keyring.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** AES-256-GCM under a store key. What is sealed for one context opens for no other. */
export interface Sealer {
  /** The nonce, the encrypted bytes and the tag: 28 bytes more than were given. */
  seal(plain: Uint8Array, context: Uint8Array): Uint8Array
  /** What was sealed; null where it is damaged, sealed under another key, or for another context. */
  open(sealed: Uint8Array, context: Uint8Array): Uint8Array | null
}

const NONCE = 12
const TAG = 16

/** `key` has 32 bytes and is copied. */
export function sealerOf(key: Uint8Array): Sealer {
  const own = Uint8Array.from(key)
  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', own, nonce).setAAD(context)
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, context) {
      if (sealed.length < NONCE + TAG) return null
      const decipher = createDecipheriv('aes-256-gcm', own, sealed.subarray(0, NONCE), { authTagLength: TAG })
      decipher.setAAD(context).setAuthTag(sealed.subarray(-TAG))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
      } catch {
        return null
      }
    },
  }
}
