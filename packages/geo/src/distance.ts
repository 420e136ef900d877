// Distances in metres on the WGS 84 ellipsoid.
import geodesic from 'geographiclib-geodesic'
import type { Position } from './geometry.ts'

const WGS84 = geodesic.Geodesic.WGS84
const DEGREE = Math.PI / 180
const ROUNDS = 4
/** A flat estimate is never wrong by this factor, so a segment that much farther than the best is passed over. */
const SLACK = 2

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

/**
 * Distance from a point to a line of at least two positions, in metres, with the nearest point of the line. Between two
 * positions a line runs straight in longitude and latitude, as RFC 7946 says, and never across the 180th meridian.
 */
export function distanceToLine(point: Position, line: readonly Position[]): LineDistance {
  let best: LineDistance | null = null
  for (let segment = 0; segment + 1 < line.length; segment += 1) {
    const [a, b] = [line[segment]!, line[segment + 1]!]
    const flat = flatFoot(point, a, b)
    if (best && flat.metres > best.metres * SLACK) continue
    const nearest = along(a, b, trueFoot(point, a, b, flat.share))
    const metres = metresBetween(point, nearest)
    if (!best || metres < best.metres) best = { metres, nearest, segment }
  }
  if (!best) throw new TypeError(`a line needs at least 2 positions, this one has ${line.length}`)
  return best
}

function along(a: Position, b: Position, share: number): Position {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

/** Where the perpendicular meets the segment on a plane with the radii of the point's latitude. */
function flatFoot(point: Position, a: Position, b: Position): { share: number; metres: number } {
  const [ky, kx] = metresPerDegree(point[1])
  const px = turn(a[0] - point[0]) * kx
  const py = (a[1] - point[1]) * ky
  const dx = (b[0] - a[0]) * kx
  const dy = (b[1] - a[1]) * ky
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : clamped(-(px * dx + py * dy) / length)
  return { share, metres: Math.hypot(px + dx * share, py + dy * share) }
}

/** Moves the foot along the segment until the geodesic to the point stands upright on it. */
function trueFoot(point: Position, a: Position, b: Position, from: number): number {
  let share = from
  for (let round = 0; round < ROUNDS; round += 1) {
    const [lon, lat] = along(a, b, share)
    const [ky, kx] = metresPerDegree(lat)
    const dx = (b[0] - a[0]) * kx
    const dy = (b[1] - a[1]) * ky
    const length = dx * dx + dy * dy
    if (length === 0) return share
    const { s12, azi1 } = WGS84.Inverse(lat, lon, point[1], point[0])
    const moved = clamped(share + (s12! * (Math.sin(azi1! * DEGREE) * dx + Math.cos(azi1! * DEGREE) * dy)) / length)
    if (moved === share) return share
    share = moved
  }
  return share
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share))
}

/** A difference of longitudes by the shorter way round, in [-180, 180). */
export function turn(degrees: number): number {
  return degrees - 360 * Math.floor((degrees + 180) / 360)
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
