// Disclosures and their digests in the form of RFC 9901, with every salt and decoy made from the key of one entry.
import { createHmac, hash } from 'node:crypto'
import { canonicalText } from '@trucekeeper/claims'
import { BYTES_32 } from './form.ts'
import { formed, shown, unformed, type Formed } from './refusal.ts'

/** What one withheld field is disclosed by: who has it can show the field and prove that it was meant. */
export interface Disclosure {
  /** 32 bytes in base64url. */
  readonly salt: string
  /** The dotted name of the field: `body.quote`. */
  readonly name: string
  readonly value: unknown
}

/** The text of a disclosure: base64url of the canonical JSON of salt, name and value. */
export function disclosureText({ salt, name, value }: Disclosure): string {
  return Buffer.from(canonicalText([salt, name, value])).toString('base64url')
}

/** What stands in the leaf for it: base64url of the SHA-256 of its text (RFC 9901 section 4.2.3). */
export function digestOf(disclosure: string): string {
  return hash('sha256', disclosure, 'base64url')
}

/** Without the entry's key nobody can make the salt, so nobody can try values until a digest fits. */
export function saltFor(entryKey: Uint8Array, name: string): string {
  return createHmac('sha256', entryKey).update(`trucekeeper salt v1\n${name}`).digest('base64url')
}

/** A digest of nothing, which only the entry's key tells from one of something. */
export function decoyFor(entryKey: Uint8Array, count: number): string {
  const nothing = createHmac('sha256', entryKey).update(`trucekeeper decoy v1\n${count}`).digest()
  return hash('sha256', nothing, 'base64url')
}

/** Reads a disclosure strictly: one spelling for each, the salt of full length. */
export function readDisclosure(text: string): Formed<Disclosure> {
  const bytes = Buffer.from(text, 'base64url')
  // Node's decoder passes over what is no base64url: only the text that these bytes are written as will do.
  const parts = bytes.toString('base64url') === text ? parsedOrNull(bytes) : null
  if (!Array.isArray(parts) || parts.length !== 3) return malformed(text)
  const [salt, name, value] = parts as [unknown, unknown, unknown]
  if (typeof salt !== 'string' || !BYTES_32.test(salt) || typeof name !== 'string') return malformed(text)
  const disclosure = { salt, name, value }
  return writtenAs(disclosure) === text ? formed(disclosure) : malformed(text)
}

function parsedOrNull(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return null
  }
}

/** Null where JSON held half a character, which has no canonical form. */
function writtenAs(disclosure: Disclosure): string | null {
  try {
    return disclosureText(disclosure)
  } catch {
    return null
  }
}

function malformed(text: string): Formed<never> {
  return unformed(
    'disclosure-malformed',
    `${shown(text)} is no disclosure`,
    'take it as it was handed over: base64url of the canonical JSON of a 32-byte salt, a field name and a value',
  )
}
