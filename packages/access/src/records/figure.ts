// A figure somebody gives: value or bounds, the word that softens it, what it counts and as of when.
import type { Instant } from '@trucekeeper/time'
import type { Cells } from '../cells.ts'
import type { Said } from '../said.ts'

export interface FigureRow extends Said {
  /** What is counted: `besieged_people`, `killed`, `people_requested`, `requests_approved_share`. */
  readonly what: string
  /** Of which area, consignment or period. */
  readonly about: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** "around", "more than", "fewer than". */
  readonly qualifier: string | null
  readonly unit: string
  readonly definition: string | null
  readonly asOf: Instant
}

export const FIGURE_COLUMNS = {
  needed: ['what', 'about', 'unit', 'as_of'],
  optional: ['value', 'low', 'high', 'qualifier', 'definition'],
} as const

export function figureOf(cells: Cells): FigureRow {
  const [value, low, high] = [cells.maybeNumber('value'), cells.maybeNumber('low'), cells.maybeNumber('high')]
  return {
    ...cells.said(),
    what: cells.text('what'),
    about: cells.text('about'),
    // A figure without any number is refused at the cell where one is expected first.
    value: value === null && low === null && high === null ? cells.number('value') : value,
    low,
    high,
    qualifier: cells.maybe('qualifier'),
    unit: cells.text('unit'),
    definition: cells.maybe('definition'),
    asOf: cells.instant('as_of'),
  }
}
