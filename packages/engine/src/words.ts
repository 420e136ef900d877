// The few phrases in which the engine says times, names and counts; the same in every locale.
import type { Agreement } from '@trucekeeper/agreement'
import type { Fact } from '@trucekeeper/corroborate'
import { civilDay, formatInstant, type CivilDay, type Instant } from '@trucekeeper/time'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `16 September` */
export function sayDay(day: CivilDay): string {
  const [, month, date] = day.split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1]}`
}

/** `16 September, 19:00` */
export function sayInstant(instant: Instant, zone: string): string {
  const key = `${instant} ${zone}`
  const known = saidInstants.get(key)
  if (known !== undefined) return known
  const text = `${sayDay(civilDay(instant, zone))}, ${formatInstant(instant, zone).slice(11, 16)}`
  if (saidInstants.size >= MOST_REMEMBERED) saidInstants.clear()
  saidInstants.set(key, text)
  return text
}

/** Every clause says the same few instants again and again, and calendars are slow. */
const saidInstants = new Map<string, string>()
const MOST_REMEMBERED = 5000

/** `13, 14 and 17 September`: runs of days named once by their month. */
export function sayDays(days: readonly CivilDay[]): string {
  const byMonth = [...Map.groupBy(days, (day) => day.slice(0, 7)).values()]
  return joined(
    byMonth.map(
      (group) => `${joined(group.map((day) => String(Number(day.slice(8)))))} ${sayDay(group[0]!).split(' ')[1]}`,
    ),
  )
}

/** `a`, `a and b`, `a, b and c` */
export function joined(parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? ''
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** Who speaks in some facts, by the names the agreement gives them where it names them. */
export function speakersOf(facts: readonly Fact[], agreement: Agreement): string {
  const names = facts.map(({ claim, speaker }) => {
    const actor = agreement.actors.find(({ id }) => id === speaker)
    return actor?.id ?? claim.speaker ?? 'someone unnamed'
  })
  return joined([...new Set(names)].toSorted())
}

export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
