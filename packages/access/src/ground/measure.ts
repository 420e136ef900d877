// How far a unit stood from a line, as a band that its error radius and the line's tolerance leave, and what that means.
import { distanceToLine, stripTest } from '@trucekeeper/geo'
import type { Depth, Line, LineSide, LonLat, Position } from './records.ts'

/** A position with a place: a measure of distance. */
export type Placed = Position & { readonly place: LonLat; readonly errorRadius_m: number }

export function isPlaced(position: Position): position is Placed {
  return position.place !== null && position.errorRadius_m !== null
}

/** Metres from the line: at least `near_m`, at most `far_m`. */
export interface Band {
  readonly near_m: number
  readonly far_m: number
}

/** `elsewhere`: surely on a side of the line of which the depth does not speak. */
export type Outcome = 'kept' | 'not_kept' | 'cannot_tell' | 'elsewhere'

/** The band that holds the true distance: no point within the errors can be nearer or farther (triangle inequality). */
export function bandOf({ place, errorRadius_m }: Placed, line: Line): Band {
  const { metres } = distanceToLine(place, line.positions)
  const error = errorRadius_m + line.tolerance_m
  return { near_m: Math.max(0, metres - error), far_m: metres + error }
}

/** Whether a unit stood beyond a depth, so far as a class of weapon that is bound by it. */
export function outcomeOf(position: Placed, depth: Depth, line: Line): Outcome {
  const { near_m, far_m } = bandOf(position, line)
  const on = onSide(position, line, depth.side)
  if (on === false) return 'elsewhere'
  if (near_m >= depth.depth_m) return 'kept'
  if (far_m >= depth.depth_m || on === null || !surelyBound(position, depth)) return 'cannot_tell'
  return 'not_kept'
}

/**
 * The same for all depths of one reading together. A unit so near to the line that nobody can tell on which side it stands
 * still kept none, if it is too near for either.
 */
export function outcomeOfAll(position: Placed, depths: readonly Depth[], line: Line): Outcome {
  const outcomes = depths.map((depth) => outcomeOf(position, depth, line))
  if (outcomes.includes('not_kept')) return 'not_kept'
  if (!outcomes.includes('cannot_tell')) return outcomes.includes('kept') ? 'kept' : 'elsewhere'
  const { far_m } = bandOf(position, line)
  const tooNear = new Set(
    depths.filter((depth) => far_m < depth.depth_m && surelyBound(position, depth)).map(({ side }) => side),
  )
  const everySide = (tooNear.has('north') && tooNear.has('south')) || (tooNear.has('east') && tooNear.has('west'))
  return everySide ? 'not_kept' : 'cannot_tell'
}

/** Whether a depth can speak of a unit: a unit of a class that nobody could name may be of any. */
export function concerns({ weapons }: Depth, { weaponClass }: Pick<Position, 'weaponClass'>): boolean {
  return weaponClass === null || weaponClass === 'unknown' || weapons.includes(weaponClass)
}

function surelyBound({ weaponClass }: Placed, { weapons }: Depth): boolean {
  return weaponClass !== null && weapons.includes(weaponClass)
}

/** Null where the line is nearer than the errors: then nobody can tell. The side is told by the compass. */
export function onSide({ place, errorRadius_m }: Placed, line: Line, side: LineSide): boolean | null {
  if (side === 'either') return true
  const answer = stripTest(place, line.positions, side, Number.POSITIVE_INFINITY, errorRadius_m + line.tolerance_m)
  return answer === 'edge' ? null : answer === 'inside'
}
