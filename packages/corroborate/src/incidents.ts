// Incidents: claims about one happening brought together, each kept with who says it.
import { contentId, kindEntry, type Kind } from '@trucekeeper/claims'
import { overlaps, type Interval } from '@trucekeeper/time'
import { fold } from './cast.ts'
import type { Fact } from './facts.ts'

export interface Incident {
  /** `inc_` and 20 hex digits, of the claim made first: it keeps its name while that claim stays in it. */
  readonly id: string
  readonly kind: Kind
  readonly facts: readonly Fact[]
  readonly when: Interval
  readonly places: readonly string[]
}

/** Two claims further apart than this are two happenings. */
const LONGEST_HAPPENING_MS = 48 * 3_600_000
/** An assault and the clash it makes are one happening under two names. */
const CLASS: Partial<Record<Kind, Kind>> = { offensive: 'ground_clash' }
/** These speak of many happenings, of none in particular, or of what came of one. */
const NO_HAPPENING: ReadonlySet<Kind> = new Set<Kind>(['casualties', 'violence_general'])

/**
 * Groups facts about acts of violence. A claim joins a group only where it agrees with every claim in it, the narrowest
 * claims first: a vague one ("Tuesday or Wednesday") never ties two happenings together. The order of the facts does
 * not matter.
 */
export function incidentsOf(facts: readonly Fact[]): Incident[] {
  const violent = facts.filter(
    ({ claim, stance }) =>
      kindEntry(claim.kind).family === 'violence' && !NO_HAPPENING.has(claim.kind) && stance !== null,
  )
  const incidents: Incident[] = []
  for (const [kind, alike] of Map.groupBy(violent, ({ claim }) => CLASS[claim.kind] ?? claim.kind)) {
    const groups: Told[][] = []
    for (const told of alike.toSorted(narrowestFirst).map(toldOf)) {
      const group = groups.find((members) => members.every((member) => sameHappening(told, member)))
      if (group) group.push(told)
      else groups.push([told])
    }
    incidents.push(
      ...groups.map((members) =>
        incident(
          kind,
          members.map(({ fact }) => fact),
        ),
      ),
    )
  }
  return incidents.toSorted((a, b) => a.when.from - b.when.from || a.when.to - b.when.to || (a.id < b.id ? -1 : 1))
}

/** By what they say alone, and never by who says it; of equally narrow claims the one of the earlier happening first. */
function narrowestFirst(a: Fact, b: Fact): number {
  return (
    compare(length(a), length(b)) ||
    compare(placesNamed(a), placesNamed(b)) ||
    compare(a.when.from, b.when.from) ||
    compare(a.claim.places.toSorted().join(), b.claim.places.toSorted().join()) ||
    compare(a.claim.doc, b.claim.doc) ||
    compare(a.claim.id, b.claim.id)
  )
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** To name no place is to say least of where it was. */
function placesNamed({ claim }: Fact): number {
  return claim.places.length === 0 ? Infinity : claim.places.length
}

function length({ when }: Fact): number {
  return when.to - when.from
}

/** A fact with what it is compared by, worked out once: every claim is held against many others. */
interface Told {
  readonly fact: Fact
  readonly places: readonly string[]
  /** The same for a source that repeats itself, in whatever outlet: that tells of nothing new. */
  readonly saying: string
}

function toldOf(fact: Fact): Told {
  const { camp, stance, claim } = fact
  // Of speakers nobody can name, only the same words show that it is one of them again.
  const who = camp === null ? ['somebody', fold(claim.quote)] : [camp]
  const what = [stance, claim.kind, claim.date, claim.actor_blamed, claim.target, claim.places.toSorted()]
  return { fact, places: claim.places.map(fold), saying: JSON.stringify([who, what]) }
}

function sameHappening(a: Told, b: Told): boolean {
  if (a.saying === b.saying) return true
  if (!overlaps(a.fact.when, b.fact.when)) return false
  if (length(a.fact) > LONGEST_HAPPENING_MS || length(b.fact) > LONGEST_HAPPENING_MS) return false
  if (a.places.length === 0 || b.places.length === 0) return a.fact.claim.doc === b.fact.claim.doc
  return a.places.some((place) => b.places.includes(place))
}

function incident(kind: Kind, facts: readonly Fact[]): Incident {
  const ordered = facts.toSorted((a, b) => a.said.from - b.said.from || (a.claim.id < b.claim.id ? -1 : 1))
  return {
    id: contentId('inc', ordered[0]!.claim.id),
    kind,
    facts: ordered,
    when: {
      from: Math.min(...ordered.map(({ when }) => when.from)),
      to: Math.max(...ordered.map(({ when }) => when.to)),
    },
    places: [...new Set(ordered.flatMap(({ claim }) => claim.places))].toSorted(),
  }
}
