// A position as fields of falling precision, so that each can be disclosed without the next.
import { isFields } from './form.ts'
import { formed, unformed, type Formed } from './refusal.ts'

export interface PositionFields {
  /** Geohash of 4 characters: about 39 km by 20 km, for the public. */
  readonly cell4: string
  /** Geohash of 5 characters: about 5 km by 5 km, for the parties. */
  readonly cell5: string
  /** Latitude and longitude in millionths of a degree, whole numbers as text. */
  readonly exact: readonly [lat: string, lon: string]
}

export interface Point {
  /** Degrees east. */
  readonly lon: number
  /** Degrees north. */
  readonly lat: number
}

/** The names under which the parts of a position are withheld, after the name of the field: `body.point.cell4`. */
export const POSITION_PARTS = ['cell4', 'cell5', 'exact'] as const

const DIGITS = '0123456789bcdefghjkmnpqrstuvwxyz'
const MICRO = 1_000_000

/** An object that is nothing but a longitude and a latitude. */
export function isPoint(value: unknown): value is Point {
  return isFields(value) && Object.keys(value).length === 2 && isNumber(value.lon) && isNumber(value.lat)
}

/**
 * The position in three precisions. Takes degrees on WGS84 with at most six decimals (a tenth of a metre): finer ones
 * would not come back as they were.
 */
export function positionFields(lon: number, lat: number): Formed<PositionFields> {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
    return unformed(
      'position-malformed',
      `\`${lon}, ${lat}\` is no longitude and latitude`,
      'give degrees east from -180 to 180, then degrees north from -90 to 90',
    )
  const micro = [Math.round(lat * MICRO), Math.round(lon * MICRO)] as const
  if (micro[0] / MICRO !== lat || micro[1] / MICRO !== lon)
    return unformed(
      'position-malformed',
      `\`${lon}, ${lat}\` is finer than a millionth of a degree`,
      'round it to six decimals, which is a tenth of a metre',
    )
  return formed({
    cell4: geohash(lon, lat, 4),
    cell5: geohash(lon, lat, 5),
    // Adding zero keeps -0 from being written.
    exact: [String(micro[0] + 0), String(micro[1] + 0)],
  })
}

/** What was disclosed of a position: the point where the exact part was, otherwise the parts; null where they disagree. */
export function positionFrom(parts: Partial<Record<string, unknown>>): Point | Partial<PositionFields> | null {
  const { cell4, cell5, exact } = parts
  if (!isCell(cell4, 4) || !isCell(cell5, 5)) return null
  if (cell4 !== undefined && cell5 !== undefined && !cell5.startsWith(cell4)) return null
  if (exact === undefined)
    return { ...(cell4 === undefined ? {} : { cell4 }), ...(cell5 === undefined ? {} : { cell5 }) }
  if (!Array.isArray(exact) || exact.length !== 2 || !exact.every(isWhole)) return null
  const point = { lon: Number(exact[1]) / MICRO, lat: Number(exact[0]) / MICRO }
  const fields = positionFields(point.lon, point.lat)
  if (!fields.ok) return null
  const sameCells =
    (cell4 === undefined || cell4 === fields.value.cell4) && (cell5 === undefined || cell5 === fields.value.cell5)
  return sameCells ? point : null
}

/** The geohash cell of a point: bits of longitude and latitude in turn, five to a character. */
export function geohash(lon: number, lat: number, length: number): string {
  const ranges = [
    { at: lon, low: -180, high: 180 },
    { at: lat, low: -90, high: 90 },
  ]
  let cell = ''
  for (let bit = 0, digit = 0; cell.length < length; bit++) {
    const range = ranges[bit % 2]!
    const middle = (range.low + range.high) / 2
    const upper = range.at >= middle
    if (upper) range.low = middle
    else range.high = middle
    digit = digit * 2 + Number(upper)
    if (bit % 5 < 4) continue
    cell += DIGITS[digit]!
    digit = 0
  }
  return cell
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function isCell(value: unknown, length: number): value is string | undefined {
  if (value === undefined) return true
  return typeof value === 'string' && value.length === length && [...value].every((digit) => DIGITS.includes(digit))
}

function isWhole(value: unknown): value is string {
  return typeof value === 'string' && /^(0|-?[1-9]\d{0,8})$/.test(value)
}
