// How far a unit stood from a line, through time: the points of a chart, each with its band and whose word it is.
import type { Instant } from '@trucekeeper/time'
import { known, type GroundQuestion } from './believed.ts'
import { bandOf, onSide, type Placed } from './measure.ts'
import { isAssertion, type GroundRecord, type Line, type LineSide, type WeaponClass } from './records.ts'
import { unitsOf } from './unit.ts'

export interface SeriesPoint {
  readonly id: string
  readonly observed_at: Instant
  readonly observer: string
  readonly near_m: number
  readonly far_m: number
  /** North or south of a line that runs rather from west to east, else east or west; null where nobody can tell. */
  readonly side: Exclude<LineSide, 'either'> | null
}

export interface Series {
  readonly party: string
  readonly unit: string
  readonly weapon_class: WeaponClass | null
  readonly line: string
  readonly points: readonly SeriesPoint[]
}

/** The history of every unit along a line, oldest point first. For the desk that owns the positions, and nobody else. */
export function seriesOf(line: Line, record: GroundRecord, question: GroundQuestion): Series[] {
  return unitsOf(known(record, question).positions).map(({ party, name, weaponClass, rows }) => ({
    party,
    unit: name,
    weapon_class: weaponClass,
    line: line.id,
    points: seriesIn(rows.filter(isAssertion), line),
  }))
}

export function seriesIn(rows: readonly Placed[], line: Line): SeriesPoint[] {
  return rows
    .map((row) => ({ row, band: bandOf(row, line) }))
    .toSorted((a, b) => a.row.observedAt - b.row.observedAt || (a.row.id < b.row.id ? -1 : 1))
    .map(({ row, band }) => ({
      id: row.id,
      observed_at: row.observedAt,
      observer: row.observer,
      ...band,
      side: acrossOf(line).find((side) => onSide(row, line, side) === true) ?? null,
    }))
}

function acrossOf({ positions }: Line): readonly Exclude<LineSide, 'either'>[] {
  const spread = (axis: 0 | 1) => {
    const along = positions.map((position) => position[axis])
    return Math.max(...along) - Math.min(...along)
  }
  return spread(0) >= spread(1) ? ['north', 'south'] : ['east', 'west']
}
