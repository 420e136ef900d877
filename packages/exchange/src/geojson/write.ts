// Records as GeoJSON (RFC 7946): a shape for whoever draws a map, and every field as it was recorded beside it.
import { geohashBox } from '@trucekeeper/access'
import type { Written } from '../flaw.ts'
import { CELL_FIELD, columnOf, type Row, type Table } from '../table.ts'
import { unwritable } from '../unwritable.ts'

export type Shape =
  | { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] }

interface Feature {
  readonly type: 'Feature'
  readonly geometry: Shape | null
  readonly properties: Row
}

/** No position is known to the millimetre: seven decimals are a centimetre. */
const MOST_DECIMALS = 7
const METRES_PER_DEGREE = 111_320
/** Metres about a place by UCDP's codes: 25 km, a district, a governorate, a region; a country has no position. */
const RADIUS_OF_PRECISION: Readonly<Record<string, number>> = { 2: 25_000, 3: 25_000, 4: 100_000, 5: 100_000 }
const NO_POSITION = new Set<unknown>(['6', '7'])

/**
 * A FeatureCollection in RFC 7946: WGS 84 without a `crs`, outer rings against the clock, a `bbox` from west and south to
 * east and north. Shapes are rounded to what is known of the place; the properties hold the digits that were recorded.
 */
export function writeGeoJson(table: Table, rows: readonly Row[]): Written<string> {
  const flaws = unwritable(table, rows)
  if (flaws.length > 0) return { ok: false, flaws }
  const features = rows.map((row): Feature => ({ type: 'Feature', geometry: shapeOf(table, row), properties: row }))
  const bbox = boxOf(features.flatMap(({ geometry }) => (geometry ? corners(geometry) : [])))
  const text = features.map((feature) => JSON.stringify(feature))
  const head = `{"type":"FeatureCollection",${bbox ? `"bbox":${JSON.stringify(bbox)},` : ''}"features":[`
  return { ok: true, content: `${head}${text.length > 0 ? `\n${text.join(',\n')}\n` : ''}]}\n` }
}

/** The shape of a record: a point rounded to what is known of it, the cell where its position is kept back, or none. */
export function shapeOf(table: Table, row: Row): Shape | null {
  const [east, north] = [columnOf(table, 'longitude'), columnOf(table, 'latitude')]
  const cell = row[CELL_FIELD]
  if (typeof cell === 'string' && table.columns.some(({ name }) => name === CELL_FIELD)) {
    const box = geohashBox(cell)
    return box ? { type: 'Polygon', coordinates: [ringOf(box)] } : null
  }
  if (!east || !north || NO_POSITION.has(row.where_prec)) return null
  const [longitude, latitude] = [row[east.name], row[north.name]]
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null
  const decimals = decimalsOf(radiusOf(table, row))
  return { type: 'Point', coordinates: [rounded(longitude, decimals), rounded(latitude, decimals)] }
}

function radiusOf({ radius }: Table, row: Row): number {
  const given = radius === undefined ? null : row[radius]
  if (typeof given === 'number' && given > 0) return given
  return RADIUS_OF_PRECISION[String(row.where_prec ?? '')] ?? 0
}

/** As many as keep the rounding within the radius. */
function decimalsOf(radius: number): number {
  if (radius <= 0) return MOST_DECIMALS
  return Math.min(MOST_DECIMALS, Math.max(0, Math.ceil(-Math.log10((2 * radius) / METRES_PER_DEGREE))))
}

function rounded(degrees: number, decimals: number): number {
  const value = Number(degrees.toFixed(decimals))
  return Object.is(value, -0) ? 0 : value
}

/** The corners against the clock, as the right-hand rule has it for outer rings. */
function ringOf([west, south, east, north]: readonly [number, number, number, number]): [number, number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

function corners({ type, coordinates }: Shape): readonly (readonly [number, number])[] {
  return type === 'Point' ? [coordinates] : coordinates[0]!
}

/** West, south, east, north; west is above east where the box that holds all of them crosses the antimeridian. */
function boxOf(positions: readonly (readonly [number, number])[]): [number, number, number, number] | null {
  if (positions.length === 0) return null
  const longitudes = [...new Set(positions.map(([longitude]) => longitude))].toSorted((a, b) => a - b)
  const latitudes = positions.map(([, latitude]) => latitude).toSorted((a, b) => a - b)
  // The widest stretch of the globe with nothing in it lies outside the box; at first the one over the antimeridian.
  let [west, east] = [longitudes[0]!, longitudes.at(-1)!]
  let widest = 360 - (east - west)
  for (const [index, longitude] of longitudes.slice(1).entries()) {
    const gap = longitude - longitudes[index]!
    if (gap > widest) [west, east, widest] = [longitude, longitudes[index]!, gap]
  }
  return [west, latitudes[0]!, east, latitudes.at(-1)!]
}
