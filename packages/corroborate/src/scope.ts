// Whether an agreement's clause speaks of something reported: its time, its area, its actor, and the reason.
import type { ScopeDecision } from '@trucekeeper/claims'
import { contains, formatInstant, overlaps, type Instant, type Interval } from '@trucekeeper/time'
import type { Cast } from './cast.ts'
import type { Fact } from './facts.ts'
import { whereabouts, type ScopeMap } from './whereabouts.ts'

/** What a clause covers. Empty zones mean everywhere; empty debtors mean whoever does it. */
export interface ClauseScope {
  readonly debtors: readonly string[]
  readonly zones: readonly string[]
  /** When it was in force; null when it never was. */
  readonly span: Interval | null
  /** Stretches within the span for which it was suspended. */
  readonly gaps?: readonly Interval[]
}

export interface Scope {
  readonly decision: ScopeDecision
  /** One lower-case sentence. */
  readonly reason: string
}

const COVERED: Scope = { decision: 'covered', reason: 'actor, area and time are the clause’s own' }

/** Decides time first, then actor, then area: the first that takes it out gives the reason. */
export function scopeOf(fact: Fact, clause: ClauseScope, cast: Cast, map: ScopeMap, zone: string): Scope {
  const time = timeScope(fact, clause, zone)
  if (time.decision === 'not_covered_time') return time
  const actor = actorScope(fact, clause.debtors, cast)
  if (actor.decision === 'not_covered_actor') return actor
  const area = areaScope(fact, clause.zones, map)
  if (area.decision === 'not_covered_area') return area
  return [time, actor, area].find(({ decision }) => decision === 'undetermined') ?? COVERED
}

/**
 * A claim that the truce was kept or violated speaks of the truce, so it is bounded by it; and an undated state is
 * surely so when it is reported, if not since the morning of that day.
 */
export function clipped(fact: Fact, span: Interval): Interval {
  const bounded = fact.claim.kind === 'truce_violation' || fact.claim.kind === 'truce_compliance'
  if ((!bounded && !(fact.ongoing && fact.undated)) || !overlaps(fact.when, span)) return fact.when
  return { from: Math.max(fact.when.from, span.from), to: Math.min(fact.when.to, span.to) }
}

function timeScope(fact: Fact, { span, gaps = [] }: ClauseScope, zone: string): Scope {
  const out = (reason: string): Scope => ({ decision: 'not_covered_time', reason })
  if (!span) return out('the clause has not come into force')
  const when = clipped(fact, span)
  const say = (instant: Instant) => formatInstant(instant, zone)
  if (when.to <= span.from) return out(`it lies before ${say(span.from)}, when the clause came into force`)
  if (when.from >= span.to) return out(`it lies after ${say(span.to)}, when the clause ended`)
  const gap = gaps.find((one) => overlaps(one, when))
  if (gap && contains(gap, when))
    return out(
      gap.to === Infinity
        ? `the clause has been suspended since ${say(gap.from)}`
        : `the clause was suspended from ${say(gap.from)} to ${say(gap.to)}`,
    )
  if (contains(span, when) && !gap) return COVERED
  const dated = fact.undated
    ? 'nobody says when it happened'
    : `\`${fact.claim.date}\` reaches beyond the time for which the clause is in force`
  return { decision: 'undetermined', reason: `${dated}, so it cannot be told whether the clause covers it` }
}

function actorScope({ claim, targets, doers, alternatives }: Fact, debtors: readonly string[], cast: Cast): Scope {
  const isExcluded = (id: string) => cast.members.some((one) => one.id === id && one.role === 'excluded_group')
  const excluded = targets.find(isExcluded)
  const onlyThose = excluded !== undefined && targets.every(isExcluded)
  if (onlyThose)
    return {
      decision: 'not_covered_actor',
      reason: `it is said to have been aimed at \`${excluded}\`, which is not party to the cessation`,
    }
  if (debtors.length > 0 && doers.length > 0) {
    const bound = alternatives.filter((ids) => ids.some((id) => debtors.includes(id)))
    if (bound.length === 0 && alternatives.every((ids) => ids.length > 0))
      return { decision: 'not_covered_actor', reason: `\`${doers.join(', ')}\` is not bound by this clause` }
    if (bound.length < alternatives.length)
      return { decision: 'undetermined', reason: `\`${claim.actor_blamed}\` names several and does not choose` }
  } else if (debtors.length > 0) {
    const reason =
      claim.actor_blamed === null
        ? 'nobody is named as the one who did it'
        : `\`${claim.actor_blamed}\` is no one the agreement names`
    return { decision: 'undetermined', reason }
  }
  if (excluded !== undefined)
    return {
      decision: 'undetermined',
      reason: `it is said to have been aimed at \`${excluded}\`, which is not party to the cessation, and at others`,
    }
  return COVERED
}

function areaScope({ claim, stance, ongoing }: Fact, zones: readonly string[], map: ScopeMap): Scope {
  if (zones.length === 0) return COVERED
  const wanted = map.zones.filter(({ id }) => zones.includes(id))
  const answers = claim.places.map((name) => whereabouts(name, wanted, map))
  if (answers.includes('inside')) return COVERED
  if (answers.includes('around')) {
    // That something waits, or has not been seen, is said of a whole area; where a shell fell is not.
    return ongoing || stance === 'denies'
      ? COVERED
      : { decision: 'undetermined', reason: `\`${claim.places.join(', ')}\` is larger than the clause’s area` }
  }
  if (answers.includes('edge'))
    return {
      decision: 'undetermined',
      reason: `\`${claim.places.join(', ')}\` lies at the edge, within the tolerance of the map`,
    }
  if (answers.length > 0 && answers.every((answer) => answer === 'outside')) {
    return {
      decision: 'not_covered_area',
      reason: `\`${claim.places.join(', ')}\` lies outside ${wanted.map(({ name }) => name).join(', ')}`,
    }
  }
  // Without a place that the map knows, only the widest area can be taken for granted.
  if (wanted.some(({ within }) => within.length === 0)) return COVERED
  return {
    decision: 'undetermined',
    reason:
      claim.places.length === 0 ? 'no place is named' : `\`${claim.places.join(', ')}\` is on no map of this agreement`,
  }
}
