// Holds an agreement's bans against past events: which of them it would have covered, and what would have been left of calm.
import type { Agreement, Ban } from '@trucekeeper/agreement'
import type { Act, ScopeDecision } from '@trucekeeper/claims'
import { castOf } from '@trucekeeper/corroborate'
import type { EventTable } from '@trucekeeper/events'
import {
  civilDay,
  dayNumber,
  dayOfNumber,
  formatInstant,
  startOfDay,
  type CivilDay,
  type Instant,
  type Interval,
} from '@trucekeeper/time'
import { actKinds } from '../prepared.ts'
import { timelineOf } from '../timeline.ts'
import { groundDecider, type GroundDecider } from './ground.ts'
import { sidesDecider, type SidesDecider } from './sides.ts'
import { windowsOf, longestRun, type BackTestedWindow, type Range } from './windows.ts'

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
  /** The longest run of whole days without an event that the clause may cover. */
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

const CAVEATS = [
  'the source lists what was reported and could be placed; a day without an event is not a day known to be calm',
  'two sides that fought are not told apart: who began is not in the data, so such events count as perhaps for both',
]

/**
 * Goes once through the events for each ban between parties. `acts` set the anchors and extensions; `until` is the
 * instant up to which the agreement's own clock runs, by default the end of the last event.
 */
export function backTest(agreement: Agreement, acts: readonly Act[], events: EventTable, until?: Instant): BackTest {
  const last = events.to.reduce((latest, day) => Math.max(latest, day), 0)
  const at = until ?? startOfDay(dayOfNumber(last + 1), agreement.zone)
  const timeline = timelineOf(agreement, acts, at)
  const cast = castOf(agreement.actors)
  // Clauses that share their zones share what is known of each place.
  const grounds = new Map<string, GroundDecider>()
  const groundOf = ({ zones }: Ban): GroundDecider => {
    const key = zones.toSorted().join()
    const decider = grounds.get(key) ?? groundDecider(agreement, zones)
    grounds.set(key, decider)
    return decider
  }
  const bans = agreement.ruled.filter((clause): clause is Ban => clause.kind === 'ban' && actKinds(clause).byDebtor)
  return {
    agreement: { id: agreement.id, hash: agreement.hash },
    source: events.source,
    events: events.size,
    clauses: bans.map((ban) => {
      const bound = [...new Set(bans.filter(({ base }) => base === ban.base).flatMap(({ debtors }) => debtors))]
      const deciders = { sides: sidesDecider(events, cast, bound), ground: groundOf(ban) }
      return testedClause(agreement, ban, deciders, timeline.span(ban.during), events)
    }),
    caveats: CAVEATS,
  }
}

/** What a clause makes of one event. */
interface Judged {
  readonly decision: ScopeDecision
  readonly reason: string
  /** Whether both its sides are bound, so that it may be a breach at all. */
  readonly between: boolean
  /** Whether it can be laid on the days of the clause. */
  readonly dated: boolean
  /** The party that is said to have acted; null where both fought. */
  readonly doer: string | null
}

/** Decides time first, then actor, then area, as for claims: the first that takes an event out gives the reason. */
function judge(events: EventTable, row: number, reach: Reach | null, { sides, ground }: Deciders): Judged {
  const out = (decision: ScopeDecision, reason: string): Judged => ({
    decision,
    reason,
    between: false,
    dated: false,
    doer: null,
  })
  if (!reach) return out('not_covered_time', 'the clause never came into force')
  const [from, to] = [events.from[row]!, events.to[row]!]
  if (to < reach.first) return out('not_covered_time', 'before the clause came into force')
  if (from > reach.last) return out('not_covered_time', 'after the clause ended')
  const between = sides(events.sideA[row]!, events.sideB[row]!)
  if (between.decision === 'not_covered_actor') return out(between.decision, between.reason)
  const place = ground(events.longitude[row]!, events.latitude[row]!)
  if (place.decision === 'not_covered_area') return out(place.decision, place.reason)
  const doer = events.oneSided[row] === 1 ? between.parties[0] : null
  if (from < reach.first || to > reach.last) {
    // A year's summary happens to overlap a week; on which days it fell nobody knows, so it spoils none of them.
    const reason = 'its dates reach beyond the time for which the clause was in force'
    return { decision: 'undetermined', reason, between: true, dated: false, doer }
  }
  const doubt = doubtOf(from < reach.firstWhole || to > reach.lastWhole, between, place)
  return {
    decision: doubt === null ? 'covered' : 'undetermined',
    reason: doubt ?? between.reason,
    between: true,
    dated: true,
    doer,
  }
}

