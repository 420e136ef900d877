// Counts what a measure counts, as an interval: what is supported at least, what is alleged at most.
import type { Measure, Threshold } from '@trucekeeper/agreement'
import { actEntry } from '@trucekeeper/codes'
import { alleged } from '@trucekeeper/corroborate'
import { contains, overlaps, type CivilDay, type Interval } from '@trucekeeper/time'
import { dayInterval, spokenDays } from './ban.ts'
import { node, NO_EVIDENCE, question, type Node } from './node.ts'
import { clausesNamed } from './prepared.ts'
import type { Run } from './run.ts'
import type { Verdict } from './status.ts'
import { violationsOf, type Violation } from './violations.ts'
import { sayDay } from './words.ts'

export type Count = readonly [verified: number, alleged: number]

/** One day of a measure. */
export interface MeasuredDay {
  readonly day: CivilDay
  readonly count: Count
  readonly node: Node
}

/** What a set of violations adds up to: nobody's bulk figure is added to what the same camp lists one by one. */
export function totalOf(violations: readonly Violation[]): number {
  const listed = violations.filter(({ bulk }) => !bulk)
  const camps = new Set(
    violations.filter(({ bulk }) => bulk).flatMap(({ camps: alleging }) => (alleging.length > 0 ? alleging : [''])),
  )
  const totals = [...camps].map((camp) => {
    const own = listed.filter((violation) => violation.camps.includes(camp))
    const bulk = violations.filter(
      (violation) =>
        violation.bulk && (violation.camps.includes(camp) || (camp === '' && violation.camps.length === 0)),
    )
    return (
      alleged(
        bulk.map(({ when, count }) => ({ when, count })),
        own.map(({ when }) => when),
      ) +
      (listed.length - own.length)
    )
  })
  return Math.max(listed.length, ...totals)
}

export function measuredDay(run: Run, measure: Measure, day: CivilDay, span: Interval): MeasuredDay {
  const whole = dayInterval(day, measure.zone)
  return measure.counts.kind === 'breaches'
    ? breachesOn(run, measure, measure.counts.of.id, day, whole, span)
    : actsOn(run, measure, measure.counts.acts, day, whole)
}

function breachesOn(
  run: Run,
  measure: Measure,
  banId: string,
  day: CivilDay,
  whole: Interval,
  span: Interval,
): MeasuredDay {
  let low = 0
  let high = 0
  const children: Node[] = []
  let silent = false
  for (const ban of clausesNamed(run.prepared, banId)) {
    if (ban.kind !== 'ban') continue
    const violations = violationsOf(run, ban, span)
    const here = violations.each.filter(({ when }) => overlaps(when, whole))
    const surely = here.filter(({ when, node: { value } }) => contains(whole, when) && value === 'met')
    low += totalOf(surely)
    high += totalOf(here.filter(({ node: { value } }) => value !== 'breached'))
    children.push(...here.map((violation) => violation.node))
    const denials = violations.denials.filter(({ when }) => overlaps(when, whole)).map(({ fact }) => fact)
    if (denials.length > 0 && here.length === 0)
      children.push(
        question('statement', `did ${ban.debtors.join(', ')} break it on ${sayDay(day)}?`, {
          ...NO_EVIDENCE,
          against: denials,
        }),
      )
    silent ||= !spokenDays(run, violations)(day)
  }
  const counted = thresholdValue(
    [low, high],
    measure.holds,
    children.some(({ value }) => value === 'contested'),
  )
  // A breach that is supported stands whoever was silent; calm needs somebody to have said so.
  const value = silent && counted !== 'breached' ? silentValue(measure, counted) : counted
  if (silent || children.length === 0)
    children.push(
      node(
        'silence',
        `nobody whose word counts reported on everyone for ${sayDay(day)}; silence means ${measure.silence}`,
        measure.silence,
        { rule: measure },
      ),
    )
  return {
    day,
    count: [low, high],
    node: node('day', `${sayDay(day)}: ${low === high ? low : `${low} to ${high}`} counted`, value, { children }),
  }
}

function silentValue({ silence }: Measure, counted: Verdict): Verdict {
  if (silence === 'unknown') return counted === 'contested' ? 'contested' : 'unknown'
  return silence === 'breached' ? 'breached' : counted
}

function actsOn(run: Run, measure: Measure, acts: readonly string[], day: CivilDay, whole: Interval): MeasuredDay {
  const does = new Set(acts.flatMap((word) => actEntry(word).does))
  const about = run.facts.filter(({ claim, when }) => does.has(claim.kind) && overlaps(when, whole))
  const surely = about.filter(({ when, stance }) => stance === 'asserts' && contains(whole, when))
  const denied = about.filter(({ stance }) => stance === 'denies')
  const perhaps = about.filter((fact) => fact.stance === 'asserts' && !surely.includes(fact))
  const count: Count = [denied.length > 0 ? 0 : surely.length, surely.length + perhaps.length]
  const asked = question('question', `was it done on ${sayDay(day)}?`, {
    ...NO_EVIDENCE,
    for: surely,
    against: denied,
    undetermined: perhaps,
  })
  const value = about.length === 0 ? measure.silence : thresholdValue(count, measure.holds, asked.value === 'contested')
  const children =
    about.length > 0
      ? [asked]
      : [node('silence', `nobody whose word counts reported for ${sayDay(day)}`, measure.silence, { rule: measure })]
  return { day, count, node: node('day', `${sayDay(day)}: ${count[0]} to ${count[1]} counted`, value, { children }) }
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

/** The count of a measure over its whole span so far. */
export function countNode(run: Run, measureId: string, threshold: Threshold): Node {
  const measure = run.measure(measureId)
  const from = run.timeline.moment(measure.from)
  if (from === null || from > run.at)
    return node('count', `${measureId} is not counted yet`, 'unknown', { rule: measure })
  const span = { from, to: Math.max(run.at + 1, from + 1) }
  const violations =
    measure.counts.kind === 'breaches'
      ? clausesNamed(run.prepared, measure.counts.of.id).flatMap((ban) =>
          ban.kind === 'ban' ? violationsOf(run, ban, span).each : [],
        )
      : []
  const count: Count = [
    totalOf(violations.filter(({ node: { value } }) => value === 'met')),
    totalOf(violations.filter(({ node: { value } }) => value !== 'breached')),
  ]
  const children = violations.map((violation) => violation.node)
  const value = thresholdValue(
    count,
    threshold,
    children.some((child) => child.value === 'contested'),
  )
  return node(
    'count',
    `${measureId}: ${count[0]} to ${count[1]} counted`,
    children.length === 0 ? measure.silence : value,
    { children, rule: children.length === 0 ? measure : null },
  )
}
