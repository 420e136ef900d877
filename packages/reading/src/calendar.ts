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

export function monthBefore(day: CivilDay): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month === 1 ? `${year - 1}-12` : `${year}-${pad(month - 1)}`
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
