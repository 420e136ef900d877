// What a clause makes of one event: its time first, then its sides, then its ground; the first that takes it out says why.
import type { ScopeDecision } from '@trucekeeper/codes'
import type { EventTable } from '@trucekeeper/events'
import { stateOver, type Reach } from './days.ts'
import type { GroundDecider } from './ground.ts'
import type { SidesDecider, SidesDecision } from './sides.ts'

export interface Judgement {
  readonly decision: ScopeDecision
  readonly reason: string
  /** Whether it may be a breach at all: no side of it is known to be outside. */
  readonly between: boolean
  /** Whether both its sides are named, and bound. */
  readonly named: boolean
  /** Whether it can be laid on the days of the clause. */
  readonly dated: boolean
  /** The party that is said to have acted; null where both fought. */
  readonly doer: string | null
  /** How many events were judged so. */
  count: number
}

export interface Judge {
  /** The judgement of an event: the same object for all events that are judged the same. */
  of(row: number): Judgement
  /** Every judgement made, with how often. */
  all(): readonly Judgement[]
}

const AT_THE_EDGE = 'its day is one on which the clause came into force or ended'
const SUSPENDED_IN_PART = 'for part of its time the clause was suspended'
// A year's summary happens to overlap a week; on which days it fell nobody knows, so it spoils none of them.
const TOO_LONG = 'its dates reach beyond the time for which the clause was in force'

export function judgeOf(events: EventTable, reach: Reach | null, sides: SidesDecider, ground: GroundDecider): Judge {
  const made: Judgement[] = []
  const judgement = (
    decision: ScopeDecision,
    reason: string,
    more: Partial<Pick<Judgement, 'between' | 'named' | 'dated' | 'doer'>> = {},
  ): Judgement => {
    const { between = false, named = false, dated = false, doer = null } = more
    const one = { decision, reason, between, named, dated, doer, count: 0 }
    made.push(one)
    return one
  }
  const never = judgement('not_covered_time', 'the clause never came into force')
  const before = judgement('not_covered_time', 'before the clause came into force')
  const after = judgement('not_covered_time', 'after the clause ended')
  const suspended = judgement('not_covered_time', 'while the clause was suspended')
  const bySides = new Map<SidesDecision, Judgement>()
  const byGround = new Map<string, Judgement>()
  const byBoth = new Map<SidesDecision, Map<string, Judgement>>()

  /** An event between the bound, by who is said to have done it and why it may yet not be covered. */
  const between = (pair: SidesDecision, oneSided: boolean, doubt: string | null, dated: boolean): Judgement => {
    const known = byBoth.get(pair) ?? new Map<string, Judgement>()
    byBoth.set(pair, known)
    const key = `${oneSided} ${doubt ?? ''}`
    const found =
      known.get(key) ??
      judgement(doubt === null ? 'covered' : 'undetermined', doubt ?? pair.reason, {
        between: true,
        named: pair.parties.every((party) => party !== null),
        dated,
        doer: oneSided ? pair.parties[0] : null,
      })
    known.set(key, found)
    return found
  }

  function of(row: number): Judgement {
    if (reach === null) return never
    const [from, to] = [events.from[row]!, events.to[row]!]
    if (to < reach.first) return before
    if (from > reach.last) return after
    const reaches = from < reach.first || to > reach.last
    const time = reaches ? 'part' : stateOver(reach, from, to)
    if (time === 'off') return suspended
    const pair = sides(events.sideA[row]!, events.sideB[row]!)
    if (pair.decision === 'not_covered_actor') {
      const found = bySides.get(pair) ?? judgement(pair.decision, pair.reason)
      bySides.set(pair, found)
      return found
    }
    const place = ground(events.longitude[row]!, events.latitude[row]!)
    if (place.decision === 'not_covered_area') {
      const found = byGround.get(place.reason) ?? judgement(place.decision, place.reason)
      byGround.set(place.reason, found)
      return found
    }
    const oneSided = events.oneSided[row] === 1
    if (reaches) return between(pair, oneSided, TOO_LONG, false)
    const doubt =
      time === 'part'
        ? from < reach.firstWhole || to > reach.lastWhole
          ? AT_THE_EDGE
          : SUSPENDED_IN_PART
        : pair.decision === 'undetermined'
          ? pair.reason
          : place.decision === 'undetermined'
            ? place.reason
            : null
    return between(pair, oneSided, doubt, true)
  }

  return { of, all: () => made.filter(({ count }) => count > 0) }
}
