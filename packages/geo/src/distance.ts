// Distances in metres on the WGS 84 ellipsoid.
import geodesic from 'geographiclib-geodesic'
import type { Position } from './geometry.ts'

const WGS84 = geodesic.Geodesic.WGS84
const DEGREE = Math.PI / 180
const REFINEMENTS = 3

/** Metres between two points along the geodesic (Karney 2013, as GeographicLib computes it). */
export function metresBetween([lonA, latA]: Position, [lonB, latB]: Position): number {
  return WGS84.Inverse(latA, lonA, latB, lonB, geodesic.Geodesic.DISTANCE).s12!
}

export interface LineDistance {
  readonly metres: number
  /** The point of the line nearest to the one asked about. */
  readonly nearest: Position
  /** Index of the segment it lies on. */
  readonly segment: number
}

/** Distance from a point to a line of at least two positions, in metres, with the nearest point of the line. */
export function distanceToLine(point: Position, line: readonly Position[]): LineDistance {
  let best: LineDistance | null = null
  for (let segment = 0; segment + 1 < line.length; segment += 1) {
    const nearest = nearestOnSegment(point, line[segment]!, line[segment + 1]!)
    const metres = metresBetween(point, nearest)
    if (!best || metres < best.metres) best = { metres, nearest, segment }
  }
  if (!best) throw new TypeError(`a line needs at least 2 positions, this one has ${line.length}`)
  return best
}

/**
 * The foot of the perpendicular, found on a plane through the current foot with that latitude's own radii and then
 * moved there again: after a few rounds the plane touches the ellipsoid where it matters.
 */
function nearestOnSegment(point: Position, a: Position, b: Position): Position {
  let foot: Position = point
  for (let round = 0; round < REFINEMENTS; round += 1) {
    const [ky, kx] = metresPerDegree(foot[1])
    const px = (a[0] - point[0]) * kx
    const py = (a[1] - point[1]) * ky
    const dx = (b[0] - a[0]) * kx
    const dy = (b[1] - a[1]) * ky
    const length = dx * dx + dy * dy
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(px * dx + py * dy) / length))
    foot = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
  }
  return foot
}

/** Metres in a degree of latitude and of longitude at a latitude: the meridional and the prime-vertical radius. */
function metresPerDegree(latitude: number): readonly [number, number] {
  const e2 = WGS84.f * (2 - WGS84.f)
  const sine = Math.sin(latitude * DEGREE)
  const root = 1 - e2 * sine * sine
  const meridional = (WGS84.a * (1 - e2)) / (root * Math.sqrt(root))
  const primeVertical = WGS84.a / Math.sqrt(root)
  return [meridional * DEGREE, primeVertical * Math.cos(latitude * DEGREE) * DEGREE]
}
