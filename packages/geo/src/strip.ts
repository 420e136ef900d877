// Whether a place lies in a strip of some depth along one side of a line.
import type { AreaAnswer } from './area.ts'
import { distanceToLine, turn } from './distance.ts'
import type { Position } from './geometry.ts'

export type LineSide = 'north' | 'south' | 'east' | 'west' | 'either'

/** `depth_m` and `tolerance_m` in metres. The side is told by the compass from the nearest point of the line. */
export function stripTest(
  point: Position,
  line: readonly Position[],
  side: LineSide,
  depth_m: number,
  tolerance_m: number,
): AreaAnswer {
  const { metres, nearest } = distanceToLine(point, line)
  if (metres > depth_m + tolerance_m) return 'outside'
  if (side !== 'either') {
    // Nearer to the line than the tolerance, nobody can tell on which side it is.
    if (metres <= tolerance_m) return 'edge'
    if (!onSide(point, nearest, side)) return 'outside'
  }
  return metres >= depth_m - tolerance_m ? 'edge' : 'inside'
}

function onSide(point: Position, nearest: Position, side: Exclude<LineSide, 'either'>): boolean {
  const east = turn(point[0] - nearest[0])
  const north = point[1] - nearest[1]
  return { north: north > 0, south: north < 0, east: east > 0, west: east < 0 }[side]
}
