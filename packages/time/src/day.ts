// Civil days: what a calendar on the wall of a place says, whose length a change of clocks may alter.
import { Temporal } from 'temporal-polyfill'
import type { Instant } from './instant.ts'

/** A calendar day, `2016-09-16`. Which stretch of time it covers depends on a zone. */
export type CivilDay = string

/** Names only: an offset or a whole date would be taken for a zone too, and changes of the clock be lost. */
const ZONE_NAME = /^[A-Za-z][\w+/-]*$/

const DAY_MS = 86_400_000
/** Years beyond 9999 have a sign and six digits. */
const DAY_TEXT = /^(\d{4}|[+-]\d{6})-\d{2}-\d{2}$/

const zones = new Map<string, boolean>()
const startsByZone = new Map<string, Map<number, Instant>>()
const names = new Map<number, CivilDay>()
const numbers = new Map<CivilDay, number>()
const MOST_REMEMBERED = 20_000

/** Whether `zone` is an IANA time zone this system knows, such as `Asia/Damascus`. */
export function isZone(zone: string): boolean {
  const known = zones.get(zone)
  if (known !== undefined) return known
  let valid = ZONE_NAME.test(zone)
  try {
    if (valid) Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
  } catch {
    valid = false
  }
  zones.set(zone, valid)
  return valid
}

/** The civil day on which an instant falls in a zone. */
export function civilDay(instant: Instant, zone: string): CivilDay {
  const starts = startsIn(zone)
  // Zones lie at most a day from the day that Greenwich has.
  let number = Math.floor(instant / DAY_MS)
  while (instant < startOf(number, zone, starts)) number -= 1
  while (instant >= startOf(number + 1, zone, starts)) number += 1
  return dayOfNumber(number)
}

/** The first instant of a civil day in a zone; where clocks skip midnight, the first instant there is. */
export function startOfDay(day: CivilDay, zone: string): Instant {
  return startOf(dayNumber(day), zone, startsIn(zone))
}

function startOf(number: number, zone: string, starts: Map<number, Instant>): Instant {
  const known = starts.get(number)
  if (known !== undefined) return known
  const start = Temporal.PlainDate.from(dayOfNumber(number)).toZonedDateTime(zone).epochMilliseconds
  starts.set(number, start)
  return start
}

/** Where the days of a zone begin, as far as anyone asked. */
function startsIn(zone: string): Map<number, Instant> {
  const known = startsByZone.get(zone) ?? new Map<number, Instant>()
  if (known.size >= MOST_REMEMBERED) known.clear()
  startsByZone.set(zone, known)
  return known
}

export function addDays(day: CivilDay, days: number): CivilDay {
  return dayOfNumber(dayNumber(day) + days)
}

/** The civil days from `first` to `last`, both included; empty when `last` is earlier. */
export function civilDays(first: CivilDay, last: CivilDay): CivilDay[] {
  const days: CivilDay[] = []
  for (let number = dayNumber(first); number <= dayNumber(last); number += 1) days.push(dayOfNumber(number))
  return days
}

/** Days since 1970-01-01, for tables of very many days; NaN when the text is no day. */
export function dayNumber(day: CivilDay): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = readDay(day)
  if (numbers.size >= MOST_REMEMBERED) numbers.clear()
  numbers.set(day, number)
  return number
}

function readDay(day: CivilDay): number {
  if (!DAY_TEXT.test(day)) return Number.NaN
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS
  // A calendar that rolls 31 June over to July would invent a day.
  return !Number.isNaN(number) && dayOfNumber(number) === day ? number : Number.NaN
}

/** The civil day so many days after 1970-01-01. */
export function dayOfNumber(number: number): CivilDay {
  const known = names.get(number)
  if (known !== undefined) return known
  const [name] = new Date(number * DAY_MS).toISOString().split('T') as [string]
  if (names.size >= MOST_REMEMBERED) names.clear()
  names.set(number, name)
  return name
}
