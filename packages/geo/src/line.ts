// A line made ready for many questions: its geodesics cut into short pieces of space, with an index over them.
import geodesic, { type LinePosition } from 'geographiclib-geodesic'
import { boxTree, spatialOrder, type BoxTree } from './box-tree.ts'
import { cross, DEGREE, dot, inSpace, length, minus, plus, times, upAt, WGS84, type Vector } from './ellipsoid.ts'
import type { Position } from './geometry.ts'

const { Geodesic } = geodesic

/** Between two positions this far apart there may be several shortest ways. */
export const LONGEST_SEGMENT = 19_900_000
/** Up to this length the curve through both ends and the middle leaves the geodesic by less than a millimetre. */
const LONGEST_PIECE = 50_000
/** How often a segment of middling length is cut, and what is never cut. */
const CUTS = 16
const SHORTEST_CUT = 1000
/** Numbers of a piece: where it begins, where it goes (D), how it bulges (W): A + tD + t(1 - t)W. */
export const PER_PIECE = 9

/** From the one of its two ends that is first in longitude and latitude, so that either direction gives equal numbers. */
export interface Segment {
  readonly part: number
  /** Its number within the part. */
  readonly index: number
  readonly from: Position
  readonly to: Position
  readonly metres: number
  /** Metres from the beginning of the part to where the line enters the segment. */
  readonly before: number
  /** 1 where the line runs from `from` to `to`, -1 where it runs back. */
  readonly runs: 1 | -1
  /** Which way the line goes at either end: for a bend the mean of both ways, which tells its sides (Bærentzen and Aanæs 2005). */
  readonly bends: readonly [from: Vector, to: Vector]
  /** Position and azimuth at a number of metres from `from`. */
  at(metres: number): { readonly position: Position; readonly azimuth: number }
}

export interface Line {
  readonly parts: readonly (readonly Position[])[]
  readonly segments: readonly Segment[]
  /** Metres of each part. */
  readonly lengths: readonly number[]
  readonly pieces: Float64Array
  readonly tree: BoxTree
  readonly owners: Uint32Array
  /** Metres from its segment's `from` to where a piece begins, and how long it is. */
  readonly starts: Float64Array
  readonly spans: Float64Array
  /** Metres by which a piece leaves its chord at most. */
  readonly bulges: Float64Array
}

/**
 * A line of one part or several, each of at least two different positions, joined by geodesics. Costs about 10 µs a
 * segment; keep it for all the points that are asked about.
 */
export function prepareLine(parts: readonly (readonly Position[])[]): Line {
  const segments: Segment[] = []
  const lengths = parts.map((positions, part) => {
    const own = segmentsOf(positions, part)
    if (own.length === 0) throw new TypeError('a line needs at least 2 different positions')
    segments.push(...bent(own))
    const last = own.at(-1)!
    return last.before + last.metres
  })
  if (segments.length === 0) throw new TypeError('a line needs at least one part')
  return { parts, segments, lengths, ...piecesOf(segments) }
}

/** Metres along the geodesics between the positions of a line. */
export function lineLength(positions: readonly Position[]): number {
  const way = (a: Position, b: Position) => WGS84.Inverse(a[1], a[0], b[1], b[0], Geodesic.DISTANCE).s12!
  return positions.slice(1).reduce((sum, b, at) => sum + way(positions[at]!, b), 0)
}

/** The position a number of metres along a part of a line, held within its length. */
export function positionAlong(line: Line, metres: number, part = 0): Position {
  const own = line.segments.filter((segment) => segment.part === part)
  const on = own.findLast(({ before }) => before <= metres) ?? own[0]
  if (!on) throw new TypeError(`the line has no part ${part}`)
  const within = Math.min(on.metres, Math.max(0, metres - on.before))
  return on.at(on.runs === 1 ? within : on.metres - within).position
}

function segmentsOf(positions: readonly Position[], part: number): Segment[] {
  const segments: Segment[] = []
  let before = 0
  for (const [index, end] of positions.slice(1).entries()) {
    const start = positions[index]!
    const forward = start[0] < end[0] || (start[0] === end[0] && start[1] <= end[1])
    const [from, to] = forward ? [start, end] : [end, start]
    const way = WGS84.InverseLine(from[1], from[0], to[1], to[0], Geodesic.STANDARD | Geodesic.DISTANCE_IN)
    const metres = way.s13
    if (metres === 0) continue
    if (metres > LONGEST_SEGMENT) throw new TypeError('two positions in a row lie on opposite sides of the earth')
    const at = (distance: number) => {
      const { lat2, lon2, azi2 }: LinePosition = way.Position(distance)
      // The ends are what was given to the last digit, so that two segments agree about the bend they share.
      const position: Position = distance <= 0 ? from : distance >= metres ? to : [lon2!, lat2!]
      return { position, azimuth: azi2! }
    }
    const bends: [Vector, Vector] = [headingOf(from, at(0).azimuth), headingOf(to, at(metres).azimuth)]
    const runs = forward ? 1 : -1
    segments.push({ part, index, from, to, metres, before, runs, bends, at })
    before += metres
  }
  return segments
}

