// The few phrases in which the engine says times, names and counts; the same in every locale.
import type { Agreement } from '@trucekeeper/agreement'
import type { Fact } from '@trucekeeper/corroborate'
import { addDays, civilDay, formatInstant, type CivilDay, type Instant } from '@trucekeeper/time'

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

/** `13, 14 and 17 September`, `13 to 17 September`, `28 September to 2 October`: days in a row by their first and last. */
export function sayDays(days: readonly CivilDay[]): string {
  const runs = runsOf(days).flatMap((run) => (run.length > 2 ? [[run[0]!, run.at(-1)!]] : run.map((day) => [day])))
  const parts = runs.map(([from, to], index) => {
    const month = (day: CivilDay) => day.slice(0, 7)
    const next = runs[index + 1]?.[0]
    const last = to ?? from!
    // A month is named once, behind the last of its days.
    const end = next !== undefined && month(next) === month(last) ? String(Number(last.slice(8))) : sayDay(last)
    if (to === undefined) return end
    return `${month(from!) === month(to) ? Number(from!.slice(8)) : sayDay(from!)} to ${end}`
  })
  return joined(parts)
}

/** Days in a row together. */
function runsOf(days: readonly CivilDay[]): CivilDay[][] {
  const runs: CivilDay[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && addDays(run.at(-1)!, 1) === day) run.push(day)
    else runs.push([day])
  }
  return runs
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
