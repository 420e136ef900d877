// Holds an agreement's bans against past events: which of them it would have covered, and what would have been left of calm.
import type { Agreement, Ban } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import { actEntry, type ScopeDecision } from '@trucekeeper/codes'
import { castOf, type Cast } from '@trucekeeper/corroborate'
import type { EventTable } from '@trucekeeper/events'
import { dayOfNumber, formatInstant, startOfDay, type CivilDay, type Instant, type Interval } from '@trucekeeper/time'
import { timelineOf, type Timeline } from '../timeline.ts'
import { reachOf, type Reach } from './days.ts'
import { groundDecider, type GroundDecider } from './ground.ts'
import { judgeOf, type Judge } from './judge.ts'
import { sidesDecider } from './sides.ts'
import { tallyOf, type Range, type Tally } from './tally.ts'
import { longestRun, windowsOf, type BackTestedWindow } from './windows.ts'

export interface DecisionCount {
  readonly decision: ScopeDecision
  readonly reason: string
  readonly count: number
}

export interface BackTestedClause {
  readonly id: string
  readonly parties: readonly string[]
  readonly from: string | null
  readonly to: string | null
  /** Days on which it was suspended for as long as it would have been in force; they count for nothing below. */
  readonly suspended_days: number
  /** Every event, by what the clause makes of it; most frequent first. */
  readonly decisions: readonly DecisionCount[]
  /** Events that begin on a day of the clause, and those of them whose two sides it binds. */
  readonly begun: { readonly events: number; readonly between_parties: number }
  /** Events that these parties surely made, and that they may have made. */
  readonly breaches: Range
  readonly deaths: { readonly low: number; readonly best: number; readonly high: number }
  /** The days of the span with such an event, and how many. */
  readonly dates: readonly { readonly day: CivilDay; readonly count: Range }[]
  readonly first_breach: CivilDay | null
  /** The longest run of whole days without an event that the clause may cover. A suspended day ends a run. */
  readonly longest_calm: { readonly days: number; readonly from: CivilDay | null; readonly to: CivilDay | null }
  /** The windows that gates ask of measures of this clause, over these events. */
  readonly windows: readonly BackTestedWindow[]
}

export interface BackTest {
  readonly agreement: { readonly id: string; readonly hash: string }
  readonly source: string
  readonly events: number
  readonly clauses: readonly BackTestedClause[]
  readonly caveats: readonly string[]
}

export interface BackTestOptions {
  /** The instant up to which the agreement's own clock runs; by default the end of the last event. */
  readonly until?: Instant | undefined
  /** Told now and then how many of the events have been gone through. */
  readonly onJudged?: (events: number) => void
}

const CAVEATS = [
  'the source lists what was reported and could be placed; a day without an event is not a day known to be calm',
  'two sides that fought are not told apart: who began is not in the data, so such events count as perhaps for both',
]

/** Events gone through between two words about how far it is. */
const SLICE = 2 ** 15

/** Goes once through the events for all bans between parties. `acts` set anchors, extensions and suspensions. */
export function backTest(
  agreement: Agreement,
  acts: readonly Act[],
  events: EventTable,
  { until, onJudged }: BackTestOptions = {},
): BackTest {
  const last = events.to.reduce((latest, day) => Math.max(latest, day), 0)
  const at = until ?? startOfDay(dayOfNumber(last + 1), agreement.zone)
  const trials = trialsOf(agreement, events, timelineOf(agreement, acts, at))
  for (let start = 0; start < events.size; start += SLICE) {
    const end = Math.min(start + SLICE, events.size)
    for (const trial of new Set(trials.values())) tryEvents(trial, events, start, end)
    onJudged?.(end)
  }
  return {
    agreement: { id: agreement.id, hash: agreement.hash },
    source: events.source,
    events: events.size,
    clauses: [...trials].map(([ban, trial]) => outcome(agreement, ban, trial)),
    caveats: CAVEATS,
  }
}

/** Bans that make the same of every event are tried as one. */
interface Trial {
  readonly span: Interval | null
  readonly reach: Reach | null
  readonly judge: Judge
  readonly tallies: Tally[]
  readonly begun: { events: number; between_parties: number }
}

