// Whether a measure held for so many days: the run of days, what put it back, and what is still missing.
import type { Condition } from '@trucekeeper/agreement'
import { civilDay, startOfDay, type Instant, type Interval } from '@trucekeeper/time'
import { and, or } from './algebra.ts'
import { dayOf } from './days.ts'
import { measuredDay, measuredSpan, type MeasuredDay } from './measure.ts'
import { node, type Node } from './node.ts'
import type { Run } from './run.ts'
import type { Verdict } from './status.ts'
import { countOf, joined, sayInstant } from './words.ts'

export type HeldCondition = Extract<Condition, { op: 'held' }>

export interface Reset {
  readonly at: Instant
  readonly why: string
}

export interface HeldDays {
  readonly needed: number
  /** Whole days counted so far. */
  readonly done: number
  readonly days: readonly MeasuredDay[]
  /** The day under way, which counts once it is over. */
  readonly today: MeasuredDay | null
  /** When the count was begun again last; a day that had begun by then is not counted. */
  readonly begunAgain: Instant
  /** What put the count back, earliest first. */
  readonly resets: () => readonly Reset[]
  readonly value: Verdict
  /** The stretch over which days are counted, or null before it begins. */
  readonly span: Interval | null
}

/** Every window of days that a condition asks for, wherever in it. */
export function windowsIn(condition: Condition): readonly HeldCondition[] {
  if (condition.op === 'held') return [condition]
  if (condition.op === 'not') return windowsIn(condition.arg)
  return condition.op === 'and' || condition.op === 'or' ? condition.args.flatMap(windowsIn) : []
}

export function daysNeeded({ length }: HeldCondition): number {
  return length.count * (length.unit === 'week' ? 7 : 1)
}

/** The days of a condition, worked out once in a run: the gate asks for them beside its tree. */
export function heldDays(run: Run, condition: HeldCondition): HeldDays {
  return run.kept(condition, () => daysOf(run, condition))
}

function daysOf(run: Run, condition: HeldCondition): HeldDays {
  const { measure: ref, mode, reset } = condition
  const measure = run.measure(ref.id)
  const { zone } = measure
  const needed = daysNeeded(condition)
  const span = measuredSpan(run, measure)
  if (!span)
    return {
      needed,
      done: 0,
      days: [],
      today: null,
      begunAgain: -Infinity,
      resets: () => [],
      value: 'breached',
      span,
    }
  const days = run.plan.days(span, run.at, zone).map((day) => measuredDay(run, measure, day, span))
  const current = dayOf(civilDay(run.at, zone), zone)
  const underWay = run.at < span.to && current.from >= span.from
  const uses = reset ? run.timeline.uses(reset.id) : []
  const begunAgain = uses.at(-1)?.at ?? -Infinity
  const counted = days.filter(({ day }) => startOfDay(day, zone) >= begunAgain)
  const value = mode === 'continuous' ? continuous(counted, needed) : cumulative(counted, needed)
  const held = mode === 'continuous' ? trailing(counted) : counted.filter(isMet).length
  return {
    needed,
    done: value === 'met' ? needed : held,
    days,
    today: underWay ? measuredDay(run, measure, current, span) : null,
    begunAgain,
    resets: () =>
      [
        ...(mode === 'continuous' ? breaks(days, zone) : []),
        ...uses.map(({ at, acts }) => ({
          at,
          why: `begun again by ${joined([...new Set(acts.flatMap(({ by }) => by))])} on ${sayInstant(at, zone)}`,
        })),
      ].toSorted((a, b) => a.at - b.at),
    value,
    span,
  }
}

export function heldNode(run: Run, condition: HeldCondition): Node {
  const { needed, done, days, value } = heldDays(run, condition)
  const text = `${condition.measure.id} held for ${done} of ${countOf(needed, 'day')}, ${condition.mode}`
  return node('held', text, value, {
    children: days.map((day) => day.node),
    rule: days.length === 0 ? run.measure(condition.measure.id) : null,
  })
}

function isMet({ value }: MeasuredDay): boolean {
  return value === 'met'
}

function trailing(days: readonly MeasuredDay[]): number {
  return days.length - 1 - days.findLastIndex((day) => !isMet(day))
}

/** Days that did not hold, after days that did: before them there was nothing to put back. */
function breaks(days: readonly MeasuredDay[], zone: string): Reset[] {
  return days.flatMap(({ day, value, node: { text } }, index) =>
    value === 'breached' && index > 0 && isMet(days[index - 1]!)
      ? [{ at: startOfDay(day, zone), why: `it did not hold on ${text}` }]
      : [],
  )
}

/** Met once a whole run of days was met; what a day nobody can speak for leaves open stays open. */
function continuous(days: readonly MeasuredDay[], needed: number): Verdict {
  const values = days.map(({ value }) => value)
  const windows = values.slice(needed - 1).map((_, start) => and(values.slice(start, start + needed)))
  return or(windows)
}

/** Met once enough days were met; open as long as days nobody can speak for could make up the number. */
function cumulative(days: readonly MeasuredDay[], needed: number): Verdict {
  const among = (...verdicts: Verdict[]) => days.filter(({ value }) => verdicts.includes(value)).length
  if (among('met') >= needed) return 'met'
  if (among('met', 'contested') >= needed) return 'contested'
  return among('met', 'contested', 'unknown') >= needed ? 'unknown' : 'breached'
}
