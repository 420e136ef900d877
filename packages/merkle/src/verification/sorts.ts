// What kind of file somebody handed over, told from its content alone: names are changed too easily.
import { isObject, strictJson, type Json } from '../disclosure/json.ts'
import { decodeDisclosure } from '../disclosure/disclosures.ts'
import { textsIn } from './fields.ts'

/** More than any receipt, note or file of cases. */
const MOST_BYTES = 64_000_000

export type FileSort =
  | { readonly sort: 'receipt' | 'note' | 'entry' | 'policy' | 'unknown' }
  | { readonly sort: 'keys'; readonly keys: readonly string[] }
  | { readonly sort: 'disclosures'; readonly disclosures: readonly string[] }
  | { readonly sort: 'json'; readonly json: Json }

/** Sorts a file. What is damaged may still be sorted as what it was, so that it can be said what is wrong with it. */
export function sortOf(bytes: Uint8Array): FileSort {
  if (bytes.length > MOST_BYTES) return { sort: 'unknown' }
  const text = new TextDecoder().decode(bytes)
  if (text.startsWith('c2sp.org/tlog-proof@')) return { sort: 'receipt' }
  if (/^[[{\s]/.test(text)) {
    const json = strictJson(text)
    if (json !== null) return sortOfJson(json.value)
  }
  if (text.includes('\n\n') && text.includes('— ')) return { sort: 'note' }
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.some((line) => /^(?:log|witness|group|quorum)[ \t]/.test(line))) return { sort: 'policy' }
  const keys = lines.map((line) => line.trim())
  if (keys.length > 0 && keys.every((line) => /^[^+\s]+\+[0-9a-f]{8}\+\S+$/.test(line))) return { sort: 'keys', keys }
  const disclosures = text.split(/[\s~]+/).filter((part) => part !== '')
  if (disclosures.length > 0 && disclosures.every((part) => decodeDisclosure(part) !== null)) {
    return { sort: 'disclosures', disclosures }
  }
  return { sort: 'unknown' }
}

function sortOfJson(json: Json): FileSort {
  if (isObject(json) && typeof json['sig'] === 'string' && isObject(json['body'])) {
    return { sort: 'entry' }
  }
  const listed = isObject(json) && !Object.hasOwn(json, 'leafUtf8') ? json['disclosures'] : json
  const disclosures = textsIn(listed)
  if (disclosures !== null && disclosures.length > 0) return { sort: 'disclosures', disclosures }
  return { sort: 'json', json }
}