function trialsOf(agreement: Agreement, events: EventTable, timeline: Timeline): Map<Ban, Trial> {
  const cast = castOf(agreement.actors)
  const grounds = new Map<string, GroundDecider>()
  const known = new Map<string, Trial>()
  const bans = agreement.ruled.filter((clause): clause is Ban => clause.kind === 'ban' && isBetweenParties(clause))
  return new Map(
    bans.map((ban) => {
      const zones = ban.zones.toSorted()
      const bound = [...new Set(bans.filter(({ base }) => base === ban.base).flatMap(({ debtors }) => debtors))]
      const span = spanOf(ban, timeline)
      const gaps = timeline.suspensions(ban.id).map(({ from, to }) => ({ from, to }))
      const key = JSON.stringify([zones, bound.toSorted(), String(span?.from), String(span?.to), gaps.map(sayGap)])
      const ground = grounds.get(zones.join()) ?? groundDecider(agreement, zones)
      grounds.set(zones.join(), ground)
      const trial = known.get(key) ?? trialOf(events, cast, bound, ground, span, gaps, agreement.zone)
      known.set(key, trial)
      if (!tallyFor(trial, ban)) trial.tallies.push(tallyOf(events, trial.reach, ban.debtors))
      return [ban, trial]
    }),
  )
}

function trialOf(
  events: EventTable,
  cast: Cast,
  bound: readonly string[],
  ground: GroundDecider,
  span: Interval | null,
  gaps: readonly Interval[],
  zone: string,
): Trial {
  const reach = span && span.from < span.to ? reachOf(span, gaps, zone) : null
  const judge = judgeOf(events, reach, sidesDecider(events, cast, bound), ground)
  return { span, reach, judge, tallies: [], begun: { events: 0, between_parties: 0 } }
}

/** A ban that anyone may break says nothing of who fought whom. */
function isBetweenParties({ acts }: Ban): boolean {
  return acts.every((word) => actEntry(word).doer === 'debtor')
}

/** What is waived or ended is no longer in force. */
function spanOf(ban: Ban, timeline: Timeline): Interval | null {
  const span = timeline.span(ban.during)
  const release = timeline.release(ban.id)
  return span && release ? { from: span.from, to: Math.max(span.from, Math.min(span.to, release.use.at)) } : span
}

function sayGap({ from, to }: Interval): string {
  return `${from} ${to}`
}

function tallyFor({ tallies }: Trial, { debtors }: Ban): Tally | undefined {
  return tallies.find((tally) => tally.debtors.join() === debtors.join())
}

function tryEvents({ reach, judge, tallies, begun }: Trial, events: EventTable, start: number, end: number): void {
  for (let row = start; row < end; row += 1) {
    const judgement = judge.of(row)
    judgement.count += 1
    if (reach === null) continue
    const from = events.from[row]!
    if (from >= reach.first && from <= reach.last && reach.states?.[from - reach.first] !== 'off') {
      begun.events += 1
      if (judgement.named) begun.between_parties += 1
    }
    if (judgement.between) for (const tally of tallies) tally.add(row, judgement)
  }
}

function outcome(agreement: Agreement, ban: Ban, trial: Trial): BackTestedClause {
  const { zone } = agreement
  const { span, reach, judge, begun } = trial
  const { days, breaches, deaths } = tallyFor(trial, ban)!
  const dayAt = (index: number): CivilDay => dayOfNumber(reach!.first + index)
  const calm = longestRun(days.length, (index) => days.whole(index) && days.count(index)[1] === 0)
  const dates = Array.from({ length: days.length }, (_, index) => ({ index, count: days.count(index) }))
    .filter(({ count: [, perhaps] }) => perhaps > 0)
    .map(({ index, count }) => ({ day: dayAt(index), count }))
  return {
    id: ban.id,
    parties: ban.debtors,
    from: span ? formatInstant(span.from, zone) : null,
    to: span && Number.isFinite(span.to) ? formatInstant(span.to, zone) : null,
    suspended_days: reach?.suspended ?? 0,
    decisions: decisionsOf(judge),
    begun: { ...begun },
    breaches: breaches(),
    deaths: deaths(),
    dates,
    first_breach: dates[0]?.day ?? null,
    longest_calm: {
      days: calm.days,
      from: calm.days === 0 ? null : dayAt(calm.start),
      to: calm.days === 0 ? null : dayAt(calm.start + calm.days - 1),
    },
    windows: reach ? windowsOf(agreement, ban, days) : [],
  }
}

/** Judgements that differ in who did it alone are one line. */
function decisionsOf(judge: Judge): DecisionCount[] {
  const counts = new Map<string, DecisionCount>()
  for (const { decision, reason, count } of judge.all())
    counts.set(reason, { decision, reason, count: (counts.get(reason)?.count ?? 0) + count })
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}
