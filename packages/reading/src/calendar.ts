// Days, weeks and months counted from the day of publication, in the zone in which that day is read.
import {
  addDays,
  civilDay,
  formatInstant,
  parseDating,
  parseInstant,
  startOfDay,
  type CivilDay,
} from '@trucekeeper/time'

/** The civil day of a publication date; null where the text is neither a day nor an instant with an offset. */
export function publicationDay(published: string, zone: string): CivilDay | null {
  const instant = parseInstant(published)
  if (instant !== null) return civilDay(instant, zone)
  return parseDating(published)?.precision === 'day' ? published : null
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: CivilDay): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The last such weekday, the day itself included: weekdays in reports look back. */
export function lastWeekday(day: CivilDay, weekday: number): CivilDay {
  return addDays(day, -((weekdayOf(day) - weekday + 7) % 7))
}

/** The first such weekday after the day. */
export function nextWeekday(day: CivilDay, weekday: number): CivilDay {
  return addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1)
}

/** A day and month without a year: the year in which it lies nearest before the day of publication, or just after. */
export function dayInYear(day: CivilDay, month: number, date: number): CivilDay | null {
  const year = Number(day.slice(0, 4))
  for (const candidate of [year, year - 1]) {
    const text = `${candidate}-${pad(month)}-${pad(date)}`
    if (parseDating(text) !== null && (candidate < year || text <= addDays(day, 60))) return text
  }
  return null
}

/** So many months before the month of a day; after it where the number is negative. */
export function monthsBefore(day: CivilDay, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count
  return `${Math.floor(months / 12)}-${pad((months % 12) + 1)}`
}

/** A month without a year: that of the day of publication, or the last one before. */
export function monthInYear(day: CivilDay, month: number): string {
  return month <= Number(day.slice(5, 7))
    ? `${day.slice(0, 4)}-${pad(month)}`
    : `${Number(day.slice(0, 4)) - 1}-${pad(month)}`
}

/** `On the 12th`: in the month of publication, or the one before where that day is still to come. */
export function dayInMonth(day: CivilDay, date: number): CivilDay | null {
  for (const month of [day.slice(0, 7), monthsBefore(day, 1)]) {
    const text = `${month}-${pad(date)}`
    if (text <= day && parseDating(text) !== null) return text
  }
  return null
}

/** The last weekend that has begun: `2016-09-17/2016-09-18`. */
export function weekendOf(day: CivilDay): string {
  const saturday = lastWeekday(day, 5)
  return `${saturday}/${addDays(saturday, 1)}`
}

/** The text of a wall-clock time on a day in a zone: `2016-09-12T19:00:00+03:00`. */
export function clockTime(day: CivilDay, hour: number, minute: number, zone: string): string {
  const instant = startOfDay(day, zone) + (hour * 60 + minute) * 60_000
  const text = formatInstant(instant, zone)
  // Where clocks change that day the wall shows another hour: go by what it shows.
  const shown = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
  return formatInstant(instant + (hour * 60 + minute - shown) * 60_000, zone)
}

export function pad(number: number): string {
  return String(number).padStart(2, '0')
}
