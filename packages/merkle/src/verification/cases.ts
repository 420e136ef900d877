// Files of cases, as test vectors of transparency logs are handed round: each case judged by whether the thing verifies.
import { hexOf, utf8 } from '../bytes.ts'
import { parseCheckpoint } from '../checkpoint.ts'
import { decodeDisclosure, disclosureDigest } from '../disclosure/disclosures.ts'
import { isObject, type Json, type JsonObject } from '../disclosure/json.ts'
import { refusedKey } from '../ed25519.ts'
import { shown } from '../result.ts'
import { leafHash } from '../tree.ts'
import { readEntry } from './entry.ts'
import { bytesIn, fieldIn, textIn, textsIn } from './fields.ts'
import { consistencyItem, inclusionItem, isConsistencyCase, isInclusionCase } from './proof-cases.ts'
import { disclosureItem } from './receipts.ts'
import { cosignatureItems, isCosignatureCase, isNoteCase, keyItem, noteItem } from './note-cases.ts'
import { fails, holds, type Examination, type Examined } from './types.ts'
import { entriesOf } from './wording.ts'

/** How deep lists of cases may lie inside one another. */
const DEEPEST = 4
const LEAF = ['leafUtf8', 'leafHex']
const HEAD_TEXT = ['textHex', 'checkpointHex', 'checkpointText']
const PUBLIC_KEY = ['publicKeyHex', 'pubkeyHex']

/** One item for each case in a JSON file, in its order. */
export function caseItems(json: Json, examination: Examination, depth = 0): readonly Examined[] {
  if (depth > DEEPEST || typeof json !== 'object' || json === null) return []
  if (!isObject(json)) return (json as readonly Json[]).flatMap((value) => caseItems(value, examination, depth + 1))
  const items = itemsOf(json, examination)
  const id = textIn(json, ['id', 'desc', 'name', 'description'])
  const named = id === null ? items : items.map((item) => ({ ...item, id: item.id ?? id }))
  const inner = Object.values(json).filter((value) => isObject(value) || isListOfObjects(value))
  // What a case holds besides its own fields is not looked into, unless it is a case of its own.
  const further = inner.flatMap((value) => caseItems(value, examination, depth + 1))
  return [...named, ...further]
}

function isListOfObjects(value: Json): boolean {
  return Array.isArray(value) && (value as readonly Json[]).some(isObject)
}

function itemsOf(value: JsonObject, examination: Examination): readonly Examined[] {
  const { hash } = examination
  if (isConsistencyCase(value)) return [consistencyItem(value, hash)]
  if (isInclusionCase(value)) return [inclusionItem(value, hash)]
  if (isNoteCase(value)) return [noteItem(value, examination)]
  if (isCosignatureCase(value)) return cosignatureItems(value, examination)
  if (fieldIn(value, HEAD_TEXT) !== undefined) return [headTextItem(value)]
  if (fieldIn(value, LEAF) !== undefined) return leafItems(value, examination)
  if (textIn(value, ['disclosure']) !== null) return [digestItem(value, examination)]
  if (textIn(value, ['vkey']) !== null) return [keyItem(value, examination)]
  if (fieldIn(value, PUBLIC_KEY) !== undefined) return [publicKeyItem(value)]
  return []
}

function headTextItem(value: JsonObject): Examined {
  const text = textIn(value, ['checkpointText'])
  const bytes = text === null ? bytesIn(fieldIn(value, HEAD_TEXT)) : utf8(text)
  const head = bytes === null ? null : parseCheckpoint(bytes)
  if (head === null)
    return fails('head text', 'malformed', 'the text of the head is no hex', 'write its bytes in lower-case hex')
  if (!head.ok) return fails('head text', head.reason, head.message, head.help)
  const { origin, size } = head.value
  return holds(
    'head text',
    `it has the form of a head of ${shown(origin)} with ${entriesOf(size)}; it bears no signature`,
  )
}

function leafItems(value: JsonObject, examination: Examination): readonly Examined[] {
  const text = textIn(value, ['leafUtf8'])
  const bytes = text === null ? bytesIn(fieldIn(value, LEAF)) : utf8(text)
  if (bytes === null)
    return [fails('leaf hash', 'malformed', 'the leaf is no hex', 'write its bytes in lower-case hex')]
  const expected = textIn(value, ['leafHashHex', 'leafHash', 'want'])
  const hashed = expected === null ? [] : [leafHashItem(hexOf(leafHash(examination.hash, bytes)), expected)]
  const disclosures = textsIn(value['disclosures'])
  if (disclosures === null) return hashed
  const entry = readEntry(bytes)
  if (entry !== null) return [...hashed, disclosureItem(entry, disclosures, examination)]
  const why = 'the leaf is no entry in its canonical form, so nothing can be disclosed of it'
  return [...hashed, fails('entry', 'malformed', why, 'get the entry again, byte for byte')]
}

function leafHashItem(digest: string, expected: string): Examined {
  if (expected === digest) return holds('leaf hash', `the leaf hash of the entry is \`${digest}\``)
  const why = `the leaf hash of the entry is \`${digest}\`, not ${shown(expected)}`
  return fails('leaf hash', 'leaf-hash-differs', why, 'the entry was changed, or the hash is of another')
}

function digestItem(value: JsonObject, { hash }: Examination): Examined {
  const disclosure = textIn(value, ['disclosure'])!
  if (decodeDisclosure(disclosure) === null) {
    const why = `${shown(disclosure)} is no disclosure`
    return fails('disclosure', 'disclosure-malformed', why, 'a disclosure is base64url of `[salt, name, value]`')
  }
  const digest = disclosureDigest(hash, disclosure)
  const expected = textIn(value, ['digest'])
  if (expected === null || expected === digest)
    return holds('disclosure', `the digest of the disclosure is ${shown(digest)}`)
  const why = `the digest of the disclosure is ${shown(digest)}, not ${shown(expected)}`
  return fails('disclosure', 'digest-differs', why, 'the disclosure was changed, or the digest is of another')
}

function publicKeyItem(value: JsonObject): Examined {
  const bytes = bytesIn(fieldIn(value, PUBLIC_KEY))
  const weakness = bytes === null ? 'is no hex' : refusedKey(bytes)
  if (weakness === null) return holds('key', 'the key is a point of the group that honest keys are in')
  return fails('key', 'key-weak', `the key ${weakness}`, 'ask its holder for another key')
}
