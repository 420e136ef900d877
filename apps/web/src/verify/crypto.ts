// SHA-256 and strict Ed25519 for a page that has no server to ask.
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Hash, Verify } from '@trucekeeper/merkle'

export const hash: Hash = (bytes) => sha256(bytes)

/** As RFC 8032 has it, and not as lenient as ZIP 215: what holds here holds for Node as well. */
export const verify: Verify = (publicKey, message, signature) => {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
