// The instants at which a record is worth looking at, and the one to begin with, from counts that grow with the record.
import type { Agreement } from '@trucekeeper/agreement'
import type { LoggedEntry } from '@trucekeeper/ledger'
import { addDays, civilDay, formatInstant, parseInstant, startOfDay, type Instant } from '@trucekeeper/time'

export interface Moment {
  readonly at: string
  readonly label: string
}

/** When entries came in. */
export interface Arrivals {
  readonly entries: number
  /** Null where there are none. */
  readonly first: Instant | null
  readonly last: Instant | null
  /** How many on each day of the agreement's zone. */
  readonly days: ReadonlyMap<string, number>
}

export const NO_ARRIVALS: Arrivals = { entries: 0, first: null, last: null, days: new Map() }

const EVENING_MS = 3_600_000

export function arrivalsWith(before: Arrivals, zone: string, more: readonly LoggedEntry[]): Arrivals {
  let { first, last } = before
  const days = new Map(before.days)
  const dayOf = rememberingDays(zone)
  for (const { entry } of more) {
    const at = parseInstant(entry.received_at)!
    first = first === null ? at : Math.min(first, at)
    last = last === null ? at : Math.max(last, at)
    const day = dayOf(at)
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  return { entries: before.entries + more.length, first, last, days }
}

/** The evening of each day on which something was received, one hour before midnight. */
export function momentsOf({ zone }: Agreement, { days }: Arrivals): Moment[] {
  return [...days.keys()].toSorted().map((day) => ({ at: formatInstant(eveningOf(day, zone), zone), label: day }))
}

/** The evening of the day on which most was received, the earlier of two; null for an empty record. */
export function busiestEvening({ zone }: Agreement, { days }: Arrivals): Instant | null {
  const [busiest] = [...days].toSorted(([dayA, a], [dayB, b]) => b - a || (dayA < dayB ? -1 : 1))
  return busiest ? eveningOf(busiest[0], zone) : null
}

/** When the last entry came in; null for an empty record. */
export function lastReceipt(entries: readonly LoggedEntry[]): Instant | null {
  return entries.reduce<Instant | null>((last, { entry }) => {
    const at = parseInstant(entry.received_at)!
    return last === null ? at : Math.max(last, at)
  }, null)
}

/** Entries that came in together name one instant. */
function rememberingDays(zone: string): (at: Instant) => string {
  const known = new Map<Instant, string>()
  return (at) => {
    const day = known.get(at) ?? civilDay(at, zone)
    known.set(at, day)
    return day
  }
}

function eveningOf(day: string, zone: string): Instant {
  return startOfDay(addDays(day, 1), zone) - EVENING_MS
}
