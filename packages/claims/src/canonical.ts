// Canonical bytes (RFC 8785) and names made from them, so that the same content has one name everywhere.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** The RFC 8785 text of a JSON value. Throws a TypeError for what JSON cannot hold (NaN, functions, half a character). */
export function canonicalText(value: unknown): string {
  try {
    const text = canonicalize(value)
    if (text !== undefined) return text
  } catch (error) {
    throw new TypeError('a canonical form was asked of a value that JSON cannot hold', { cause: error })
  }
  throw new TypeError('a canonical form was asked of a value that JSON cannot hold')
}

/** Its UTF-8 bytes. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value))
}

/** SHA-256 of text or bytes, lower-case hex. */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))
}

/** A name made of content: `prefix_` and the first 20 hex digits of the SHA-256 of the canonical bytes. */
export function contentId(prefix: string, content: unknown): string {
  return `${prefix}_${sha256Hex(canonicalBytes(content)).slice(0, 20)}`
}
