// Hashes by which a text and the prose of a clause are known again.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of a text as UTF-8, lower-case hex. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** The hash a clause keeps of the prose it reads: 12 hex digits over the words, white space folded. */
export function proseHashOf(prose: string): string {
  return textHash(prose.trim().replace(/\s+/g, ' ')).slice(0, 12)
}
