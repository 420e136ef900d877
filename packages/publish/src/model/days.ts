// When a report is cut off: the same hour on every civil day of the agreement's zone, also where clocks change.
import { addDays, civilDay, civilDays, formatInstant, startOfDay, type CivilDay, type Instant } from '@trucekeeper/time'

const MINUTE = 60_000

/** The instant at which clocks in the zone show `hour` (`18:00`) on that day; where they skip it, as long after midnight as it says. */
export function cutOffOf(day: CivilDay, hour: string, zone: string): Instant {
  const [hours, minutes] = hour.split(':').map(Number) as [number, number]
  const guess = startOfDay(day, zone) + (hours * 60 + minutes) * MINUTE
  const shown = (at: Instant) => formatInstant(at, zone).slice(0, 16)
  const wanted = `${day}T${hour}`
  return [guess, guess - 60 * MINUTE, guess + 60 * MINUTE].find((at) => shown(at) === wanted) ?? guess
}

/** The days whose cut-offs lie after an instant, up to a day, both ends included. */
export function reportDays(since: Instant, last: CivilDay, hour: string, zone: string): CivilDay[] {
  const first = civilDay(since, zone)
  return civilDays(cutOffOf(first, hour, zone) > since ? first : addDays(first, 1), last)
}
