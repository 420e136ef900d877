// Whether two claims are about one matter, cannot be, or leave it open, and why: reasons as data.
import { overlaps } from '@trucekeeper/time'
import { COUNTRIES } from './countries.ts'
import { kindsMeet } from './questions.ts'
import { DAY_MS, type Telling } from './telling.ts'

export type JoinReason =
  | 'same_place'
  | 'place_within'
  | 'same_time'
  | 'near_in_time'
  | 'same_figure'
  | 'same_actor'
  | 'same_words'
  | 'same_document'
export type PartReason = 'kind' | 'time' | 'place' | 'length' | 'actor'

export type Relation =
  | { readonly answer: 'joins'; readonly reasons: readonly JoinReason[] }
  | { readonly answer: 'parts'; readonly reasons: readonly PartReason[] }
  | { readonly answer: 'open'; readonly reasons: readonly [] }

const OPEN: Relation = { answer: 'open', reasons: [] }
/** Word stems that two quotes share before it says anything; and before it says as much as a place. */
const SHARED_WORDS = 2
const SHARED_WORDS_FOR_KINDRED = 4

/** The relation of two claims. It does not matter which is named first. */
export function relationOf(a: Telling, b: Telling): Relation {
  const kinds = kindsMeet(a.claim.kind, b.claim.kind)
  const where = placesMeet(a.places, b.places)
  const gap = gapOf(a, b)
  const isEvent = a.question.aspect === 'event' && b.question.aspect === 'event'
  const gapAllowed = Math.max(a.question.gapDays, b.question.gapDays) * DAY_MS
  const parts: PartReason[] = []
  if (kinds === 'apart') parts.push('kind')
  if (isEvent && gap > gapAllowed) parts.push('time')
  const onOneWay = a.question.moves && b.question.moves && !(isWide(a.places) && isWide(b.places))
  if (where === 'apart' && !onOneWay) parts.push('place')
  if (lengthsDiffer(a, b)) parts.push('length')
  if (a.question.byActor && b.question.byActor && a.actors.size > 0 && b.actors.size > 0 && !meet(a.actors, b.actors))
    parts.push('actor')
  if (parts.length > 0) return { answer: 'parts', reasons: parts }
  if (gap > gapAllowed || where === 'apart') return OPEN
  const reasons = grounds(a, b, where, gap)
  return isEnough(a, b, kinds === 'kindred', reasons) ? { answer: 'joins', reasons } : OPEN
}

function grounds(a: Telling, b: Telling, where: PlacesMeet, gap: number): JoinReason[] {
  const reasons: JoinReason[] = []
  if (where === 'same') reasons.push('same_place')
  if (where === 'within') reasons.push('place_within')
  reasons.push(gap === 0 && a.dated && b.dated ? 'same_time' : 'near_in_time')
  if (figuresMeet(a, b)) reasons.push('same_figure')
  if (meet(a.actors, b.actors)) reasons.push('same_actor')
  if (sharedWords(a, b) >= SHARED_WORDS) reasons.push('same_words')
  if (a.claim.doc === b.claim.doc) reasons.push('same_document')
  return reasons
}

/** Time alone never joins: two claims of one day need a place, an actor, a figure or words in common. */
function isEnough(a: Telling, b: Telling, kindred: boolean, reasons: readonly JoinReason[]): boolean {
  const has = (reason: JoinReason) => reasons.includes(reason)
  if (kindred) {
    const alike = has('same_actor') || has('same_figure') || sharedWords(a, b) >= SHARED_WORDS_FOR_KINDRED
    return (has('same_place') && has('same_time')) || (alike && (has('same_place') || has('same_document')))
  }
  if (has('same_place')) return a.dated || b.dated || a.question.aspect === 'state' || has('same_document')
  if (has('same_figure') || has('same_words')) return true
  if (a.question.aspect === 'event') return has('same_time') && (has('place_within') || has('same_actor'))
  const isPlaceless = a.places.length === 0 && b.places.length === 0
  return has('place_within') || has('same_actor') || (isPlaceless && (has('same_document') || has('same_time')))
}

/** Milliseconds between two claims' times, at least 1; 0 where they overlap. */
function gapOf({ when: a }: Telling, { when: b }: Telling): number {
  return overlaps(a, b) ? 0 : Math.max(1, a.from - b.to, b.from - a.to)
}

type PlacesMeet = 'same' | 'within' | 'unknown' | 'apart'

/** same: one is named by both; within: a name is part of another's; unknown: one names none, or a country and a town. */
export function placesMeet(a: readonly string[], b: readonly string[]): PlacesMeet {
  if (a.length === 0 || b.length === 0) return 'unknown'
  if (a.some((place) => b.includes(place))) return 'same'
  const isIn = (one: string, other: string) => ` ${one} `.includes(` ${other} `)
  if (a.some((one) => b.some((other) => isIn(one, other) || isIn(other, one)))) return 'within'
  return isWide(a) === isWide(b) ? 'apart' : 'unknown'
}

/** Whether places are countries, and nothing smaller. */
function isWide(places: readonly string[]): boolean {
  return places.every((place) => COUNTRIES.has(place))
}

function lengthsDiffer(a: Telling, b: Telling): boolean {
  if (!a.question.byLength || !b.question.byLength || a.lengths.length === 0 || b.lengths.length === 0) return false
  return !a.lengths.some((hours) => b.lengths.includes(hours))
}

function figuresMeet(a: Telling, b: Telling): boolean {
  return a.measures.some((one) =>
    b.measures.some((other) => one.unit === other.unit && one.low === other.low && one.high === other.high),
  )
}

export function meet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const one of a) if (b.has(one)) return true
  return false
}

function sharedWords({ words: a }: Telling, { words: b }: Telling): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared
}
