// What makes a shape from outside unfit to decide anything by.
import type { Position } from './geometry.ts'
import { ringsFlaw } from './rings.ts'

/** More than this in one shape is no border anybody drew, and slow to check. */
const MOST_POSITIONS = 20_000
const MEMBERS = new Set(['type', 'coordinates', 'bbox'])

/** What is wrong with a GeoJSON geometry, as the end of a sentence, or null when it is sound. */
export function geometryFlaw(geometry: object): string | null {
  const foreign = Object.keys(geometry).find((key) => !MEMBERS.has(key))
  if (foreign !== undefined) return `has a member \`${foreign}\`, which a shape of RFC 7946 does not have`
  const coordinates: unknown = Object.hasOwn(geometry, 'coordinates') ? Reflect.get(geometry, 'coordinates') : undefined
  switch (Object.hasOwn(geometry, 'type') ? Reflect.get(geometry, 'type') : undefined) {
    case 'Point':
      if (!isPosition(coordinates)) return 'is a point that is not on the globe'
      return coordinates[0] === 0 && coordinates[1] === 0
        ? 'is a point at 0, 0, where coordinates end up that nobody filled in'
        : null
    case 'LineString':
      return lineFlaw(coordinates)
    case 'Polygon':
      return areaFlaw([coordinates])
    case 'MultiPolygon':
      return Array.isArray(coordinates) && coordinates.length > 0 ? areaFlaw(coordinates) : 'is an area without a ring'
    default:
      return 'is neither a Point, a LineString nor a Polygon'
  }
}

function lineFlaw(positions: unknown): string | null {
  if (!isPositions(positions)) return 'is a line with positions that are not on the globe'
  if (positions.length < 2) return 'is a line of fewer than 2 positions'
  if (positions.length > MOST_POSITIONS) return `has more than ${MOST_POSITIONS} positions`
  return repeats(positions) ? 'is a line that repeats a position' : null
}

function areaFlaw(polygons: readonly unknown[]): string | null {
  let positions = 0
  for (const rings of polygons) {
    if (!Array.isArray(rings) || rings.length === 0) return 'is an area without a ring'
    for (const ring of rings as unknown[]) {
      if (!Array.isArray(ring) || (positions += ring.length) > MOST_POSITIONS)
        return Array.isArray(ring) ? `has more than ${MOST_POSITIONS} positions` : 'is an area without a ring'
      if (!isPositions(ring)) return 'has a ring with positions that are not on the globe'
      if (ring.length < 4) return 'has a ring of fewer than 4 positions'
      const [first, last] = [ring[0]!, ring.at(-1)!]
      if (first[0] !== last[0] || first[1] !== last[1]) return 'has a ring that is not closed'
      if (repeats(ring)) return 'has a ring that repeats a position'
    }
    const wrong = ringsFlaw(rings as Position[][])
    if (wrong !== null) return wrong
  }
  return null
}

function repeats(positions: readonly Position[]): boolean {
  return positions.some(([x, y], at) => at > 0 && positions[at - 1]![0] === x && positions[at - 1]![1] === y)
}

function isPositions(value: unknown): value is Position[] {
  return Array.isArray(value) && value.every(isPosition)
}

/** Longitude, latitude and perhaps a height. */
function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) &&
    (value.length === 2 || value.length === 3) &&
    value.every((number) => typeof number === 'number' && Number.isFinite(number)) &&
    Math.abs(value[0]) <= 180 &&
    Math.abs(value[1]) <= 90
  )
}