interface Deciders {
  readonly sides: SidesDecider
  readonly ground: GroundDecider
}

function testedClause(
  agreement: Agreement,
  ban: Ban,
  deciders: Deciders,
  span: Interval | null,
  events: EventTable,
): BackTestedClause {
  const { zone } = agreement
  const reach = span && reachOf(span, zone)
  const decisions = new Map<string, { decision: ScopeDecision; reason: string; count: number }>()
  const length = reach ? Math.max(0, reach.last - reach.first + 1) : 0
  const surely = new Int32Array(length)
  const perhaps = new Int32Array(length)
  const deaths = { low: 0, best: 0, high: 0 }
  const begun = { events: 0, between_parties: 0 }
  let [sure, possible] = [0, 0]
  for (let row = 0; row < events.size; row += 1) {
    const { decision, reason, between, dated, doer } = judge(events, row, reach, deciders)
    const counted = decisions.get(reason)
    if (counted) counted.count += 1
    else decisions.set(reason, { decision, reason, count: 1 })
    const [from, to] = [events.from[row]!, events.to[row]!]
    if (reach && from >= reach.first && from <= reach.last) {
      begun.events += 1
      if (between) begun.between_parties += 1
    }
    if (!reach || !dated || (doer !== null && !ban.debtors.includes(doer))) continue
    const attributed = decision === 'covered' && doer !== null
    if (attributed) sure += 1
    possible += 1
    deaths.low += events.deathsLow[row]!
    deaths.best += events.deathsBest[row]!
    deaths.high += events.deathsHigh[row]!
    for (let day = from - reach.first; day <= to - reach.first; day += 1) {
      perhaps[day]! += 1
      if (attributed) surely[day]! += 1
    }
  }
  const dayAt = (index: number): CivilDay => dayOfNumber(reach!.first + index)
  const wholeFrom = reach ? reach.firstWhole - reach.first : 0
  const wholeTo = reach ? reach.lastWhole - reach.first : -1
  const calm = longestRun(wholeFrom, wholeTo, (index) => perhaps[index] === 0)
  const first = perhaps.findIndex((count) => count > 0)
  const finite = span && Number.isFinite(span.to)
  return {
    id: ban.id,
    parties: ban.debtors,
    from: span ? formatInstant(span.from, zone) : null,
    to: finite ? formatInstant(span.to, zone) : null,
    decisions: [...decisions.values()].toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    begun,
    breaches: [sure, possible],
    deaths,
    dates: [...perhaps.keys()].flatMap((index) =>
      perhaps[index] === 0 ? [] : [{ day: dayAt(index), count: [surely[index]!, perhaps[index]!] as const }],
    ),
    first_breach: first === -1 ? null : dayAt(first),
    longest_calm: {
      days: calm.days,
      from: calm.days === 0 ? null : dayAt(calm.start),
      to: calm.days === 0 ? null : dayAt(calm.start + calm.days - 1),
    },
    windows: reach ? windowsOf(agreement, ban, wholeFrom, wholeTo, surely, perhaps) : [],
  }
}

/** Why an event cannot be said to be covered, or null where it can. */
function doubtOf(atTheEdge: boolean, ...parts: readonly { decision: ScopeDecision; reason: string }[]): string | null {
  if (atTheEdge) return 'its day is one on which the clause came into force or ended'
  return parts.find(({ decision }) => decision === 'undetermined')?.reason ?? null
}

/** The days a span touches, and those that lie in it whole, as numbers. */
interface Reach {
  readonly first: number
  readonly last: number
  readonly firstWhole: number
  readonly lastWhole: number
}

/** A span without end runs for a long time. */
function reachOf(span: Interval, zone: string): Reach {
  const first = civilDay(span.from, zone)
  const end = Math.min(span.to, span.from + LONGEST_SPAN_MS)
  const last = civilDay(end - 1, zone)
  const [number, lastNumber] = [dayNumber(first), dayNumber(last)]
  return {
    first: number,
    last: lastNumber,
    firstWhole: startOfDay(first, zone) === span.from ? number : number + 1,
    lastWhole: startOfDay(dayOfNumber(lastNumber + 1), zone) === end ? lastNumber : lastNumber - 1,
  }
}

const LONGEST_SPAN_MS = 100 * 366 * 86_400_000
