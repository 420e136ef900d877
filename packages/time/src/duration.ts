// Lengths of time. Minutes and hours are exact; days and weeks are calendar days; the two are never mixed.
import { Temporal } from 'temporal-polyfill'
import type { Instant } from './instant.ts'

export type DurationUnit = 'minute' | 'hour' | 'day' | 'week'

export interface Duration {
  /** A whole number of units, at least 1. */
  readonly count: number
  readonly unit: DurationUnit
}

const DURATION_TEXT = /^([1-9]\d{0,5})\s+(minute|hour|day|week)s?$/i

/** Reads `48 hours`, `7 days`, `1 week`; null for anything else (months need a rounding rule and are refused). */
export function parseDuration(text: string): Duration | null {
  const found = DURATION_TEXT.exec(text.trim())
  if (!found) return null
  return { count: Number(found[1]), unit: found[2]!.toLowerCase() as DurationUnit }
}

export function formatDuration({ count, unit }: Duration): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** The instant `duration` after another: exact for minutes and hours, by the calendar of `zone` for days and weeks. */
export function addDuration(instant: Instant, { count, unit }: Duration, zone: string): Instant {
  if (unit === 'minute') return instant + count * 60_000
  if (unit === 'hour') return instant + count * 3_600_000
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .add(unit === 'day' ? { days: count } : { weeks: count }).epochMilliseconds
}
