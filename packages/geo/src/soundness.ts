// What makes a shape from outside unfit to decide anything by.
import type { Position } from './geometry.ts'
import { ringsFault, type Fault } from './rings.ts'

/** More than this in one shape is no border anybody drew, and slow to check. */
const MOST_POSITIONS = 20_000
const MEMBERS = new Set(['type', 'coordinates', 'bbox'])

/** What is wrong with a GeoJSON geometry, as the end of a sentence, or null when it is sound. */
export function geometryFlaw(geometry: object): string | null {
  return geometryFault(geometry)?.says ?? null
}

/** The first thing that is wrong with a GeoJSON geometry and where in it, or null when it is sound. */
export function geometryFault(geometry: object): Fault | null {
  const foreign = Object.keys(geometry).find((key) => !MEMBERS.has(key))
  if (foreign !== undefined)
    return { says: `has a member \`${foreign}\`, which a shape of RFC 7946 does not have`, at: [foreign] }
  const coordinates: unknown = Object.hasOwn(geometry, 'coordinates') ? Reflect.get(geometry, 'coordinates') : undefined
  switch (Object.hasOwn(geometry, 'type') ? Reflect.get(geometry, 'type') : undefined) {
    case 'Point':
      return within(pointFault(coordinates), 'coordinates')
    case 'LineString':
      return within(lineFault(coordinates), 'coordinates')
    case 'Polygon':
      return within(polygonFault(coordinates), 'coordinates')
    case 'MultiPolygon':
      return within(polygonsFault(coordinates), 'coordinates')
    default:
      return { says: 'is neither a Point, a LineString nor a Polygon', at: ['type'] }
  }
}

/** The same fault, seen from one level farther out. */
export function within(fault: Fault | null, step: string | number): Fault | null {
  return fault && { says: fault.says, at: [step, ...fault.at] }
}

/** What is wrong with the positions of a line, or null. */
export function lineFault(positions: unknown): Fault | null {
  const off = offGlobe(positions)
  if (!Array.isArray(positions) || off !== -1)
    return { says: 'is a line with positions that are not on the globe', at: off === -1 ? [] : [off] }
  if (positions.length < 2) return { says: 'is a line of fewer than 2 positions', at: [] }
  if (positions.length > MOST_POSITIONS) return tooMany
  const again = repeated(positions)
  return again === -1 ? null : { says: 'is a line that repeats a position', at: [again] }
}

const tooMany: Fault = { says: `has more than ${MOST_POSITIONS} positions`, at: [] }

function pointFault(position: unknown): Fault | null {
  if (!isPosition(position)) return { says: 'is a point that is not on the globe', at: [] }
  return position[0] === 0 && position[1] === 0
    ? { says: 'is a point at 0, 0, where coordinates end up that nobody filled in', at: [] }
    : null
}

function polygonsFault(polygons: unknown): Fault | null {
  if (!Array.isArray(polygons) || polygons.length === 0) return { says: 'is an area without a ring', at: [] }
  if (countOf(polygons) > MOST_POSITIONS) return tooMany
  for (const [at, rings] of polygons.entries()) {
    const fault = polygonFault(rings)
    if (fault) return within(fault, at)
  }
  return null
}

function polygonFault(rings: unknown): Fault | null {
  if (!Array.isArray(rings) || rings.length === 0) return { says: 'is an area without a ring', at: [] }
  if (countOf([rings]) > MOST_POSITIONS) return tooMany
  for (const [at, ring] of rings.entries()) {
    const fault = ringFault(ring)
    if (fault) return within(fault, at)
  }
  return ringsFault(rings as Position[][])
}

function ringFault(ring: unknown): Fault | null {
  if (!Array.isArray(ring)) return { says: 'is an area without a ring', at: [] }
  const off = offGlobe(ring)
  if (off !== -1) return { says: 'has a ring with positions that are not on the globe', at: [off] }
  if (ring.length < 4) return { says: 'has a ring of fewer than 4 positions', at: [] }
  const [first, last] = [ring[0] as Position, ring.at(-1) as Position]
  if (first[0] !== last[0] || first[1] !== last[1])
    return { says: 'has a ring that is not closed', at: [ring.length - 1] }
  const again = repeated(ring)
  return again === -1 ? null : { says: 'has a ring that repeats a position', at: [again] }
}

function countOf(polygons: readonly unknown[]): number {
  const rings = polygons.filter((polygon) => Array.isArray(polygon)).flat()
  return rings.reduce((sum: number, ring) => sum + (Array.isArray(ring) ? ring.length : 1), 0)
}

/** The number of the first position that is the one before once more, or -1. */
function repeated(positions: readonly Position[]): number {
  return positions.findIndex(([x, y], at) => at > 0 && positions[at - 1]![0] === x && positions[at - 1]![1] === y)
}

/** The number of the first that is no position, or -1. */
function offGlobe(value: unknown): number {
  return Array.isArray(value) ? value.findIndex((position) => !isPosition(position)) : -1
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
