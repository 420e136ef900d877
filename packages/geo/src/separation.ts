// How far a point lies from a line, on which side of it, and how far along.
import geodesic from 'geographiclib-geodesic'
import { DEGREE, inSpace, times, WGS84, type Vector } from './ellipsoid.ts'
import type { Position } from './geometry.ts'
import { headingOf, leftOf, type Line, type Segment } from './line.ts'
import { PieceFinder } from './nearest-piece.ts'

const { Geodesic } = geodesic

/** Of somebody who walks the line; `on` it; or null where nobody can tell: dead ahead of an end, or where it turns back. */
export type Side = 'left' | 'right' | 'on' | null

export interface Separation {
  readonly metres: number
  readonly side: Side
  /** The point of the line nearest to the one asked about. */
  readonly nearest: Position
  /** Degrees clockwise from north in which the point lies, seen from `nearest`; null on the line. */
  readonly bearing: number | null
  /** Metres from the beginning of the part to `nearest`. */
  readonly along: number
  /** Which part of the line, and which segment of it. */
  readonly part: number
  readonly segment: number
}

/** Nearer than this to a line, or to its straight continuation, a point has no side. */
export const NO_SIDE = 0.001
const ROUNDS = 20
/** Metres along the line that change the distance by less than a millionth of a metre. */
const CLOSE_ENOUGH = 1e-4

/**
 * Separations of points from one line, to GeographicLib's accuracy whatever the distance. A line run the other way gives
 * the same numbers to the last bit, and the other side. Takes about 20 µs a point; `separations` is quicker.
 */
export function separationFrom(line: Line): (point: Position) => Separation {
  const finder = new PieceFinder(line)
  return (point) => {
    const there = inSpace(point)
    finder.nearest(...there)
    let best: Foot | null = null
    for (const piece of finder.within(...there, reachOf(Math.sqrt(finder.square)))) {
      finder.foot(piece, ...there)
      const found = exactFoot(point, line, piece, finder.share)
      if (!best || nearer(found, best)) best = found
    }
    return separationAt(there, best!)
  }
}

interface Foot {
  readonly segment: Segment
  /** Metres from the segment's `from`. */
  readonly at: number
  readonly position: Position
  readonly azimuth: number
  readonly metres: number
  readonly bearing: number
}

/** Of two feet equally far, the one first in longitude and latitude, so that the direction of the line does not matter. */
function nearer(one: Foot, other: Foot): boolean {
  if (one.metres !== other.metres) return one.metres < other.metres
  const [[lon, lat], [otherLon, otherLat]] = [one.position, other.position]
  return lon !== otherLon ? lon < otherLon : lat < otherLat
}

/**
 * How far straight through the earth anything can lie that is as near over ground as what lies `straight` metres away: an
 * arc and its chord differ by the curvature squared, which on the ellipsoid varies by 1.4 %.
 */
function reachOf(straight: number): number {
  const over = 2 * WGS84.a * Math.asin(Math.min(1, straight / (2 * WGS84.a)))
  return straight * (1 + 1e-6) + 0.1 + 0.015 * (over - straight)
}

/** Moves along the geodesic by Newton's method until the way to the point stands upright on it, or the piece ends. */
function exactFoot(point: Position, line: Line, piece: number, share: number): Foot {
  const segment = line.segments[line.owners[piece]!]!
  const low = line.starts[piece]!
  const high = low + line.spans[piece]!
  const end = segment.metres - high < CLOSE_ENOUGH ? segment.metres : high
  const held = (metres: number) => Math.min(end, Math.max(low, metres))
  let at = held(low + share * line.spans[piece]!)
  for (let round = 0; ; round += 1) {
    const { position, azimuth } = segment.at(at)
    const way = WGS84.Inverse(position[1], position[0], point[1], point[0], WAY)
    const [metres, bearing] = [way.s12!, way.azi1!]
    const foot = { segment, at, position, azimuth, metres, bearing }
    if (round === ROUNDS || metres < NO_SIDE / 10) return foot
    const [ahead, aside] = [Math.cos((bearing - azimuth) * DEGREE), Math.sin((bearing - azimuth) * DEGREE)]
    // Of half the square of the distance: its slope along the line, and how that bends. On a plane one step is enough.
    const curve = ahead * ahead + (aside * aside * metres * way.M12!) / way.m12!
    const next = held(curve > 0 ? at + (metres * ahead) / curve : ahead > 0 ? end : low)
    if (Math.abs(next - at) < CLOSE_ENOUGH && next !== low && next !== end) return foot
    if (next === at) return foot
    at = next
  }
}

const WAY = Geodesic.DISTANCE | Geodesic.AZIMUTH | Geodesic.REDUCEDLENGTH | Geodesic.GEODESICSCALE

function separationAt(there: Vector, { segment, at, position, azimuth, metres, bearing }: Foot): Separation {
  const [enter, leave] = segment.bends
  const way = at === 0 ? enter : at === segment.metres ? leave : times(headingOf(position, azimuth), segment.runs)
  const left = leftOf(there, inSpace(position), way)
  return {
    metres,
    side: metres <= NO_SIDE ? 'on' : left > NO_SIDE ? 'left' : left < -NO_SIDE ? 'right' : null,
    nearest: position,
    bearing: metres <= NO_SIDE ? null : (bearing + 360) % 360,
    along: segment.before + (segment.runs === 1 ? at : segment.metres - at),
    part: segment.part,
    segment: segment.index,
  }
}
