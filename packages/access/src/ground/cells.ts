// Fixed cells of a grid: geohash, the only shape in which anybody asks about protected objects.
import type { LonLat } from './records.ts'

const DIGITS = '0123456789bcdefghjkmnpqrstuvwxyz'
const BITS = 5

/** The geohash cell of a place, of some length; each further digit parts a cell in 32. */
export function cellOf([lon, lat]: LonLat, length: number): string {
  const ranges: [[number, number], [number, number]] = [
    [-180, 180],
    [-90, 90],
  ]
  let cell = ''
  for (let digit = 0; digit < length; digit += 1) {
    let value = 0
    for (let bit = 0; bit < BITS; bit += 1) {
      const axis = (digit * BITS + bit) % 2
      const range = ranges[axis as 0 | 1]
      const middle = (range[0] + range[1]) / 2
      const upper = (axis === 0 ? lon : lat) >= middle
      range[upper ? 0 : 1] = middle
      value = value * 2 + (upper ? 1 : 0)
    }
    cell += DIGITS[value]
  }
  return cell
}

export function isCell(text: string, length: number): boolean {
  return text.length === length && [...text].every((digit) => DIGITS.includes(digit))
}

/** The cell that holds it, 32 times as large; of the largest, the whole earth: the empty name. */
export function cellAround(cell: string): string {
  return cell.slice(0, -1)
}
