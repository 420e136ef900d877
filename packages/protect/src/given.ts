// Whether what somebody gave is what it should be: nothing that came over a wire is taken for its type.
import { isGeohash } from '@trucekeeper/geo'
import type { LonLat } from './entries.ts'
import { FINEST } from './regions.ts'

const MOST_LETTERS = 500

/** Whether it has these fields, each of them, and no other: what else somebody asks for is not passed over in silence. */
export function hasOnly(given: unknown, fields: readonly string[]): given is object {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false
  const keys = Object.keys(given)
  return keys.length === fields.length && fields.every((field) => keys.includes(field))
}

/** Small letters, digits and hyphens: names that look like others cannot be told apart by people. */
export function isName(text: unknown): text is string {
  return typeof text === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(text)
}

/** Whether people take one for the other: `party-a` and `party--a`, `org-1` and `org-l`, `rn` and `m`. */
export function looksLike(one: string, other: string): boolean {
  return seen(one) === seen(other)
}

function seen(name: string): string {
  return name.replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('rn', 'm').replaceAll('vv', 'w')
}

/** Words with at least three letters, and nothing that no screen shows. */
export function isSaid(text: unknown): text is string {
  if (typeof text !== 'string' || text.length > MOST_LETTERS) return false
  return !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= 3
}

/** An id as this service draws them; whether there is anything under it is another matter. */
export function isDrawn(text: unknown): text is string {
  return typeof text === 'string' && /^[a-z]{1,8}_[0-9a-f]{1,40}$/.test(text)
}

export function isPlace(place: unknown): place is LonLat {
  if (!Array.isArray(place) || place.length !== 2) return false
  const [lon, lat] = place as unknown[]
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
}

export function areCells(cells: unknown): cells is readonly string[] {
  const isCell = (cell: unknown) => typeof cell === 'string' && isGeohash(cell, FINEST)
  return Array.isArray(cells) && cells.length > 0 && cells.every(isCell)
}
