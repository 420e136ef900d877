// Hours in which nobody is told, and the hour at which all of a day is told at once; by the clocks of the agreement's zone.
import { cutOffOf } from '@trucekeeper/publish'
import { addDays, civilDay, formatInstant, type Instant } from '@trucekeeper/time'

export interface Quiet {
  /** `22:00`; also later in the day than `until`, over midnight. */
  readonly from: string
  readonly until: string
}

export const isHour = (text: unknown): text is string =>
  typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** From its first minute on, and not in the minute in which it ends. */
export function isQuiet(quiet: Quiet | null, at: Instant, zone: string): boolean {
  if (quiet === null) return false
  const hour = formatInstant(at, zone).slice(11, 16)
  const { from, until } = quiet
  return from <= until ? from <= hour && hour < until : from <= hour || hour < until
}

/** The last time that clocks in the zone showed the hour. */
export function lastTimeOf(hour: string, at: Instant, zone: string): Instant {
  const today = cutOffOf(civilDay(at, zone), hour, zone)
  return today <= at ? today : cutOffOf(addDays(civilDay(at, zone), -1), hour, zone)
}