/** One metre long, level at a position, at an azimuth in degrees from north. */
export function headingOf([lon, lat]: Position, azimuth: number): Vector {
  const [sine, cosine] = [Math.sin(lat * DEGREE), Math.cos(lat * DEGREE)]
  const [east, north] = [Math.sin(azimuth * DEGREE), Math.cos(azimuth * DEGREE)]
  const [out, across] = [Math.cos(lon * DEGREE), Math.sin(lon * DEGREE)]
  return [-east * across - north * sine * out, east * out - north * sine * across, north * cosine]
}

/** The same segments with the bends between them, in the direction of the line; a ring bends where it closes too. */
function bent(own: readonly Segment[]): Segment[] {
  const leaving = own.map(({ runs, bends: [from, to] }) => (runs === 1 ? from : times(to, -1)))
  const arriving = own.map(({ runs, bends: [from, to] }) => (runs === 1 ? to : times(from, -1)))
  const [first, last] = [own[0]!, own.at(-1)!]
  const start = first.runs === 1 ? first.from : first.to
  const end = last.runs === 1 ? last.to : last.from
  const closed = own.length > 1 && length(minus(inSpace(start), inSpace(end))) < 1e-6
  const joint = (at: number): Vector => {
    const before = arriving[at - 1] ?? (closed ? arriving.at(-1)! : null)
    const after = leaving[at] ?? (closed ? leaving[0]! : null)
    return before && after ? plus(before, after) : (before ?? after!)
  }
  return own.map((segment, at) => {
    const [enter, leave] = [joint(at), joint(at + 1)]
    return { ...segment, bends: segment.runs === 1 ? [enter, leave] : [leave, enter] }
  })
}

type Pieces = Pick<Line, 'pieces' | 'tree' | 'owners' | 'starts' | 'spans' | 'bulges'>

function piecesOf(segments: readonly Segment[]): Pieces {
  const whole = segments.reduce((sum, { metres }) => sum + metres, 0)
  // Boxes around long pieces would hold half the map, and a search would have to open them all.
  const longest = Math.min(LONGEST_PIECE, Math.max(SHORTEST_CUT, whole / segments.length / CUTS))
  const cuts = segments.flatMap((segment, owner) => {
    const count = Math.ceil(segment.metres / longest)
    const span = segment.metres / count
    return Array.from({ length: count }, (_, at) => curve(segment, owner, span * at, span, at + 1 === count))
  })
  const boxes = Float64Array.from(cuts.flatMap(({ box }) => box))
  const order = spatialOrder(boxes)
  const sorted = Array.from(order, (at) => cuts[at]!)
  return {
    pieces: Float64Array.from(sorted.flatMap(({ numbers }) => numbers)),
    owners: Uint32Array.from(sorted, ({ owner }) => owner),
    starts: Float64Array.from(sorted, ({ start }) => start),
    spans: Float64Array.from(sorted, ({ span }) => span),
    bulges: Float64Array.from(sorted, ({ bulge }) => bulge),
    tree: boxTree(Float64Array.from(sorted.flatMap(({ box }) => box))),
  }
}

/** The curve in space through both ends of a stretch of a segment and its middle. */
function curve(segment: Segment, owner: number, start: number, span: number, last: boolean) {
  const a = inSpace(segment.at(start).position)
  const b = inSpace(segment.at(last ? segment.metres : start + span).position)
  const middle = inSpace(segment.at(start + span / 2).position)
  const way = minus(b, a)
  const bulge = times(minus(middle, times(plus(a, b), 0.5)), 4)
  // The curve stays within the triangle of its two ends and this point.
  const corner = plus(a, times(plus(way, bulge), 0.5))
  const axes = [0, 1, 2] as const
  const box = [
    ...axes.map((axis) => Math.min(a[axis], b[axis], corner[axis])),
    ...axes.map((axis) => Math.max(a[axis], b[axis], corner[axis])),
  ]
  return { numbers: [...a, ...way, ...bulge], box, owner, start, span, bulge: length(bulge) / 4 }
}

/** How far a point of space lies to the left of a way that runs level through another; NaN where the way is no way. */
export function leftOf(point: Vector, foot: Vector, way: Vector): number {
  const left = cross(upAt(foot), way)
  const size = length(left)
  // A line that turns straight back on itself has no sides there: its two ways cancel to less than this.
  return length(way) < 1e-6 ? Number.NaN : dot(minus(point, foot), left) / size
}
