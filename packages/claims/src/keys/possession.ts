// What a new key signs to show that whoever registers it has it, and the ids of keys.
import { canonicalText, sha256Hex } from '../canonical.ts'
import type { KeyRegistration, KeyRotation } from './key-entry.ts'

/** What the proof is over begins with this, so that a proof is a signature for nothing else. */
const CONTEXT = 'trucekeeper key v1\n'

export type ToProve = Omit<KeyRegistration, 'id' | 'proof'> | Omit<KeyRotation, 'id' | 'proof'>

/**
 * The bytes that the new key signs: a fixed context and the canonical text of the registration or rotation without its id
 * and proof, together with the origin of the log, so that a proof holds in one log alone.
 */
export function possessionMessage(agreement: string, body: ToProve): Uint8Array {
  const { id: _id, proof: _proof, ...said } = body as ToProve & { readonly id?: string; readonly proof?: string }
  return new TextEncoder().encode(CONTEXT + canonicalText({ ...said, agreement }))
}

/** `key_` and the first 20 hex digits of the SHA-256 of the 32 bytes of a public key. */
export function keyIdOfPublic(publicKey: Uint8Array): string {
  return `key_${sha256Hex(publicKey).slice(0, 20)}`
}

/** The bytes of base64url that a schema has let through. */
export function bytesOf(base64Url: string): Uint8Array {
  const text = atob(base64Url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
