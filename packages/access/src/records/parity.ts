// A rule of parity: two areas that are to be served alike, within so many hours and so large a difference.
import type { Cells } from '../cells.ts'
import type { Said } from '../said.ts'

export interface ParityRow extends Said {
  readonly parityGroupId: string
  readonly areaA: string
  readonly areaB: string
  readonly withinHours: number
  /** The most by which people served may differ, as a share of the larger number; null where none is agreed. */
  readonly peopleShare: number | null
}

export const PARITY_COLUMNS = {
  needed: ['parity_group_id', 'area_a', 'area_b', 'within_hours'],
  optional: ['people_share'],
} as const

export function parityOf(cells: Cells): ParityRow {
  return {
    ...cells.said(),
    parityGroupId: cells.text('parity_group_id'),
    areaA: cells.text('area_a'),
    areaB: cells.text('area_b'),
    withinHours: cells.number('within_hours'),
    peopleShare: cells.maybeNumber('people_share'),
  }
}
