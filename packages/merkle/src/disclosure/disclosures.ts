// One disclosure (RFC 9901 section 4.2): a salted field in base64url, and the digest that stands for it.
import { decodeBase64Url, encodeBase64Url } from '../base64.ts'
import { utf8, utf8Text } from '../bytes.ts'
import type { Hash } from '../tree.ts'
import { isTooDeep, strictJson, type Json } from './json.ts'

/** A field of an object, or an element of an array, with the salt that keeps its digest from being guessed. */
export interface Disclosure {
  readonly salt: string
  /** Null for an element of an array. */
  readonly name: string | null
  readonly value: Json
}

/** Of one disclosure as text: more than an entry can hold. */
const LONGEST = 200_000

/** base64url of the JSON `[salt, name, value]`, or `[salt, value]` for an element. */
export function encodeDisclosure({ salt, name, value }: Disclosure): string {
  if (isTooDeep(value)) throw new RangeError('a disclosed value nests deeper than a verifier will follow')
  return encodeBase64Url(utf8(JSON.stringify(name === null ? [salt, value] : [salt, name, value])))
}

/** Reads a disclosure, however its JSON is spaced and escaped; null when it is none. */
export function decodeDisclosure(disclosure: string): Disclosure | null {
  if (disclosure.length > LONGEST) return null
  const bytes = decodeBase64Url(disclosure)
  const text = bytes === null ? null : utf8Text(bytes)
  const json = text === null ? null : strictJson(text)
  if (json === null || !Array.isArray(json.value)) return null
  const parts: readonly Json[] = json.value
  const [salt, second, third] = parts
  if (typeof salt !== 'string' || second === undefined) return null
  if (parts.length === 2) return { salt, name: null, value: second }
  if (parts.length === 3 && typeof second === 'string' && third !== undefined)
    return { salt, name: second, value: third }
  return null
}

/** base64url of the hash over the disclosure's own characters: another spelling is another digest. */
export function disclosureDigest(hash: Hash, disclosure: string): string {
  return encodeBase64Url(hash(utf8(disclosure)))
}
