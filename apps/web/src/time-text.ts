// Instants as the page writes them: on the clock of the agreement's zone, never on the reader's own.
import { words } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB-u-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    clocks.set(zone, clock)
  }
  return clock
}

function partsOf(milliseconds: number, zone: string): Parts {
  const parts = clockOf(zone).formatToParts(milliseconds)
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Parts
}

/** `2016-09-16T23:00`, as a date-and-time field holds it; empty when `iso` is no instant. */
export function localOf(iso: string, zone: string): string {
  const milliseconds = Date.parse(iso)
  if (Number.isNaN(milliseconds)) return ''
  const { year, month, day, hour, minute } = partsOf(milliseconds, zone)
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/** The instant that a wall clock in `zone` shows as `local`, with the offset of that day; null when there is none. */
export function instantOfLocal(local: string, zone: string): string | null {
  const wall = Date.parse(`${local}Z`)
  if (Number.isNaN(wall)) return null
  // The offset is a function of the instant, which is what is sought: guess, look, and look once more.
  let offset = offsetAt(wall, zone)
  offset = offsetAt(wall - offset, zone)
  const iso = `${local.slice(0, 16)}:00${offsetText(offset)}`
  return localOf(iso, zone) === local.slice(0, 16) ? iso : null
}

/** The instant `milliseconds` after 1970 with the offset of the zone, to the minute. */
export function isoOf(milliseconds: number, zone: string): string {
  return `${localOf(new Date(milliseconds).toISOString(), zone)}:00${offsetText(offsetAt(milliseconds, zone))}`
}

function offsetAt(milliseconds: number, zone: string): number {
  const { year, month, day, hour, minute } = partsOf(milliseconds, zone)
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
  return wall - Math.floor(milliseconds / MINUTE) * MINUTE
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE
  const two = (n: number) => String(n).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** `16 September 2016, 23:00`. A day without an hour stays a day: `16 September 2016`. */
export function longMoment(iso: string, zone: string): string {
  return written(iso, zone, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** `16 Sep, 23:00`. */
export function shortMoment(iso: string, zone: string): string {
  return written(iso, zone, { day: 'numeric', month: 'short' })
}

function written(iso: string, zone: string, form: Intl.DateTimeFormatOptions): string {
  const [from, to] = iso.split('/')
  if (from && to) return words.time.span(written(from, zone, form), written(to, zone, form))
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso)
  const milliseconds = Date.parse(isDay ? `${iso}T12:00Z` : iso)
  if (Number.isNaN(milliseconds)) return iso
  const timeZone = isDay ? 'UTC' : zone
  const date = dateFormat({ ...form, timeZone }).format(milliseconds)
  if (isDay) return date
  const { hour, minute } = partsOf(milliseconds, zone)
  return words.time.moment(date, `${hour}:${minute}`)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one costs more than using it a hundred times, and a screen writes hundreds of dates. */
function dateFormat(form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${words.locale} ${JSON.stringify(form)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(words.locale, form)
  formats.set(key, format)
  return format
}

/** `Tue` and `13` of a civil day. */
export function dayLabels(day: string): { weekday: string; number: string } {
  const noon = Date.parse(`${day}T12:00Z`)
  const format = (form: Intl.DateTimeFormatOptions) => dateFormat({ ...form, timeZone: 'UTC' }).format(noon)
  return Number.isNaN(noon)
    ? { weekday: '', number: day }
    : { weekday: format({ weekday: 'short' }), number: format({ day: 'numeric' }) }
}

/** The civil day after another, `2016-09-17` after `2016-09-16`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00Z`) + DAY).toISOString().slice(0, 10)
}

/** `in 20 h`, `in 2 d 4 h`, `35 min ago`, `now`: how far `to` lies from `from`, in its two largest units. */
export function timeLeft(from: string, to: string): string {
  const distance = Date.parse(to) - Date.parse(from)
  if (Number.isNaN(distance)) return ''
  const length = Math.abs(distance)
  if (length < MINUTE) return words.time.now
  const days = Math.floor(length / DAY)
  const hours = Math.floor((length % DAY) / HOUR)
  const minutes = Math.floor((length % HOUR) / MINUTE)
  const shown = days > 0 ? [words.time.days(days), hours > 0 && words.time.hours(hours)] : []
  const lesser = [hours > 0 && words.time.hours(hours), minutes > 0 && words.time.minutes(minutes)]
  const text = (days > 0 ? shown : lesser).filter(Boolean).join(words.time.and)
  return distance > 0 ? words.time.ahead(text) : words.time.ago(text)
}

/** `Damascus` of `Asia/Damascus`. */
export function zoneName(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** The same instant on the clock of who reads, where that shows another hour; null where it does not, or for a day. */
export function yourMoment(iso: string, zone: string, yours: string = here()): string | null {
  if (!/T/.test(iso) || iso.includes('/') || localOf(iso, zone) === localOf(iso, yours)) return null
  return words.time.yours(longMoment(iso, yours), zoneName(yours))
}

function here(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
