// Verifier keys of signed notes: `name+id+base64`, the id computed again and weak keys refused.
import { decodeBase64, encodeBase64 } from '../base64.ts'
import { hexOf, joinBytes, utf8 } from '../bytes.ts'
import { refusedKey } from '../ed25519.ts'
import { parsed, refused, shown, type Parsed } from '../result.ts'
import type { Hash } from '../tree.ts'
import { KEY_FORMS, keyTypeOf, type KeyType, type VerifierKey } from './types.ts'

const KEY_ID_LENGTH = 4
const NAME_HELP = 'a key name is not empty and has no spaces, no `+` and no control characters'

/** Whether a key may have this name (signed-note, Format). */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+]|[^ -\u{10ffff}]/u.test(name)
}

/** SHA-256(name ‖ newline ‖ type ‖ key), the first four bytes. */
export function keyIdOf(hash: Hash, name: string, type: KeyType, publicKey: Uint8Array): Uint8Array {
  return idOf(hash, name, joinBytes(Uint8Array.of(KEY_FORMS[type].byte), publicKey))
}

function idOf(hash: Hash, name: string, typedKey: Uint8Array): Uint8Array {
  return hash(joinBytes(utf8(`${name}\n`), typedKey)).slice(0, KEY_ID_LENGTH)
}

export type KeyRefusal = 'key-malformed' | 'key-id-mismatch' | 'key-type-unknown' | 'key-weak'

/** The verifier key of a name and a public key. */
export function verifierKey(
  hash: Hash,
  name: string,
  type: KeyType,
  publicKey: Uint8Array,
): Parsed<VerifierKey, KeyRefusal> {
  if (!isKeyName(name)) return refused('key-malformed', `${shown(name)} cannot name a key`, NAME_HELP)
  const { length, isEd25519 } = KEY_FORMS[type]
  if (publicKey.length !== length) {
    const message = `the key ${shown(name)} has ${publicKey.length} bytes, not ${length}`
    return refused('key-malformed', message, 'copy the whole key from its holder again')
  }
  const weakness = isEd25519 ? refusedKey(publicKey) : null
  if (weakness !== null) {
    const help = 'ask its holder for another key: an honest program does not make this one'
    return refused('key-weak', `the key ${shown(name)} ${weakness}`, help)
  }
  return parsed({ name, type, publicKey, keyId: keyIdOf(hash, name, type, publicKey) })
}

const VERIFIER_KEY = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/

/** Reads `example.org/log+c74f20a3+ARpc…`. The id must be that of the name and the key. */
export function parseVerifierKey(hash: Hash, text: string): Parsed<VerifierKey, KeyRefusal> {
  const [, name, id, base64] = VERIFIER_KEY.exec(text) ?? []
  const typedKey = base64 === undefined ? null : decodeBase64(base64)
  if (name === undefined || id === undefined || typedKey === null || typedKey.length < 2) {
    const message = `${shown(text)} is no verifier key`
    return refused('key-malformed', message, 'a verifier key is `name+id+key`, the id 8 hex digits, the key base64')
  }
  if (!isKeyName(name)) return refused('key-malformed', `${shown(name)} cannot name a key`, NAME_HELP)
  if (hexOf(idOf(hash, name, typedKey)) !== id) {
    const message = `the id ${shown(id)} is not that of the key ${shown(name)}`
    return refused('key-id-mismatch', message, 'copy the whole key from its holder again, name and id included')
  }
  const type = keyTypeOf(typedKey[0]!)
  if (type === null) {
    const message = `the key ${shown(name)} is of the type ${typedKey[0]}, which is not known here`
    return refused('key-type-unknown', message, 'use a key of the type 1 (Ed25519), 4 or 6 (cosignatures)')
  }
  return verifierKey(hash, name, type, typedKey.slice(1))
}

/** `name+id+base64`, as `parseVerifierKey` reads it. */
export function formatVerifierKey({ name, type, publicKey, keyId }: VerifierKey): string {
  return `${name}+${hexOf(keyId)}+${encodeBase64(joinBytes(Uint8Array.of(KEY_FORMS[type].byte), publicKey))}`
}
