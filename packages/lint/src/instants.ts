// Instants of an agreement as findings say them.
import type { Moment } from '@trucekeeper/agreement'
import { addDuration, formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import type { Earliest } from './earliest/index.ts'

/** `2030-03-01 12:00`, by the clock of the agreement. */
export function sayInstant(instant: Instant, zone: string): string {
  return formatInstant(instant, zone).slice(0, 16).replace('T', ' ')
}

/** When a moment is at the earliest; null where its anchor is never set. */
export function momentOf({ anchor, instant, plus }: Moment, earliest: Earliest, zone: string): Instant | null {
  const base = instant === null ? earliest.of(anchor!.id).at : parseInstant(instant)
  return base === null || plus === null ? base : addDuration(base, plus, zone)
}
