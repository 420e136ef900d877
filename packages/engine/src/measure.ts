// Counts what a measure counts, as an interval: what there surely was at least, and what is alleged at most.
import type { Ban, Measure, Threshold } from '@trucekeeper/agreement'
import { actEntry } from '@trucekeeper/codes'
import { alleged, atLeast, weighty, type Fact } from '@trucekeeper/corroborate'
import { contains, intersect, overlaps, type CivilDay, type Interval } from '@trucekeeper/time'
import { silentDays, spokenDays, type Day } from './days.ts'
import { node, NO_EVIDENCE, question, silence, type Node } from './node.ts'
import { clausesNamed } from './prepared.ts'
import type { Run } from './run.ts'
import type { Verdict } from './status.ts'
import type { Violation } from './violations.ts'
import { sayDay } from './words.ts'

export type Count = readonly [verified: number, alleged: number]

/** One day of a measure. */
export interface MeasuredDay {
  readonly day: CivilDay
  readonly count: Count
  readonly node: Node
}

/** What was counted in some stretch, whether anybody spoke of all of it, and on what it rests. */
interface Counting {
  readonly count: Count
  readonly silent: boolean
  readonly children: readonly Node[]
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
    spokenDays(run, run.violations(ban, span, measure.zones))(day),
  )
  const { value, children } = judged(measure, measure.holds, counting, on)
  const text = `${sayDay(day.day)}: ${sayCount(counting.count)} counted`
  return { day: day.day, count: counting.count, node: node('day', text, value, { children }) }
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
  return node('count', `${measureId}: ${sayCount(counting.count)} counted`, value, { children })
}

function sayCount([low, high]: Count): string {
  return low === high ? String(low) : `${low} to ${high}`
}

function judged(
  measure: Measure,
  threshold: Threshold,
  { count, silent, children }: Counting,
  when: string,
): { value: Verdict; children: readonly Node[] } {
  const isContested = children.some(({ value }) => value === 'contested')
  const counted = thresholdValue(count, threshold, isContested)
  if (!silent && children.length > 0) return { value: counted, children }
  const rule = silence(`about everyone ${when}`, measure.silence, measure.silence, measure, [
    `everyone kept it ${when}`,
    `somebody did not keep it ${when}`,
  ])
  // What is counted at least stands whoever was silent; how much more there was, nobody can tell.
  const surely = thresholdValue([count[0], Infinity], threshold, isContested)
  const value = surely === 'met' || surely === 'breached' ? surely : silentValue(measure, counted, surely)
  return { value, children: [...children, rule] }
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
  const bans = clausesNamed(run.prepared, measure.counts.of.id).filter((clause) => clause.kind === 'ban')
  const countings = bans.map((ban): Counting => {
    const { each, denials } = run.violations(ban, span, measure.zones)
    const here = each.filter((one) => overlaps(one.when, stretch))
    const surely = here.filter(({ when: stated, node: { value } }) => contains(stretch, stated) && value === 'met')
    const against = weighty(
      run.policy,
      denials.filter((denial) => overlaps(denial.when, stretch)).map(({ fact }) => fact),
    )
    const calm =
      against.length > 0 && here.length === 0
        ? [question('statement', `did ${ban.debtors.join(', ')} break it ${when}?`, { ...NO_EVIDENCE, against })]
        : []
    return {
      count: [
        atLeast(surely),
        alleged(here.flatMap((one) => (one.node.value === 'breached' ? [] : (partIn(one, each, stretch) ?? [])))),
      ],
      silent: !spoken(ban),
      children: [...here.map((one) => one.node), ...calm],
    }
  })
  return {
    count: [sum(countings.map(({ count }) => count[0])), sum(countings.map(({ count }) => count[1]))],
    silent: countings.some(({ silent }) => silent),
    children: countings.flatMap(({ children }) => children),
  }
}

/**
 * What is left for a stretch of a figure that reaches beyond it: what the same camp counts elsewhere is taken off, and
 * its own figure for the stretch takes its place. "144 since Monday" does not mean 144 each day.
 */
function partIn(one: Violation, each: readonly Violation[], stretch: Interval): Violation | null {
  if (one.bulk === null || contains(stretch, one.when)) return one
  const own = each.filter(
    (other) =>
      other !== one &&
      other.bulk !== null &&
      contains(one.when, other.when) &&
      other.camps.some((camp) => one.camps.includes(camp)),
  )
  if (own.some(({ when }) => contains(stretch, when))) return null
  const left = one.bulk - alleged(own.filter(({ when }) => !overlaps(when, stretch)))
  return left > 0 ? { ...one, bulk: left } : null
}

/** Acts done are counted by what is said of each; what is denied, or may lie elsewhere or at another time, may not be. */
function actsIn(
  run: Run,
  { zones }: Measure,
  acts: readonly string[],
  stretch: Interval,
  span: Interval,
  when: string,
): Counting {
  const does = new Set(acts.flatMap((word) => actEntry(word).does))
  const scopes = run.prepared.scopes({ debtors: [], zones, span })
  const scope = (fact: Fact) => scopes(fact).decision
  const about = run.facts.filter(
    (fact) => does.has(fact.claim.kind) && overlaps(fact.when, stretch) && !scope(fact).startsWith('not_covered'),
  )
  const done = about.filter(({ stance }) => stance === 'asserts' || stance === 'admits')
  const surely = done.filter((fact) => scope(fact) === 'covered' && contains(stretch, fact.when))
  const accepted = weighty(run.policy, surely)
  const against = weighty(
    run.policy,
    about.filter(({ stance }) => stance === 'denies'),
  )
  if (about.length === 0) return { count: [0, 0], silent: true, children: [] }
  const evidence = {
    ...NO_EVIDENCE,
    for: accepted,
    against,
    undetermined: done.filter((fact) => !accepted.includes(fact)),
  }
  return {
    count: [against.length > 0 ? 0 : accepted.length, done.length],
    silent: false,
    children: [question('question', `was it done ${when}?`, evidence)],
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
