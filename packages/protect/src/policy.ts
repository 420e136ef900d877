// The limits of the service, and the periods within which an answer never changes.
import { addDays, civilDay, startOfDay, type CivilDay, type Instant } from '@trucekeeper/time'
import type { Desk } from './entries.ts'

const DAY_MS = 86_400_000
const ZONE = 'UTC'

export interface Policy {
  /** Nothing is told of a region that holds fewer. */
  readonly k: number
  /** New cells an organisation may ask about within a day, and within 365 days. A cell is new once in each period. */
  readonly cells_per_day: number
  readonly cells_per_year: number
  /** Cells in one question. */
  readonly cells_at_once: number
  /** Answers are those of the record as it stood when the period began. */
  readonly period_days: number
  /** The longest an exact point may be looked at, and how long before it may be asked for. */
  readonly point_hours: number
  readonly point_days_ahead: number
  /** Requests of one organisation whose window has not ended: those who consent have to read each. */
  readonly points_open: number
  /** What one organisation may have done for it at a page within a day: each leaves an entry, and the disk is not endless. */
  readonly doings_per_day: number
  /** Refusals of one day, of an organisation that is let in, and of others, that have an entry each; beyond, entries count. */
  readonly refusals_singly: number
  readonly refusals_singly_of_others: number
  /** What one movement may cross, and how long it may take. */
  readonly movement_cells: number
  readonly movement_days: number
}

export const POLICY: Policy = {
  k: 5,
  cells_per_day: 8,
  cells_per_year: 208,
  cells_at_once: 8,
  period_days: 7,
  point_hours: 24,
  point_days_ahead: 7,
  points_open: 5,
  doings_per_day: 4096,
  refusals_singly: 8192,
  refusals_singly_of_others: 1024,
  movement_cells: 200,
  movement_days: 31,
}

/** Length of the geohash that a desk asks by: about 39 by 20 km for the public, 4.9 km square for the others. */
export const CELL_LENGTH: Readonly<Record<Desk, 4 | 5>> = { public: 4, party: 5, guarantor: 5, owner: 5 }

/** The period that holds an instant: its number, and its first and last day (UTC). */
export interface Period {
  readonly number: number
  readonly begins: Instant
  readonly first: CivilDay
  readonly last: CivilDay
}

export function periodOf(at: Instant, { period_days }: Policy): Period {
  const number = Math.floor(at / (period_days * DAY_MS))
  const begins = number * period_days * DAY_MS
  const first = civilDay(begins, ZONE)
  return { number, begins, first, last: addDays(first, period_days - 1) }
}

/** The first instant of a day, and the first after it. */
export function dayBounds(day: CivilDay): readonly [Instant, Instant] {
  return [startOfDay(day, ZONE), startOfDay(addDays(day, 1), ZONE)]
}

export const DAY = DAY_MS
