// Fixed cells of a grid (geohash, Niemeyer 2008): a place told no more exactly than its reader may have it.
import type { Position } from './geometry.ts'

const DIGITS = '0123456789bcdefghjkmnpqrstuvwxyz'
const BITS = 5

type Box = readonly [west: number, south: number, east: number, north: number]

/** The cell of a position, of some length; each further digit parts a cell in 32. */
export function geohash(position: Position, length: number): string {
  const ranges = wholeEarth()
  let cell = ''
  for (let digit = 0; digit < length; digit += 1) {
    let value = 0
    for (let bit = 0; bit < BITS; bit += 1) {
      const axis = axisOf(digit, bit)
      const range = ranges[axis]
      const middle = (range[0] + range[1]) / 2
      const upper = position[axis] >= middle
      range[upper ? 0 : 1] = middle
      value = value * 2 + (upper ? 1 : 0)
    }
    cell += DIGITS[value]
  }
  return cell
}

export function isGeohash(text: string, length: number): boolean {
  return text.length === length && [...text].every((digit) => DIGITS.includes(digit))
}

/** The edges of a cell in degrees; null where the text names none. */
export function geohashBox(cell: string): Box | null {
  if (cell === '' || !isGeohash(cell, cell.length)) return null
  const ranges = wholeEarth()
  for (const [digit, letter] of [...cell].entries()) {
    const value = DIGITS.indexOf(letter)
    for (let bit = 0; bit < BITS; bit += 1) {
      const range = ranges[axisOf(digit, bit)]
      range[(value >> (BITS - 1 - bit)) & 1 ? 0 : 1] = (range[0] + range[1]) / 2
    }
  }
  const [[west, east], [south, north]] = ranges
  return [west, south, east, north]
}

/** The cell that holds it, 32 times as large; of the largest, the whole earth: the empty name. */
export function geohashAround(cell: string): string {
  return cell.slice(0, -1)
}

function wholeEarth(): [longitudes: [number, number], latitudes: [number, number]] {
  return [
    [-180, 180],
    [-90, 90],
  ]
}

/** Bits part longitude and latitude in turn. */
function axisOf(digit: number, bit: number): 0 | 1 {
  return ((digit * BITS + bit) % 2) as 0 | 1
}
