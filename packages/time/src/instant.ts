// A point in time, as whole milliseconds since 1970-01-01T00:00Z, and its text with an offset.
import { Temporal } from 'temporal-polyfill'

/** Milliseconds since 1970-01-01T00:00Z. Always an integer. */
export type Instant = number

const INSTANT_TEXT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/

/** Whether `text` is an ISO 8601 date and time with an offset: the only form in which a time is accepted. */
export function isInstantText(text: string): boolean {
  return parseInstant(text) !== null
}

/** The instant that `text` names, or null when it is not ISO 8601 with an offset (`2016-09-16T23:00+03:00`). */
export function parseInstant(text: string): Instant | null {
  const known = instants.get(text)
  if (known !== undefined) return known
  const instant = readInstant(text)
  if (instants.size >= MOST_REMEMBERED) instants.clear()
  instants.set(text, instant)
  return instant
}

/** A record names the same few times again and again. */
const instants = new Map<string, Instant | null>()
const MOST_REMEMBERED = 20_000

function readInstant(text: string): Instant | null {
  if (!INSTANT_TEXT.test(text)) return null
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return null
  }
}

/** `2016-09-16T23:00:00+03:00`: the instant on the clock of an IANA zone; milliseconds only where there are some. */
export function formatInstant(instant: Instant, zone: string): string {
  const precision = instant % 1000 === 0 ? 'second' : 'millisecond'
  return Temporal.Instant.fromEpochMilliseconds(instant).toString({
    timeZone: zone,
    smallestUnit: precision,
  })
}
