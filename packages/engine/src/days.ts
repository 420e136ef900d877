// Days of a span: which are over, and on which of them somebody whose word counts said anything about a ban.
import { independentSources, type Fact } from '@trucekeeper/corroborate'
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
import type { Run } from './run.ts'
import type { Violations } from './violations.ts'

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
  const spoken = spokenDays(run, violations)
  const gaps = run.timeline.suspensions(clause)
  return run.prepared
    .days(span, run.at, run.prepared.agreement.zone)
    .filter((day) => !spoken(day) && !gaps.some((gap) => overlaps(gap, day)))
    .map(({ day }) => day)
}

/** Whether the account has a word about a day, from enough independent sources. */
export function spokenDays({ policy }: Run, { each, denials }: Violations): (day: Day) => boolean {
  const spoken: { fact: Fact; when: Interval }[] = [
    ...denials,
    ...each.flatMap(({ node: { evidence } }) =>
      [...evidence.for, ...evidence.against, ...evidence.undetermined].map((fact) => ({ fact, when: fact.when })),
    ),
  ]
  return (day) => {
    // An undated event speaks of no day in particular.
    const about = spoken.filter(({ when }) => Number.isFinite(when.from) && overlaps(when, day))
    if (policy.sources <= 1) return about.length > 0
    return independentSources(about.map(({ fact }) => fact)) >= policy.sources
  }
}
