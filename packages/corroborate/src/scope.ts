// Whether an agreement's clause speaks of something reported: its time, its area, its actor, and the reason.
import { kindEntry, type ScopeDecision } from '@trucekeeper/claims'
import { areaTest, stripTest, type AreaAnswer, type LineSide, type Place, type Position } from '@trucekeeper/geo'
import { contains, formatInstant, overlaps, type Interval } from '@trucekeeper/time'
import { fold, type Cast } from './cast.ts'
import type { Fact } from './facts.ts'

export interface ScopeZone {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  readonly within: readonly string[]
  readonly tolerance_m: number
  readonly ground:
    | { readonly kind: 'area'; readonly place: Place }
    | { readonly kind: 'strip'; readonly line: readonly Position[]; readonly side: LineSide; readonly depth_m: number }
}

export interface ScopeMap {
  readonly zones: readonly ScopeZone[]
  readonly places: readonly Place[]
}

/** What a clause covers. Empty zones mean everywhere; empty debtors mean whoever does it. */
export interface ClauseScope {
  readonly debtors: readonly string[]
  readonly zones: readonly string[]
  /** When it was in force; null when it never was. */
  readonly span: Interval | null
}

export interface Scope {
  readonly decision: ScopeDecision
  /** One lower-case sentence. */
  readonly reason: string
}

const COVERED: Scope = { decision: 'covered', reason: 'actor, area and time are the clause’s own' }

/** Decides time first, then actor, then area: the first that takes it out gives the reason. */
export function scopeOf(fact: Fact, clause: ClauseScope, cast: Cast, map: ScopeMap, zone: string): Scope {
  const time = timeScope(fact, clause.span, zone)
  if (time.decision === 'not_covered_time') return time
  const actor = actorScope(fact, clause.debtors, cast)
  if (actor.decision === 'not_covered_actor') return actor
  const area = areaScope(fact, clause.zones, map)
  if (area.decision === 'not_covered_area') return area
  return [time, actor, area].find(({ decision }) => decision === 'undetermined') ?? COVERED
}

/** A claim that the truce was kept or violated speaks of the truce, so it is bounded by it. */
export function clipped(fact: Fact, span: Interval): Interval {
  const ofTheTruce = fact.claim.kind === 'truce_violation' || fact.claim.kind === 'truce_compliance'
  if (!ofTheTruce || !overlaps(fact.when, span)) return fact.when
  return { from: Math.max(fact.when.from, span.from), to: Math.min(fact.when.to, span.to) }
}

function timeScope(fact: Fact, span: Interval | null, zone: string): Scope {
  if (!span) return { decision: 'not_covered_time', reason: 'the clause has not come into force' }
  const when = clipped(fact, span)
  if (when.to <= span.from)
    return {
      decision: 'not_covered_time',
      reason: `it lies before ${formatInstant(span.from, zone)}, when the clause came into force`,
    }
  if (when.from >= span.to)
    return {
      decision: 'not_covered_time',
      reason: `it lies after ${formatInstant(span.to, zone)}, when the clause ended`,
    }
  if (contains(span, when)) return COVERED
  const dated = fact.undated
    ? 'nobody says when it happened'
    : `\`${fact.claim.date}\` reaches beyond the time for which the clause is in force`
  return { decision: 'undetermined', reason: `${dated}, so it cannot be told whether the clause covers it` }
}

function actorScope(fact: Fact, debtors: readonly string[], cast: Cast): Scope {
  const excluded = fact.targets
    .map((id) => cast.members.find((member) => member.id === id))
    .find((member) => member?.role === 'excluded_group')
  if (excluded)
    return {
      decision: 'not_covered_actor',
      reason: `it is said to have been aimed at \`${excluded.id}\`, which is not party to the cessation`,
    }
  if (debtors.length === 0) return COVERED
  if (fact.doers.length === 0) {
    return fact.claim.actor_blamed === null
      ? { decision: 'undetermined', reason: 'nobody is named as the one who did it' }
      : { decision: 'undetermined', reason: `\`${fact.claim.actor_blamed}\` is no one the agreement names` }
  }
  if (!fact.doers.some((id) => debtors.includes(id))) {
    return { decision: 'not_covered_actor', reason: `\`${fact.doers.join(', ')}\` is not bound by this clause` }
  }
  if (fact.eitherOf && fact.doers.length > 1)
    return { decision: 'undetermined', reason: 'it names several and does not choose' }
  return COVERED
}

function areaScope({ claim }: Fact, zones: readonly string[], { zones: all, places }: ScopeMap): Scope {
  if (zones.length === 0) return COVERED
  const wanted = all.filter(({ id }) => zones.includes(id))
  const answers = claim.places.map((name) => placeIn(name, wanted, all, places))
  if (answers.includes('inside')) return COVERED
  if (answers.includes('around')) {
    // That something has not been seen, or waits, is said of a whole area; where a shell fell is not.
    return kindEntry(claim.kind).aspect === 'state'
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

type PlaceAnswer = AreaAnswer | 'around' | 'unknown'

function placeIn(
  name: string,
  wanted: readonly ScopeZone[],
  all: readonly ScopeZone[],
  places: readonly Place[],
): PlaceAnswer {
  const folded = fold(name)
  const called = all.filter((zone) => namesOf(zone, zone.names).has(folded))
  const inside = new Set(called.flatMap((zone) => [zone.id, ...above(zone, all)]))
  if (wanted.some(({ id }) => inside.has(id))) return 'inside'
  if (wanted.some((zone) => above(zone, all).some((id) => called.some((other) => other.id === id)))) return 'around'
  const place = places.find((one) => namesOf(one, [one.name, ...one.also, one.id]).has(folded))
  if (place?.geometry.type !== 'Point') return called.length > 0 ? 'outside' : 'unknown'
  const point = place.geometry.coordinates
  const answers = wanted.map(({ ground, tolerance_m }) =>
    ground.kind === 'area'
      ? areaTest(point, ground.place.geometry, tolerance_m + place.tolerance_m)
      : stripTest(point, ground.line, ground.side, ground.depth_m, tolerance_m + place.tolerance_m),
  )
  return answers.includes('inside') ? 'inside' : answers.includes('edge') ? 'edge' : 'outside'
}

/** The folded names of a zone or place, worked out once for each. */
function namesOf(owner: object, names: readonly string[]): ReadonlySet<string> {
  const known = foldedNames.get(owner)
  if (known) return known
  const folded = new Set(names.map(fold))
  foldedNames.set(owner, folded)
  return folded
}

const foldedNames = new WeakMap<object, ReadonlySet<string>>()

/** Ids of the zones that hold a zone, however far up; a ring of zones ends where it began. */
function above(zone: ScopeZone, all: readonly ScopeZone[]): string[] {
  const seen: string[] = []
  const queue = [...zone.within]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (seen.includes(id)) continue
    seen.push(id)
    queue.push(...(all.find((other) => other.id === id)?.within ?? []))
  }
  return seen
}
