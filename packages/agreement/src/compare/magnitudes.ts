// Which of two lengths, moments, spans and thresholds is the longer, later or looser, where that can be told.
import { parseInstant, type Duration } from '@trucekeeper/time'
import type { Moment, SpanOf, Threshold } from '../phrases.ts'
import { canonical, countsWithin } from './canonical.ts'
import type { Reach } from './change.ts'

/** 1 when the new is greater, -1 when it is less, 0 when they are the same; null when it cannot be told. */
export type Order = Reach | null

/** A clock moved forward or back makes a number of calendar days an hour longer or shorter. */
const CLOCK_CHANGE = 60
const DAY = 24 * 60
const MINUTE_MS = 60_000

/** Hours are exact and days go by the calendar, so that 48 hours are neither more nor less than 2 days. */
export function longer(old: Duration | null, now: Duration | null): Order {
  if (canonical(old) === canonical(now)) return 0
  const [before, after] = [minutes(old), minutes(now)]
  if (before.exact === after.exact) return Math.sign(after.low - before.low) as Reach
  if (after.low > before.high) return 1
  return after.high < before.low ? -1 : null
}

function minutes(duration: Duration | null): { low: number; high: number; exact: boolean | null } {
  if (!duration) return { low: 0, high: 0, exact: null }
  const { count, unit } = duration
  if (unit === 'minute') return { low: count, high: count, exact: true }
  if (unit === 'hour') return { low: count * 60, high: count * 60, exact: true }
  const middle = count * DAY * (unit === 'week' ? 7 : 1)
  return { low: middle - CLOCK_CHANGE, high: middle + CLOCK_CHANGE, exact: false }
}

export function later(old: Moment, now: Moment): Order {
  if (old.anchor || now.anchor) return old.anchor?.id === now.anchor?.id ? longer(old.plus, now.plus) : null
  const [before, after] = [span(old), span(now)]
  if (before.low === after.low && before.high === after.high) return 0
  if (after.low >= before.high) return 1
  return after.high <= before.low ? -1 : null
}

/** From the earliest to the latest instant a fixed moment may be, in minutes. */
function span({ instant, plus }: Moment): { low: number; high: number } {
  const start = (parseInstant(instant ?? '') ?? 0) / MINUTE_MS
  const { low, high } = minutes(plus)
  return { low: start + low, high: start + high }
}

/** Whether a span of time reaches further. */
export function reachesFurther(old: SpanOf, now: SpanOf): Order {
  if (old.kind === 'term' || now.kind === 'term') return canonical(old) === canonical(now) ? 0 : null
  const begins = later(now.from, old.from)
  const ends = old.to && now.to ? later(old.to, now.to) : old.to ? 1 : now.to ? -1 : 0
  return both(begins, ends)
}

/** Whether a threshold lets more counts pass. */
export function looser(old: Threshold, now: Threshold): Order {
  const [before, after] = [countsWithin(old.relation, old.value), countsWithin(now.relation, now.value)]
  return both(
    Math.sign(before.low - after.low) as Reach,
    after.high === before.high ? 0 : after.high > before.high ? 1 : -1,
  )
}

/** The order of a whole from those of its parts; null when they go different ways. */
export function both(one: Order, other: Order): Order {
  if (one === 0 || other === 0 || one === other) return one === 0 ? other : one
  return null
}
