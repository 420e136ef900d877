// What the leaf of an entry is made of, and which names in it mean something of their own.
import { MOST_ENTRY_BYTES } from '@trucekeeper/merkle'

/** An entry as the form sees it: any type, any fields. `Entry` of `@trucekeeper/claims` is one. */
export interface EntryLike {
  readonly type: string
  readonly received_at: string
  readonly recorded_by: string
  /** Who alone sees it; all of such an entry is withheld. */
  readonly held_by?: string | undefined
  readonly body: Fields
}

export type Fields = Readonly<Record<string, unknown>>

/** What everybody sees of an entry: what is withheld is missing. */
export interface OpenEntry {
  readonly type: string
  readonly received_at: string
  readonly recorded_by?: string
  readonly held_by?: string
  readonly body: Fields
}

/** Who signs: the id of a registered key, and Ed25519 with it. */
export interface Author {
  /** `key_` and 20 hex digits. */
  readonly id: string
  sign(message: Uint8Array): Uint8Array
}

/** Ed25519, injected: true for a sound signature alone. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** C2SP tlog-tiles: the length of an entry is a uint16. */
export const MOST_LEAF_BYTES = MOST_ENTRY_BYTES

/** Digests come in eights, so that their number says little about how much is withheld. */
export const DIGESTS_COME_IN = 8

/** What an author signs begins with this, so that a signature made for anything else is none for an entry. */
export const ENTRY_CONTEXT = 'trucekeeper entry v1\n'

export const KEY_ID = /^key_[0-9a-f]{20}$/

/** 32 bytes in base64url without padding: the last of 43 digits has two spare bits, which are zero. */
export const BYTES_32 = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/

/** 64 bytes: the last of 86 digits has four spare bits. */
export const BYTES_64 = /^[A-Za-z0-9_-]{85}[AQgw]$/

/** Names that RFC 9901 gives a meaning, and one that JavaScript does: no field of an entry is called so. */
export const RESERVED: ReadonlySet<string> = new Set(['_sd', '_sd_alg', '...', '__proto__'])

/** What was signed: the context and the canonical text of the leaf's body. */
export function signedMessage(canonicalBody: string): Uint8Array {
  return new TextEncoder().encode(ENTRY_CONTEXT + canonicalBody)
}

/** Without these nobody could tell what a leaf is, or check it. */
export const ALWAYS_OPEN = ['agreement', 'key', 'type', 'received_at', 'body']

/** `recorded_by`, `held_by` and everything within `body`. */
export function mayBeWithheld(name: string): boolean {
  return name === 'recorded_by' || name === 'held_by' || /^body(\.[^.]+)+$/.test(name)
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The first reserved or dotted name at any depth of a value; null where there is none. */
export function reservedName(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && (RESERVED.has(name) || name.includes('.'))) return name
    const found = reservedName(inner)
    if (found !== null) return found
  }
  return null
}

/** An origin that fits on the first line of a head: no line ends, no spaces around, nothing invisible. */
export function isOrigin(text: string): boolean {
  return text.length > 0 && text.length <= 255 && /^[^\s\p{C}+]+$/u.test(text)
}
