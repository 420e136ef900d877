// Whether a measure held for so many days: the run of days, what put it back, and what is still missing.
import type { Condition, Measure } from '@trucekeeper/agreement'
import { civilDay, startOfDay, type Interval } from '@trucekeeper/time'
import { and } from './algebra.ts'
import { wholeDays } from './ban.ts'
import { measuredDay, type MeasuredDay } from './measure.ts'
import { node, type Node } from './node.ts'
import type { Run } from './run.ts'
import type { Verdict } from './status.ts'
import { countOf, sayDay, sayInstant } from './words.ts'

export type HeldCondition = Extract<Condition, { op: 'held' }>

export interface HeldDays {
  readonly needed: number
  /** Whole days counted so far. */
  readonly done: number
  readonly days: readonly MeasuredDay[]
  /** The day under way, which counts once it is over. */
  readonly today: MeasuredDay | null
  readonly resets: readonly { readonly at: number; readonly why: string }[]
  readonly value: Verdict
  /** The stretch over which days are counted, or null before it begins. */
  readonly span: Interval | null
}

export function heldDays(run: Run, { measure: ref, length, mode, reset }: HeldCondition): HeldDays {
  const measure = run.measure(ref.id)
  const needed = length.count * (length.unit === 'week' ? 7 : 1)
  const span = spanOf(run, measure)
  if (!span) return { needed, done: 0, days: [], today: null, resets: [], value: 'breached', span }
  const { zone } = measure
  const days = wholeDays(span, run.at, zone).map((day) => measuredDay(run, measure, day, span))
  const current = civilDay(run.at, zone)
  const under = run.at < span.to && startOfDay(current, zone) >= span.from
  const today = under ? measuredDay(run, measure, current, span) : null
  const uses = reset ? run.timeline.uses(reset.id) : []
  const put = uses.at(-1)?.at ?? -Infinity
  const counted = days.filter(({ day }) => startOfDay(day, zone) >= put)
  const done =
    mode === 'cumulative' ? counted.filter(({ node: { value } }) => value === 'met').length : trailing(counted)
  return {
    needed,
    done,
    days,
    today,
    resets: [
      ...days.flatMap((day, index) =>
        mode === 'continuous' && day.node.value === 'breached' && index > 0
          ? [{ at: startOfDay(day.day, zone), why: `${day.count[0]} breaches on ${sayDay(day.day)}` }]
          : [],
      ),
      ...uses.map(({ at, acts }) => ({
        at,
        why: `begun again by ${[...new Set(acts.flatMap(({ by }) => by))].join(' and ')} on ${sayInstant(at, zone)}`,
      })),
    ].toSorted((a, b) => a.at - b.at),
    value: valueOf(counted, needed, mode, done),
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

function spanOf({ timeline, at }: Run, measure: Measure): Interval | null {
  const from = timeline.moment(measure.from)
  if (from === null || from > at) return null
  const during = measure.during ? timeline.span(measure.during) : { from, to: Infinity }
  return during && { from: Math.max(from, during.from), to: during.to }
}

function trailing(days: readonly MeasuredDay[]): number {
  const lastBroken = days.findLastIndex(({ node: { value } }) => value !== 'met')
  return days.length - 1 - lastBroken
}

/** Met once a whole run of days was met; what a day nobody can speak for leaves open stays open. */
function valueOf(days: readonly MeasuredDay[], needed: number, mode: HeldCondition['mode'], done: number): Verdict {
  const values = days.map(({ node: { value } }) => value!)
  if (mode === 'cumulative') return done >= needed ? 'met' : 'breached'
  let best: Verdict = 'breached'
  for (let start = 0; start + needed <= values.length; start += 1) {
    const window = and(values.slice(start, start + needed))
    if (window === 'met') return 'met'
    if (window === 'contested' || (window === 'unknown' && best === 'breached')) best = window
  }
  return best
}
