// One key in one file: what is public about it in the clear, the private part encrypted, and both bound together.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { decodeBase64Url, encodeBase64Url } from '@trucekeeper/merkle'
import type { Derivation } from './secret.ts'

const FORMAT = 'trucekeeper-key-1'

export type KeyKind = 'log' | 'witness' | 'author' | 'store'

/** What everybody may know of a key. */
export interface KeyHeader {
  readonly kind: KeyKind
  readonly id: string
  /** The key name of a log or a witness; what a store key is for; empty for an author. */
  readonly name: string
  /** Who signs with it, and on which device; empty for what is no author's. */
  readonly person: string
  readonly device: string
  /** The public part in base64url; empty for a store key, which has none. */
  readonly public: string
  readonly derivation: Derivation
  /** What the secret is stretched with, the same in all files of a folder so that it is done once. */
  readonly salt: string
}

const TEXT_FIELDS = ['kind', 'id', 'name', 'person', 'device', 'public', 'derivation', 'salt'] as const
const KINDS: readonly string[] = ['log', 'witness', 'author', 'store']

export interface KeyFile {
  readonly header: KeyHeader
  readonly nonce: Uint8Array
  /** The 32 private bytes, AES-256-GCM, with the tag at the end. */
  readonly sealed: Uint8Array
}

/** The text of a key file. `folderKey` is what the secret gives for the salt. */
export function formatKeyFile(header: KeyHeader, privateBytes: Uint8Array, folderKey: Uint8Array): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', fileKey(folderKey, header), nonce).setAAD(authenticated(header))
  const sealed = Buffer.concat([cipher.update(privateBytes), cipher.final(), cipher.getAuthTag()])
  const fields = { format: FORMAT, ...ordered(header), nonce: encodeBase64Url(nonce), sealed: encodeBase64Url(sealed) }
  return `${JSON.stringify(fields, null, 1)}\n`
}

/** Reads what `formatKeyFile` wrote, to the byte; null for anything else. */
export function parseKeyFile(text: string): KeyFile | null {
  const fields = parsedOrNull(text)
  if (typeof fields !== 'object' || fields === null) return null
  const values = fields as Readonly<Record<string, unknown>>
  if (TEXT_FIELDS.some((field) => typeof values[field] !== 'string') || !KINDS.includes(String(values.kind)))
    return null
  const header = ordered(values as unknown as KeyHeader)
  const nonce = decodeBase64Url(String(values.nonce))
  const sealed = decodeBase64Url(String(values.sealed))
  if (nonce?.length !== 12 || sealed?.length !== 48) return null
  const again = { format: FORMAT, ...header, nonce: values.nonce, sealed: values.sealed }
  return text === `${JSON.stringify(again, null, 1)}\n` ? { header, nonce, sealed } : null
}

/** The 32 private bytes; null under another secret, and where anything in the file was changed. */
export function openKeyFile({ header, nonce, sealed }: KeyFile, folderKey: Uint8Array): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', fileKey(folderKey, header), nonce, { authTagLength: 16 })
  decipher.setAAD(authenticated(header)).setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    return null
  }
}

function fileKey(folderKey: Uint8Array, { kind, id }: KeyHeader): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', folderKey, '', `trucekeeper key file v1\n${kind}\n${id}`, 32))
}

function authenticated(header: KeyHeader): Uint8Array {
  return Buffer.from(JSON.stringify([FORMAT, ordered(header)]))
}

/** The fields in the one order in which they are written and authenticated. */
function ordered({ kind, id, name, person, device, public: open, derivation, salt }: KeyHeader): KeyHeader {
  return { kind, id, name, person, device, public: open, derivation, salt }
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
