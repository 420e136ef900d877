// Fields of JSON files that others wrote: whole numbers and bytes under any of their usual names, or null.
import { decodeBase64 } from '../base64.ts'
import { decimal } from '../decimal.ts'
import { isObject, type Json, type JsonObject } from '../disclosure/json.ts'

/** The first of these fields that is there. */
export function fieldIn(object: JsonObject, names: readonly string[]): Json | undefined {
  const name = names.find((name) => Object.hasOwn(object, name))
  return name === undefined ? undefined : object[name]
}

/** A whole number below 2^64, as decimal text or as a number that JSON holds exactly. */
export function numberIn(object: JsonObject, names: readonly string[]): bigint | null {
  const value = fieldIn(object, names)
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null
  return typeof value === 'string' ? decimal(value) : null
}

export function textIn(object: JsonObject, names: readonly string[]): string | null {
  const value = fieldIn(object, names)
  return typeof value === 'string' ? value : null
}

/** Bytes in lower-case hex, or in base64 where they are no hex. */
export function bytesIn(value: Json | undefined): Uint8Array | null {
  if (typeof value !== 'string') return null
  if (/^(?:[0-9a-f]{2})*$/.test(value)) {
    return Uint8Array.from({ length: value.length / 2 }, (_, at) =>
      Number.parseInt(value.slice(2 * at, 2 * at + 2), 16),
    )
  }
  return decodeBase64(value)
}

/** A list of hashes; null stands for none, and anything else is no proof. */
export function hashesIn(value: Json | undefined): readonly Uint8Array[] | null {
  if (value === null) return []
  if (!Array.isArray(value)) return null
  const hashes = (value as readonly Json[]).map(bytesIn)
  return hashes.every((bytes) => bytes !== null) ? hashes : null
}

export function textsIn(value: Json | undefined): readonly string[] | null {
  if (!Array.isArray(value)) return null
  const texts: readonly Json[] = value
  return texts.every((text) => typeof text === 'string') ? texts : null
}

export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter((member) => isObject(member)) : []
}
