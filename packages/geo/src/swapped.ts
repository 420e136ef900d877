// Whether points look as if their longitude and latitude had been written the wrong way round.
import type { Line } from './line.ts'
import type { Position } from './geometry.ts'
import { separations } from './separations.ts'

/** Metres below which a point is where it should be, whatever its mirror image may be. */
const FAR = 20_000
/** How many times nearer a point has to come to the line when its numbers are swapped. */
const NEARER = 10

/**
 * The numbers (from 0) of points that lie far from a line and ten times nearer once longitude and latitude change
 * places. A suspicion, never a finding: it says what a person should look at.
 */
export function swappedSuspected(line: Line, points: readonly Position[], metres: ArrayLike<number>): number[] {
  const far = points.flatMap(([lon, lat], at) => (metres[at]! > FAR && Math.abs(lon) <= 90 && lon !== lat ? [at] : []))
  const mirrored = separations(line, Float64Array.from(far.flatMap((at) => [points[at]![1], points[at]![0]])))
  return far.filter((at, index) => mirrored.metres[index]! * NEARER < metres[at]!)
}
