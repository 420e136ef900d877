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
    const groups: Fact[][] = []
    for (const fact of alike.toSorted(narrowestFirst)) {
      const group = groups.find((members) => members.every((member) => sameHappening(fact, member)))
      if (group) group.push(fact)
      else groups.push([fact])
    }
    incidents.push(...groups.map((members) => incident(kind, members)))
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

function sameHappening(a: Fact, b: Fact): boolean {
  if (saysAgain(a, b)) return true
  if (length(a) > LONGEST_HAPPENING_MS || length(b) > LONGEST_HAPPENING_MS || !overlaps(a.when, b.when)) return false
  const [inA, inB] = [a.claim.places.map(fold), b.claim.places.map(fold)]
  if (inA.length === 0 || inB.length === 0) return a.claim.doc === b.claim.doc
  return inA.some((place) => inB.includes(place))
}

/** A source that repeats itself, in whatever outlet, tells of nothing new. */
function saysAgain(a: Fact, b: Fact): boolean {
  const saying = ({ camp, stance, claim }: Fact) =>
    JSON.stringify([camp, stance, claim.kind, claim.date, claim.actor_blamed, claim.target, claim.places.toSorted()])
  // Of speakers nobody can name, only the same words show that it is one of them again.
  return saying(a) === saying(b) && (a.camp !== null || fold(a.claim.quote) === fold(b.claim.quote))
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
