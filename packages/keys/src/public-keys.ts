// What everybody may know of a key, and the ids and file names that follow from it.
import { decodeBase64Url, formatVerifierKey, hexOf, keyIdOf } from '@trucekeeper/merkle'
import type { KeyHeader } from './key-file.ts'
import { nodeCrypto } from './node-crypto.ts'

/** The key of a log or of a witness. */
export interface NoteKey {
  /** `key_` and 20 hex digits of the SHA-256 of the public key. */
  readonly id: string
  readonly name: string
  readonly publicKey: Uint8Array
  /** What others check it with: `name+id+base64`, a verifier key of signed-note. */
  readonly verifierKey: string
}

export interface AuthorKey {
  readonly id: string
  readonly person: string
  readonly device: string
  readonly publicKey: Uint8Array
}

/** Signs entries. `sign` is Ed25519 over exactly the message it is given. */
export interface AuthorSigner {
  readonly id: string
  readonly publicKey: Uint8Array
  sign(message: Uint8Array): Uint8Array
}

/** The id of a public key: `key_` and the first 20 hex digits of its SHA-256. */
export function keyId(publicKey: Uint8Array): string {
  return `key_${hexOf(nodeCrypto.hash(publicKey)).slice(0, 20)}`
}

export function storeId(name: string): string {
  return `store_${nameHash(name)}`
}

/** A name of a log can hold what no file name can. */
export function fileName({ kind, id, name }: KeyHeader): string {
  return `${kind}-${kind === 'author' ? id : nameHash(name)}.key`
}

function nameHash(name: string): string {
  return hexOf(nodeCrypto.hash(new TextEncoder().encode(name))).slice(0, 20)
}

export function publicOf(header: KeyHeader): Uint8Array {
  return decodeBase64Url(header.public)!
}

export function noteKey(header: KeyHeader): NoteKey {
  const { id, name, kind } = header
  const publicKey = publicOf(header)
  const type = kind === 'log' ? 'ed25519' : 'cosignature/v1'
  const noteKeyId = keyIdOf(nodeCrypto.hash, name, type, publicKey)
  return { id, name, publicKey, verifierKey: formatVerifierKey({ name, type, publicKey, keyId: noteKeyId }) }
}

export function authorKey(header: KeyHeader): AuthorKey {
  const { id, person, device } = header
  return { id, person, device, publicKey: publicOf(header) }
}
