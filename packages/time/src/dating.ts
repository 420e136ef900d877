// When something happened, as a report gives it: an instant, a day, a month, a year, or a span of them.
import { Temporal } from 'temporal-polyfill'
import { addDays, dayNumber, startOfDay } from './day.ts'
import { parseInstant } from './instant.ts'
import type { Interval } from './interval.ts'

export type DatePrecision = 'instant' | 'day' | 'month' | 'year' | 'span'

/** A date as written: `2016-09-16T23:00+03:00`, `2016-09-16`, `2016-09`, `2016`, or two of them with `/` between. */
export interface Dating {
  readonly text: string
  readonly precision: DatePrecision
}

const CALENDAR = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** Reads a date as reports give it; null when it is none. Offsets are required wherever there is an hour. */
export function parseDating(text: string): Dating | null {
  const [first, second, ...more] = text.split('/')
  if (more.length > 0 || first === undefined) return null
  const precision = precisionOf(first)
  if (precision === null) return null
  if (second === undefined) return { text, precision }
  if (precisionOf(second) === null) return null
  const [start, end] = [edges(first, 'UTC'), edges(second, 'UTC')]
  return start.from < end.to || start.from === end.from ? { text, precision: 'span' } : null
}

/**
 * The stretch of time that a date covers in a zone; an instant covers its own millisecond. It always ends after it
 * begins: where the day that ends a span is over in that zone before the instant that begins it, the instant alone is left.
 */
export function datedInterval({ text }: Dating, zone: string): Interval {
  const [first, second] = text.split('/')
  const start = edges(first!, zone)
  if (second === undefined) return start
  const { to } = edges(second, zone)
  return { from: start.from, to: to > start.from ? to : start.to }
}

function precisionOf(text: string): Exclude<DatePrecision, 'span'> | null {
  if (parseInstant(text) !== null) return 'instant'
  if (!CALENDAR.test(text)) return null
  try {
    if (text.length === 10 && Number.isNaN(dayNumber(text))) return null
    if (text.length === 7) Temporal.PlainYearMonth.from(text)
  } catch {
    return null
  }
  return text.length === 10 ? 'day' : text.length === 7 ? 'month' : 'year'
}

function edges(text: string, zone: string): Interval {
  const instant = parseInstant(text)
  if (instant !== null) return { from: instant, to: instant + 1 }
  if (text.length === 10) return { from: startOfDay(text, zone), to: startOfDay(addDays(text, 1), zone) }
  const first = Temporal.PlainDate.from(text.length === 7 ? `${text}-01` : `${text}-01-01`)
  const next = first.add(text.length === 7 ? { months: 1 } : { years: 1 })
  return { from: startOfDay(first.toString(), zone), to: startOfDay(next.toString(), zone) }
}
