// The fixed cells of an area as they lie on the ground: rows from north to south, each from west to east.
import type { AgreementPlaces } from '@trucekeeper/api'
import { geohash, geohashBox, isGeohash } from '@trucekeeper/geo'

const DIGITS = [...'0123456789bcdefghjkmnpqrstuvwxyz']

/** The 32 cells that an area is parted into. */
export function rowsOf(area: string): readonly (readonly string[])[] {
  const placed = DIGITS.map((digit) => ({ cell: area + digit, box: geohashBox(area + digit)! }))
  const rows = Map.groupBy(placed, ({ box: [, south] }) => south)
  return [...rows]
    .toSorted(([a], [b]) => b - a)
    .map(([, row]) => row.toSorted((a, b) => a.box[0] - b.box[0]).map(({ cell }) => cell))
}

/** The area of the same size beside one, so many areas to the east and to the north; itself at the edge of the grid. */
export function beside(area: string, east: number, north: number): string {
  const box = geohashBox(area)
  if (!box) return area
  const [w, s, e, n] = box
  const [lon, lat] = [(w + e) / 2 + east * (e - w), (s + n) / 2 + north * (n - s)]
  return Math.abs(lat) > 90 ? area : geohash([((lon + 540) % 360) - 180, lat], area.length)
}

export const isArea = (text: string, length: number): boolean => isGeohash(text, length)

/** Areas in which something of the agreement lies, by the names it gives, each area once. */
export function areasOf(
  places: AgreementPlaces,
  length: number,
): readonly { readonly name: string; readonly area: string }[] {
  const found = new Map<string, string>()
  for (const { name, geometry } of Object.values(places).flat()) {
    const at = somewhereIn(geometry)
    const area = at && geohash(at, length)
    if (area && !found.has(area)) found.set(area, name)
  }
  return [...found].map(([area, name]) => ({ name, area }))
}

/** The first position of a geometry of whatever type. */
function somewhereIn(value: unknown): readonly [number, number] | null {
  if (Array.isArray(value)) {
    const [lon, lat] = value as unknown[]
    if (value.length >= 2 && typeof lon === 'number' && typeof lat === 'number') return [lon, lat]
  }
  if (typeof value !== 'object' || value === null) return null
  for (const part of Object.values(value)) {
    const found = somewhereIn(part)
    if (found) return found
  }
  return null
}
