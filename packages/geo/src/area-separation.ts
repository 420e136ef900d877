// How far an area lies from a line, on which side, and whether a point lies in it.
import { boundaryOf, type Area } from './boundary.ts'
import { cross, dot, length, onGround, plus, times, type Vector } from './ellipsoid.ts'
import type { Position } from './geometry.ts'
import { PER_PIECE, type Line } from './line.ts'
import { PieceFinder } from './nearest-piece.ts'
import { separationFrom, type Separation } from './separation.ts'

export interface PreparedArea {
  readonly boundary: Line
  readonly toBoundary: (point: Position) => Separation
}

/** An area made ready for many questions. It has to be sound: `parsePlaces` and `readPoints` refuse what is not. */
export function prepareArea(area: Area): PreparedArea {
  const boundary = boundaryOf(area)
  return { boundary, toBoundary: separationFrom(boundary) }
}

/** Metres from a point to an area over the ground: 0 on its edge, below 0 by its depth inside; a hole is outside. */
export function distanceToArea({ toBoundary }: PreparedArea, point: Position): number {
  const { metres, side } = toBoundary(point)
  return side === 'left' ? -metres : metres
}

/**
 * The separation of an area from a line: of its nearest place, or 0 and `on` where the line passes through it or touches
 * it. Two geodesics draw together the farther they run, so one end of the shortest way is always a corner.
 */
export function areaSeparationFrom(line: Line): (area: PreparedArea) => Separation {
  const from = separationFrom(line)
  return (area) => {
    const met = meeting(area, line)
    if (met) return { ...from(met), metres: 0, side: 'on', bearing: null }
    const corners = area.boundary.parts.flat()
    const onArea = line.parts.flat().map((corner) => area.toBoundary(corner))
    const least = onArea.reduce((best, one) => (one.metres < best.metres ? one : best))
    return [...corners, least.nearest].map(from).reduce((best, one) => (one.metres < best.metres ? one : best))
  }
}

/** A place of the line in the area, or where it crosses the edge; null where they lie apart. */
function meeting({ boundary, toBoundary }: PreparedArea, line: Line): Position | null {
  const within = line.parts
    .map((part) => part[0]!)
    .find((start) => ['left', 'on'].includes(toBoundary(start).side ?? ''))
  if (within) return within
  const finder = new PieceFinder(line)
  for (let piece = 0; piece < boundary.owners.length; piece += 1) {
    const [a, b] = endsOf(boundary, piece)
    const middle = times(plus(a, b), 0.5)
    for (const other of finder.within(...middle, boundary.spans[piece]!)) {
      const crossing = crossingOf([a, b], endsOf(line, other))
      if (crossing) return crossing
    }
  }
  return null
}

function endsOf({ pieces }: Line, piece: number): [Vector, Vector] {
  const [x, y, z, dx, dy, dz] = pieces.subarray(piece * PER_PIECE, piece * PER_PIECE + 6) as unknown as number[]
  return [
    [x!, y!, z!],
    [x! + dx!, y! + dy!, z! + dz!],
  ]
}

/** Where two pieces cross, seen from the middle of the earth, from where geodesics this short look straight. */
function crossingOf([a, b]: readonly [Vector, Vector], [c, d]: readonly [Vector, Vector]): Position | null {
  const [one, other] = [cross(a, b), cross(c, d)]
  if (dot(one, c) * dot(one, d) > 0 || dot(other, a) * dot(other, b) > 0) return null
  const way = cross(one, other)
  if (length(way) < 1e-9 * length(one) * length(other)) return onGround(...a)
  return onGround(...times(way, Math.sign(dot(way, a))))
}
