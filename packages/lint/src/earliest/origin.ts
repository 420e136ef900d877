// When the runs of an agreement begin.
import type { Agreement } from '@trucekeeper/agreement'
import { parseInstant, startOfDay, type Instant } from '@trucekeeper/time'

/** Noon of a winter's day, for texts that say neither when they were made nor any instant. */
const SOME_DAY = '2030-01-01T12:00:00Z'

/** When the text was made, or the first instant that it names. */
export function originOf({ anchors, made, zone }: Agreement): Instant {
  if (made !== null) return startOfDay(made, zone)
  const fixed = anchors.flatMap(({ at }) => (at === null ? [] : [parseInstant(at)!]))
  return fixed.length > 0 ? Math.min(...fixed) : parseInstant(SOME_DAY)!
}
