// JSON that two readers cannot take differently: no member named twice, no endless nesting, no infinity.

/** A value as JSON holds it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

/** Objects and arrays inside one another. Nothing that is signed or disclosed goes deeper. */
export const DEEPEST = 64

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value, or null when `text` is not JSON, names a member twice, or nests deeper than 64. */
export function strictJson(text: string): { readonly value: Json } | null {
  try {
    const value: Json = JSON.parse(text)
    // Structure next: it bounds the depth, on which everything that walks the value relies.
    return isUnambiguous(text) && isFiniteThroughout(value) ? { value } : null
  } catch {
    return null
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs

/** Whether no object of a JSON text names a member twice, and the depth is bounded. Of other text it says nothing useful. */
function isUnambiguous(text: string): boolean {
  const open: (Set<string> | null)[] = []
  let last = ''
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const names = open.at(-1)
      // Two spellings of one name (`a` and `\u0061`) are one name.
      const name: unknown = JSON.parse(last)
      if (!names || typeof name !== 'string' || names.has(name)) return false
      names.add(name)
    }
    if (open.length > DEEPEST) return false
    last = token
  }
  return true
}

function isFiniteThroughout(value: Json): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isFiniteThroughout)
}

/** How many objects and arrays are inside one another, counted up to one more than is allowed. */
export function isTooDeep(value: Json, allowed: number = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false
  return allowed === 0 || Object.values(value).some((inner) => isTooDeep(inner, allowed - 1))
}
