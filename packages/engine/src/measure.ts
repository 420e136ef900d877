// Counts what a measure counts, as an interval: what there surely was at least, and what is alleged at most.
import type { Ban, Measure, Threshold } from '@trucekeeper/agreement'
import { intersect, type CivilDay, type Interval } from '@trucekeeper/time'
import type { Count } from './books/stretch-count.ts'
import { silentDays, type Day } from './days.ts'
import { deferred, node, NO_EVIDENCE, question, silence, type Node } from './node.ts'
import { clausesNamed } from './plan.ts'
import type { Run } from './run.ts'
import type { Verdict } from './status.ts'
import { sayDay } from './words.ts'

/** One day of a measure. */
export interface MeasuredDay {
  readonly day: CivilDay
  readonly count: () => Count
  readonly value: Verdict
  readonly node: Node
}

/** What was counted in some stretch, whether anybody spoke of all of it, and on what it rests. */
interface Counting {
  /** Each end only as far as a limit, if one is given. */
  readonly count: (limit?: number) => Count
  readonly silent: boolean
  readonly isContested: boolean
  /** Whether there is anything it rests on. */
  readonly rests: boolean
  readonly children: () => readonly Node[]
}

/** The stretch over which a measure is counted, or null before it begins. */
export function measuredSpan({ timeline, at }: Run, measure: Measure): Interval | null {
  const from = timeline.moment(measure.from)
  if (from === null || from > at) return null
  const during = measure.during ? timeline.span(measure.during) : { from, to: Infinity }
  return during && intersect(during, { from, to: Infinity })
}

export function measuredDay(run: Run, measure: Measure, day: Day, span: Interval): MeasuredDay {
  const on = `on ${sayDay(day.day)}`
  const counting = countIn(run, measure, day, span, on, (ban) =>
    run.violations(ban, span, measure.zones).spokenOf(day.day, measure.zone),
  )
  const { value, children } = judged(measure, measure.holds, counting, on)
  const { count } = counting
  const tell = () => ({ text: `${sayDay(day.day)}: ${sayCount(count())} counted`, children: children() })
  return { day: day.day, count, value, node: deferred('day', value, tell) }
}

/** The count of a measure over its whole span so far. */
export function countNode(run: Run, measureId: string, threshold: Threshold): Node {
  const measure = run.measure(measureId)
  const span = measuredSpan(run, measure)
  if (!span) return node('count', `${measureId} is not counted yet`, 'unknown', { rule: measure })
  const counting = countIn(run, measure, span, span, 'at any time', (ban) => {
    const violations = run.violations(ban, span, measure.zones)
    return silentDays(run, ban.id, violations, span).length === 0
  })
  const { value, children } = judged(measure, threshold, counting, 'throughout')
  return deferred('count', value, () => ({
    text: `${measureId}: ${sayCount(counting.count())} counted`,
    children: children(),
  }))
}

function sayCount([low, high]: Count): string {
  return low === high ? String(low) : `${low} to ${high}`
}

function judged(
  measure: Measure,
  threshold: Threshold,
  { count: counted, silent, isContested, rests, children }: Counting,
  when: string,
): { value: Verdict; children: () => readonly Node[] } {
  // Beyond the threshold by one is as good as beyond it by far.
  const count = counted(threshold.value + 1)
  const value = thresholdValue(count, threshold, isContested)
  if (!silent && rests) return { value, children }
  // What is counted at least stands whoever was silent; how much more there was, nobody can tell.
  const surely = thresholdValue([count[0], Infinity], threshold, isContested)
  const decided = surely === 'met' || surely === 'breached' ? surely : silentValue(measure, value, surely)
  const rule = () =>
    silence(`about everyone ${when}`, measure.silence, measure.silence, measure, [
      `everyone kept it ${when}`,
      `somebody did not keep it ${when}`,
    ])
  return { value: decided, children: () => [...children(), rule()] }
}

function silentValue({ silence: means }: Measure, counted: Verdict, surely: Verdict): Verdict {
  if (means === 'unknown') return surely
  if (means === 'breached') return 'breached'
  return counted === 'breached' ? 'met' : counted
}

function countIn(
  run: Run,
  measure: Measure,
  stretch: Interval,
  span: Interval,
  when: string,
  spoken: (ban: Ban) => boolean,
): Counting {
  if (measure.counts.kind === 'acts') return actsIn(run, measure, measure.counts.acts, stretch, span, when)
  const bans = clausesNamed(run.plan, measure.counts.of.id).filter((clause) => clause.kind === 'ban')
  const countings = bans.map((ban): Counting => {
    const violations = run.violations(ban, span, measure.zones)
    const counted = violations.counted(stretch)
    const isCalm = counted.size === 0 && violations.denials.refute(stretch)
    return {
      count: (limit) => counted.count(limit),
      silent: !spoken(ban),
      isContested: counted.isContested,
      rests: counted.size > 0 || isCalm,
      children: () => {
        const each = violations.listed(stretch).map((violation) => violations.node(violation))
        if (!isCalm) return each
        const against = violations.denials.listed(stretch).map(({ fact }) => fact)
        return [question('statement', `did ${ban.debtors.join(', ')} break it ${when}?`, { ...NO_EVIDENCE, against })]
      },
    }
  })
  return {
    count: (limit) => {
      const counts = countings.map(({ count }) => count(limit))
      return [sum(counts.map(([low]) => low)), sum(counts.map(([, high]) => high))]
    },
    silent: countings.some(({ silent }) => silent),
    isContested: countings.some(({ isContested }) => isContested),
    rests: countings.some(({ rests }) => rests),
    children: () => countings.flatMap(({ children }) => children()),
  }
}

function actsIn(
  run: Run,
  { zones }: Measure,
  acts: readonly string[],
  stretch: Interval,
  span: Interval,
  when: string,
): Counting {
  const said = run.acts(acts, zones, span)
  const isSpoken = said.isSpoken(stretch)
  const value = said.value(stretch)
  const tell = () => ({ text: `was it done ${when}?`, evidence: said.evidence(stretch) })
  return {
    count: () => said.count(stretch),
    silent: !isSpoken,
    isContested: value === 'contested',
    rests: isSpoken,
    children: () => (isSpoken ? [deferred('question', value, tell)] : []),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** A threshold on an interval: met or breached where both ends say so, otherwise contested or unknown. */
export function thresholdValue([low, high]: Count, { relation, value }: Threshold, isContested: boolean): Verdict {
  const holds = (count: number) =>
    ({ '<=': count <= value, '<': count < value, '>=': count >= value, '>': count > value, '=': count === value })[
      relation
    ]
  const counts = relation === '=' && low < value && value < high ? [false, true] : [holds(low), holds(high)]
  if (counts[0] === counts[1]) return counts[0] ? 'met' : 'breached'
  return isContested ? 'contested' : 'unknown'
}
