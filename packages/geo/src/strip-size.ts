// How large a strip along a line is, by its length and its depth, as agreements give the size of a buffer zone.
import type { Position } from './geometry.ts'
import { lineLength } from './line.ts'
import type { LineSide } from './strip.ts'

export interface StripSize {
  /** Metres along the line, on the WGS 84 ellipsoid. */
  readonly length_m: number
  /** Metres from the line, on one side. */
  readonly depth_m: number
  /** Square metres: length by depth, twice where it lies on either side. */
  readonly area_m2: number
}

/**
 * The size of what lies within a depth of a line, without the round ends beyond its first and last position. On either side
 * that is the area of a tube, which bends do not change (Weyl 1939) as long as it does not fold over itself; on one side a bend
 * of so many radians makes it larger or smaller by half of that times the square of the depth, which is left out.
 */
export function stripSize(line: readonly Position[], side: LineSide, depth_m: number): StripSize {
  const length_m = lineLength(line)
  return { length_m, depth_m, area_m2: length_m * depth_m * (side === 'either' ? 2 : 1) }
}
