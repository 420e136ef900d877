// The separations of very many points from one line, at about a microsecond each.
import { DEGREE, FLAT, WGS84 } from './ellipsoid.ts'
import { PER_PIECE, type Line } from './line.ts'
import { PieceFinder } from './nearest-piece.ts'
import { NO_SIDE, separationFrom, type Side } from './separation.ts'

export interface Separations {
  readonly metres: Float64Array
  /** 1 left, -1 right, 0 on the line, 2 where nobody can tell: `sideOf` gives the word. */
  readonly sides: Int8Array
  /** Longitude and latitude of the nearest point of the line, for each point. */
  readonly nearest: Float64Array
}

const [ON, LEFT, RIGHT, UNTOLD] = [0, 1, -1, 2]
/** Beyond this the arc over a straight way is no longer known to the centimetre. */
const FARTHEST = 1_000_000

/** The word for one of `Separations.sides`. */
export function sideOf(code: number): Side {
  return code === ON ? 'on' : code === LEFT ? 'left' : code === RIGHT ? 'right' : null
}

/**
 * Separations of points from a line, given as longitude, latitude, longitude, latitude, … in degrees. The nearest piece is
 * found straight through space, and the arc over the ground from its length and the curvature of the ellipsoid that way:
 * within a centimetre up to 1000 km; points farther away are worked out as `separationFrom` does.
 */
export function separations(line: Line, points: ArrayLike<number>): Separations {
  const count = Math.floor(points.length / 2)
  const [metres, sides, nearest] = [new Float64Array(count), new Int8Array(count), new Float64Array(count * 2)]
  const exact = separationFrom(line)
  const { pieces, owners, starts } = line
  const { bends, runs, lasts } = flattened(line)
  const finder = new PieceFinder(line)
  for (let at = 0; at < count; at += 1) {
    const lat = points[at * 2 + 1]! * DEGREE
    const lon = points[at * 2]! * DEGREE
    const sine = Math.sin(lat)
    const primeVertical = WGS84.a / Math.sqrt(1 - (1 - FLAT) * sine * sine)
    const out = primeVertical * Math.cos(lat)
    const x = out * Math.cos(lon)
    const y = out * Math.sin(lon)
    const z = primeVertical * FLAT * sine
    const piece = finder.nearest(x, y, z)
    const square = finder.square
    if (square > FARTHEST * FARTHEST) {
      const one = exact([points[at * 2]!, points[at * 2 + 1]!])
      metres[at] = one.metres
      sides[at] = one.side === 'left' ? LEFT : one.side === 'right' ? RIGHT : one.side === 'on' ? ON : UNTOLD
      nearest.set(one.nearest, at * 2)
      continue
    }
    const share = finder.share
    const bulge = share * (1 - share)
    const from = piece * PER_PIECE
    const fx = pieces[from]! + share * pieces[from + 3]! + bulge * pieces[from + 6]!
    const fy = pieces[from + 1]! + share * pieces[from + 4]! + bulge * pieces[from + 7]!
    const fz = pieces[from + 2]! + share * pieces[from + 5]! + bulge * pieces[from + 8]!
    const rx = x - fx
    const ry = y - fy
    const rz = z - fz
    const round = fx * fx + fy * fy
    const ux = fx
    const uy = fy
    const uz = fz / FLAT
    const over = arc(square, rz, Math.sqrt(x * x + y * y + (z * z) / (FLAT * FLAT)), Math.sqrt(round + uz * uz))
    metres[at] = over
    nearest[at * 2] = Math.atan2(fy, fx) / DEGREE
    nearest[at * 2 + 1] = Math.atan2(uz, Math.sqrt(round)) / DEGREE

    const owner = owners[piece]!
    const end = share === 0 && starts[piece] === 0 ? 0 : share === 1 && lasts[piece] === 1 ? 1 : -1
    let wx = 0
    let wy = 0
    let wz = 0
    if (end >= 0) {
      const bend = owner * 6 + end * 3
      wx = bends[bend]!
      wy = bends[bend + 1]!
      wz = bends[bend + 2]!
    } else {
      const bend = 1 - 2 * share
      wx = runs[owner]! * (pieces[from + 3]! + bend * pieces[from + 6]!)
      wy = runs[owner]! * (pieces[from + 4]! + bend * pieces[from + 7]!)
      wz = runs[owner]! * (pieces[from + 5]! + bend * pieces[from + 8]!)
    }
    const lx = uy * wz - uz * wy
    const ly = uz * wx - ux * wz
    const lz = ux * wy - uy * wx
    const size = Math.sqrt(lx * lx + ly * ly + lz * lz)
    const left = (rx * lx + ry * ly + rz * lz) / size
    sides[at] = over <= NO_SIDE ? ON : left > NO_SIDE ? LEFT : left < -NO_SIDE ? RIGHT : UNTOLD
  }
  return { metres, sides, nearest }
}

/** What a line knows of its segments and pieces, in numbers that lie together. */
function flattened({ segments, owners, starts, spans }: Line) {
  const bends = new Float64Array(segments.length * 6)
  for (const [at, segment] of segments.entries()) bends.set(segment.bends.flat(), at * 6)
  const lasts = Uint8Array.from(owners, (owner, piece) =>
    starts[piece]! + spans[piece]! * 1.5 > segments[owner]!.metres ? 1 : 0,
  )
  return { bends, runs: Int8Array.from(segments, (segment) => segment.runs), lasts }
}

/**
 * Metres over the ground of a straight way: the arc of the circle with the curvature that the ellipsoid has in its
 * direction (Euler's theorem, in space: (1 + e'² u²) / |up| with u the rise of the way towards the pole), the mean of
 * that at both ends.
 */
function arc(square: number, rise: number, upThere: number, upHere: number): number {
  const straight = Math.sqrt(square)
  if (straight < 1) return straight
  const slope = rise / straight
  const half = (straight * (1 + (1 / FLAT - 1) * slope * slope) * (1 / upThere + 1 / upHere)) / 4
  return (straight * Math.asin(half)) / half
}
