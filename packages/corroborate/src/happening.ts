// Whether two claims can be about one happening, and which of two claims says it more narrowly.
import { kindEntry, type Kind } from '@trucekeeper/claims'
import { overlaps } from '@trucekeeper/time'
import { mayCount } from './account.ts'
import { fold } from './cast.ts'
import type { Fact } from './facts.ts'

/** Two claims further apart than this are two happenings. */
const LONGEST_HAPPENING_MS = 48 * 3_600_000
const DAY_MS = 24 * 3_600_000
/** An assault and the clash it makes are one happening under two names. */
const CLASS: Partial<Record<Kind, Kind>> = { offensive: 'ground_clash' }
/** These speak of many happenings, of none in particular, or of what came of one. */
const NO_HAPPENING: ReadonlySet<Kind> = new Set<Kind>(['casualties', 'violence_general'])

/** Whether a claim tells of one act of violence. */
export function tellsOfOne({ claim, stance }: Fact): boolean {
  if (stance === null || !mayCount(claim) || NO_HAPPENING.has(claim.kind)) return false
  return kindEntry(claim.kind).family === 'violence'
}

/** A fact with what it is compared by, worked out once: every claim is held against many others. */
export interface Told {
  readonly fact: Fact
  readonly kind: Kind
  readonly places: readonly string[]
  readonly length: number
  readonly placeNames: string
  /** The same for a source that repeats itself, in whatever outlet: that tells of nothing new. */
  readonly saying: string
  /** Where to look for others that may be about the same: two that are share a cell. */
  readonly cells: readonly string[]
}

export function toldOf(fact: Fact): Told {
  const { camp, stance, claim, when } = fact
  const kind = CLASS[claim.kind] ?? claim.kind
  const placeNames = claim.places.toSorted().join()
  const places = claim.places.map(fold)
  // Of speakers nobody can name, only the same words show that it is one of them again.
  const who = camp === null ? ['somebody', fold(claim.quote)] : [camp]
  const what = [stance, claim.kind, claim.date, claim.actor_blamed, claim.target, claim.places.toSorted()]
  const saying = JSON.stringify([who, what])
  const length = when.to - when.from
  return { fact, kind, places, length, placeNames, saying, cells: cellsOf(fact, kind, places, length, saying) }
}

/** One for what is said, and for what is short enough those of its days by place, or by document where it names none. */
function cellsOf({ claim, when }: Fact, kind: Kind, places: readonly string[], length: number, saying: string) {
  const cells = [`${kind} says ${saying}`]
  if (length > LONGEST_HAPPENING_MS) return cells
  const where = [`doc ${claim.doc}`, ...new Set(places.map((place) => `in ${place}`))]
  for (let day = Math.floor(when.from / DAY_MS); day * DAY_MS < when.to; day += 1)
    cells.push(...where.map((one) => `${kind} ${day} ${one}`))
  return cells
}

/** By what they say alone, and never by who says it; of equally narrow claims the one of the earlier happening first. */
export function narrowestFirst(a: Told, b: Told): number {
  return (
    compare(a.length, b.length) ||
    compare(placesNamed(a), placesNamed(b)) ||
    compare(a.fact.when.from, b.fact.when.from) ||
    compare(a.placeNames, b.placeNames) ||
    compare(a.fact.claim.doc, b.fact.claim.doc) ||
    compare(a.fact.claim.id, b.fact.claim.id)
  )
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** To name no place is to say least of where it was. */
function placesNamed({ places }: Told): number {
  return places.length === 0 ? Infinity : places.length
}

export function sameHappening(a: Told, b: Told): boolean {
  if (a.saying === b.saying) return true
  if (!overlaps(a.fact.when, b.fact.when)) return false
  if (a.length > LONGEST_HAPPENING_MS || b.length > LONGEST_HAPPENING_MS) return false
  if (a.places.length === 0 || b.places.length === 0) return a.fact.claim.doc === b.fact.claim.doc
  return a.places.some((place) => b.places.includes(place))
}
