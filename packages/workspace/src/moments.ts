// The instants at which a record is worth looking at, and the one to begin with.
import type { Agreement } from '@trucekeeper/agreement'
import type { LoggedEntry } from '@trucekeeper/ledger'
import { addDays, civilDay, formatInstant, parseInstant, startOfDay, type Instant } from '@trucekeeper/time'

export interface Moment {
  readonly at: string
  readonly label: string
}

const EVENING_MS = 3_600_000

/** The evening of each day on which something was received, one hour before midnight. */
export function momentsOf({ zone }: Agreement, entries: readonly LoggedEntry[]): Moment[] {
  return [...daysOf(zone, entries).keys()]
    .toSorted()
    .map((day) => ({ at: formatInstant(eveningOf(day, zone), zone), label: day }))
}

/** The evening of the day on which most was received, the earlier of two; null for an empty record. */
export function busiestEvening({ zone }: Agreement, entries: readonly LoggedEntry[]): Instant | null {
  const [busiest] = [...daysOf(zone, entries)].toSorted(([dayA, a], [dayB, b]) => b - a || (dayA < dayB ? -1 : 1))
  return busiest ? eveningOf(busiest[0], zone) : null
}

/** When the last entry came in; null for an empty record. */
export function lastReceipt(entries: readonly LoggedEntry[]): Instant | null {
  return entries.length === 0 ? null : Math.max(...entries.map(({ entry }) => parseInstant(entry.received_at)!))
}

function daysOf(zone: string, entries: readonly LoggedEntry[]): Map<string, number> {
  const days = new Map<string, number>()
  for (const { entry } of entries) {
    const day = civilDay(parseInstant(entry.received_at)!, zone)
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  return days
}

function eveningOf(day: string, zone: string): Instant {
  return startOfDay(addDays(day, 1), zone) - EVENING_MS
}
