// Fixed cells of a grid (geohash): the only shape in which the place of something protected leaves the desk that owns it.

/** The column that holds a cell, in tables that have one. */
export const CELL_FIELD = 'cell'

const DIGITS = '0123456789bcdefghjkmnpqrstuvwxyz'
const BITS = 5

/** West, south, east, north of a cell; null where the text names none. */
export function cellBox(cell: string): readonly [west: number, south: number, east: number, north: number] | null {
  if (cell === '') return null
  const ranges: [[number, number], [number, number]] = [
    [-180, 180],
    [-90, 90],
  ]
  for (const [digit, letter] of [...cell].entries()) {
    const value = DIGITS.indexOf(letter)
    if (value === -1) return null
    for (let bit = 0; bit < BITS; bit += 1) {
      const range = ranges[((digit * BITS + bit) % 2) as 0 | 1]
      range[(value >> (BITS - 1 - bit)) & 1 ? 0 : 1] = (range[0] + range[1]) / 2
    }
  }
  const [[west, east], [south, north]] = ranges
  return [west, south, east, north]
}
