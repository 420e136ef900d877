// An entry as a verifier without the ledger reads it: what it says openly, what stands for the rest, who signed it.
import { decodeBase64Url } from '../base64.ts'
import { hexOf, utf8, utf8Text } from '../bytes.ts'
import { isObject, type Json, type JsonObject } from '../disclosure/json.ts'
import { openDisclosures, type Opened, type OpeningRules } from '../disclosure/open.ts'
import type { VerifierKey } from '../notes/index.ts'
import type { Parsed } from '../result.ts'
import type { Hash } from '../tree.ts'
import { textIn } from './fields.ts'
import { shown } from '../result.ts'
import { fails, holds, type Examination, type Examined } from './types.ts'

/** What an author signs begins with this (`packages/ledger`, entry form). */
const CONTEXT = 'trucekeeper entry v1\n'
const ALWAYS_OPEN = ['agreement', 'key', 'type', 'received_at', 'body']

/** A leaf of the form `{"body":{…},"sig":"…"}`, in its one canonical spelling. */
export interface ReadEntry {
  /** The body as it was signed, digests included. */
  readonly body: JsonObject
  /** The origin of the log it was made for. */
  readonly agreement: string | null
  /** The id of its author's key: `key_` and 20 hex digits. */
  readonly author: string | null
  readonly sig: Uint8Array
  /** The bytes that the author signed. */
  readonly signed: Uint8Array
}

/** Reads a leaf; null for bytes that are none, other entries of other logs among them. */
export function readEntry(bytes: Uint8Array): ReadEntry | null {
  const text = utf8Text(bytes)
  const leaf = text === null ? null : parsedOrNull(text)
  if (leaf === null || !isObject(leaf)) return null
  const { body, sig } = leaf
  if (!isObject(body) || typeof sig !== 'string') return null
  const canonical = canonicalOrNull(body)
  // A second spelling (a field twice, spaces, 1.0 for 1) could be read as another entry by somebody else.
  if (canonical === null || text !== `{"body":${canonical},"sig":${JSON.stringify(sig)}}`) return null
  const signature = decodeBase64Url(sig)
  if (signature === null) return null
  const agreement = textIn(body, ['agreement'])
  return { body, agreement, author: textIn(body, ['key']), sig: signature, signed: utf8(CONTEXT + canonical) }
}

/** Whether a leaf has the form of this project's log, whose withheld fields have dotted names. */
export function isOwnForm({ body }: ReadEntry): boolean {
  return ALWAYS_OPEN.every((name) => Object.hasOwn(body, name)) && isObject(body['body'])
}

/** The body with what the disclosures show; all or nothing. */
export function openEntry(entry: ReadEntry, disclosures: readonly string[], hash: Hash): Parsed<Opened> {
  const rules: OpeningRules = isOwnForm(entry) ? { hash, alwaysOpen: ALWAYS_OPEN } : { hash, names: 'plain' }
  return openDisclosures(entry.body, disclosures, rules)
}

/** What the author's signature is worth, where the author's key is at hand; nothing where it is not. */
export function authorItems(entry: ReadEntry, { keys, hash, verify }: Examination): readonly Examined[] {
  const { author } = entry
  if (author === null) return []
  const given = keys.find(({ type, publicKey }) => type === 'ed25519' && authorIdOf(hash, publicKey) === author)
  const publicKey = given?.publicKey ?? registeredBy(entry, hash)
  if (publicKey === null) return []
  if (entry.sig.length !== 64 || !verify(publicKey, entry.signed, entry.sig)) {
    const why = `the author's signature under ${shown(author)} does not hold: the entry was changed, or somebody else wrote it`
    return [fails('author', 'author-signature-invalid', why, 'treat what it says as never said by that author')]
  }
  const whose =
    given === undefined ? 'which the entry itself registers' : `which was given as that of ${shown(given.name)}`
  return [holds('author', `the entry is signed with the key ${shown(author)}, ${whose}`)]
}

function authorIdOf(hash: Hash, publicKey: VerifierKey['publicKey']): string {
  return `key_${hexOf(hash(publicKey)).slice(0, 20)}`
}

/** The key that an entry registers, where it is the very one that signed it: how every log begins. */
function registeredBy({ body, author }: ReadEntry, hash: Hash): Uint8Array | null {
  const inner = body['body']
  if (body['type'] !== 'key' || !isObject(inner)) return null
  const bytes = decodeBase64Url(textIn(inner, ['key']) ?? '')
  return bytes?.length === 32 && authorIdOf(hash, bytes) === author ? bytes : null
}

function parsedOrNull(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

/** RFC 8785 text; null for half a character, and for what nests too deep to follow. */
function canonicalOrNull(value: Json): string | null {
  try {
    return canonical(value)
  } catch {
    return null
  }
}

function canonical(value: Json): string {
  if (typeof value === 'string') return texted(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('JSON holds no infinity')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`
  const object = value as JsonObject
  // By UTF-16 code units, as RFC 8785 has it and as JavaScript sorts.
  const members = Object.keys(object).toSorted()
  return `{${members.map((name) => `${texted(name)}:${canonical(object[name]!)}`).join(',')}}`
}

function texted(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half a character has no bytes')
  return JSON.stringify(text)
}
