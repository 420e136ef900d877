// The days on which a clause was in force: wholly, in part, or suspended, so that nothing on them counts.
import { civilDay, dayNumber, dayOfNumber, startOfDay, type Interval } from '@trucekeeper/time'

/** whole: in force from its beginning to its end; part: for some of it; off: suspended for all that the span has of it. */
export type DayState = 'whole' | 'part' | 'off'

/** Days by number, counted from 1970-01-01. */
export interface Reach {
  /** The first and the last day that the span touches. */
  readonly first: number
  readonly last: number
  /** Null where nothing was ever suspended, which is the rule. */
  readonly states: readonly DayState[] | null
  readonly firstWhole: number
  readonly lastWhole: number
  /** Days that were suspended as far as the span has them. */
  readonly suspended: number
}

const LONGEST_SPAN_MS = 100 * 366 * 86_400_000

/** The days of a span, less the stretches for which the clause was suspended. A span without end runs for a long time. */
export function reachOf(span: Interval, suspensions: readonly Interval[], zone: string): Reach {
  const first = civilDay(span.from, zone)
  const end = Math.min(span.to, span.from + LONGEST_SPAN_MS)
  const [firstNumber, lastNumber] = [dayNumber(first), dayNumber(civilDay(end - 1, zone))]
  const start = (number: number) => startOfDay(dayOfNumber(number), zone)
  const gaps = merged(suspensions.filter(({ from, to }) => from < end && to > span.from && from < to))
  const firstWhole = start(firstNumber) === span.from ? firstNumber : firstNumber + 1
  const lastWhole = start(lastNumber + 1) === end ? lastNumber : lastNumber - 1
  const stateOf = (number: number): DayState => {
    const day = { from: Math.max(span.from, start(number)), to: Math.min(end, start(number + 1)) }
    if (gaps.some(({ from, to }) => from <= day.from && to >= day.to)) return 'off'
    const touched = gaps.some(({ from, to }) => from < day.to && to > day.from)
    return touched || number < firstWhole || number > lastWhole ? 'part' : 'whole'
  }
  const states =
    gaps.length === 0
      ? null
      : Array.from({ length: lastNumber - firstNumber + 1 }, (_, index) => stateOf(firstNumber + index))
  return {
    first: firstNumber,
    last: lastNumber,
    states,
    firstWhole,
    lastWhole,
    suspended: states?.filter((state) => state === 'off').length ?? 0,
  }
}

/** Whether something on these days of the reach falls in the time of the clause: surely, perhaps, or not at all. */
export function stateOver({ first, states, firstWhole, lastWhole }: Reach, from: number, to: number): DayState {
  if (states === null) return from < firstWhole || to > lastWhole ? 'part' : 'whole'
  let state = states[from - first]!
  for (let day = from + 1; day <= to && state !== 'part'; day += 1) if (states[day - first] !== state) state = 'part'
  return state
}

/** Stretches that meet or overlap as one. */
function merged(stretches: readonly Interval[]): Interval[] {
  const found: Interval[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && from <= last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else found.push({ from, to })
  }
  return found
}
