// Days of a span: which of them are over, and of which nobody whose word counts said anything about a ban.
import {
  addDays,
  civilDay,
  civilDays,
  overlaps,
  startOfDay,
  type CivilDay,
  type Instant,
  type Interval,
} from '@trucekeeper/time'
import type { Violations } from './books/violations.ts'
import type { Run } from './run.ts'

/** A civil day and the stretch it is in its zone. */
export interface Day extends Interval {
  readonly day: CivilDay
}

export function dayOf(day: CivilDay, zone: string): Day {
  return { day, from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone) }
}

/** The days that lie wholly in a span and are over at an instant. */
export function wholeDays(span: Interval, at: Instant, zone: string): Day[] {
  const opening = civilDay(span.from, zone)
  const first = startOfDay(opening, zone) === span.from ? opening : addDays(opening, 1)
  const last = addDays(civilDay(Math.min(at, span.to), zone), -1)
  return civilDays(first, last).map((day) => dayOf(day, zone))
}

/** Whole days of the span so far about which the account has no word. A day of suspension needs none. */
export function silentDays(run: Run, clause: string, violations: Violations, span: Interval): CivilDay[] {
  const { zone } = run.plan.agreement
  const gaps = run.timeline.suspensions(clause)
  return run.plan
    .days(span, run.at, zone)
    .filter((day) => !violations.spokenOf(day.day, zone) && !gaps.some((gap) => overlaps(gap, day)))
    .map(({ day }) => day)
}
