// Time on a line: where an instant is drawn, what may be seen of the whole, where days are marked, what falls together.
import { dayAfter, instantOfLocal, localOf } from '../time-text.ts'

/** Milliseconds since 1970; the end excluded. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const HOUR = 3_600_000
export const DAY = 24 * HOUR
const LEAST = 2 * HOUR

/** Where an instant lies across `width`, from the start of the line, which is at the right where one reads from there. */
export function placeOf(instant: number, { from, to }: Stretch, width: number, direction: 'ltr' | 'rtl'): number {
  const across = ((instant - from) / (to - from)) * width
  return direction === 'rtl' ? width - across : across
}

/** Nearer or farther about a fraction of what is shown; never beyond the whole, never less than two hours. */
export function zoomed(shown: Stretch, whole: Stretch, factor: number, about = 0.5): Stretch {
  const length = Math.min(Math.max((shown.to - shown.from) * factor, LEAST), whole.to - whole.from)
  const pivot = shown.from + (shown.to - shown.from) * about
  return within({ from: pivot - length * about, to: pivot + length * (1 - about) }, whole)
}

/** Later by a fraction of what is shown; earlier for a negative one. */
export function moved(shown: Stretch, whole: Stretch, fraction: number): Stretch {
  const by = (shown.to - shown.from) * fraction
  return within({ from: shown.from + by, to: shown.to + by }, whole)
}

function within({ from, to }: Stretch, whole: Stretch): Stretch {
  const over = Math.max(0, whole.from - from) - Math.max(0, to - whole.to)
  return { from: Math.max(whole.from, from + over), to: Math.min(whole.to, to + over) }
}

export interface Tick {
  readonly at: number
  /** The civil day that begins there; null for an hour within a day. */
  readonly day: string | null
  readonly hour: string
}

const STEPS_DAYS = [1, 2, 7, 14, 28, 91, 182, 365, 1826, 3652]

/** Days or hours to be marked, so far apart that their names have room. */
export function ticksOf({ from, to }: Stretch, zone: string, most: number): Tick[] {
  const length = to - from
  const hours = [1, 3, 6, 12].find((step) => length / (step * HOUR) <= most)
  const days = STEPS_DAYS.find((step) => length / (step * DAY) <= most) ?? STEPS_DAYS.at(-1)!
  const ticks: Tick[] = []
  let day = localOf(new Date(from).toISOString(), zone).slice(0, 10)
  for (let passed = 0; ; passed += 1) {
    const start = startOf(day, zone)
    if (start > to || passed > 20_000) return ticks
    const dayNumber = Math.round(Date.parse(`${day}T12:00Z`) / DAY)
    if (hours !== undefined || dayNumber % days === 0) ticks.push({ at: start, day, hour: '00:00' })
    for (let hour = hours ?? 24; hour < 24; hour += hours ?? 24) {
      const clock = `${String(hour).padStart(2, '0')}:00`
      ticks.push({ at: start + hour * HOUR, day: null, hour: clock })
    }
    day = dayAfter(day)
  }
}

/** Midnight; where clocks skip it, the hour after. */
export function startOf(day: string, zone: string): number {
  return Date.parse(instantOfLocal(`${day}T00:00`, zone) ?? instantOfLocal(`${day}T01:00`, zone) ?? `${day}T00:00Z`)
}

/** Those that would be drawn on top of each other, as one: each group lies within `apart` of its first. */
export function together<T extends { readonly at: number }>(
  all: readonly T[],
  { from, to }: Stretch,
  width: number,
  apart: number,
): T[][] {
  const reach = (apart / width) * (to - from)
  const groups: T[][] = []
  for (const one of all.filter(({ at }) => at >= from && at <= to).toSorted((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    if (group && one.at - group[0]!.at < reach) group.push(one)
    else groups.push([one])
  }
  return groups
}
