// A claim with what decides which matter it belongs to: question, time, places, actors, figures and words.
import { stanceOf, type Claim, type Stance } from '@trucekeeper/claims'
import { datedInterval, parseDating, type Interval } from '@trucekeeper/time'
import { fold } from '../cast.ts'
import { questionOf, type Question } from './questions.ts'
import type { Voices } from './voices.ts'

export const DAY_MS = 86_400_000
/** An event nobody dates lies in the week before it was reported; a date longer than this says no better. */
const UNDATED_DAYS = 7
const LONGEST_DATE_DAYS = 10
const SHORTEST_WORD = 4
/** What is left of a word so that its forms meet: violated, violations. */
const STEM = 5
const HOURS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24, week: 168 }

export interface Measure {
  readonly what: string
  readonly unit: string
  readonly low: number
  readonly high: number
}

export interface Telling {
  readonly claim: Claim
  readonly question: Question
  readonly stance: Stance | null
  readonly when: Interval
  /** Whether the claim itself says when, and narrowly. */
  readonly dated: boolean
  readonly places: readonly string[]
  /** Those it blames or addresses; of a question asked of somebody, the speaker's side where it names none. */
  readonly actors: ReadonlySet<string>
  readonly blamed: readonly string[]
  /** Lengths of time given, in hours. */
  readonly lengths: readonly number[]
  readonly measures: readonly Measure[]
  readonly words: ReadonlySet<string>
  readonly voice: string | null
  /** How much of time, place, actors and length it says: what says less never decides for what says more. */
  readonly says: number
}

export function tellingOf(claim: Claim, voices: Voices, zone: string): Telling {
  const question = questionOf(claim.kind)
  const { when, dated } = whenOf(claim, question, zone)
  const blamed = claim.actor_blamed === null ? [] : actorsIn(claim.actor_blamed, voices)
  const addressed = claim.target === null ? [] : actorsIn(claim.target, voices)
  const measures = claim.figures.flatMap(measureOf)
  const lengths = measures.filter(({ unit }) => unit === 'hours').map(({ low }) => low)
  const places = [...new Set(claim.places.map(fold))]
  const actors = question.byActor && addressed.length + blamed.length === 0 ? [`side ${claim.speaker_side}`] : []
  return {
    claim,
    question,
    stance: stanceOf(claim),
    when,
    dated,
    places,
    // Whoever is asked to do a thing is the one it is asked of, whomever it is about.
    actors: new Set(question.byActor && addressed.length > 0 ? addressed : [...blamed, ...addressed, ...actors]),
    blamed,
    lengths,
    measures,
    words: stemsOf(claim.quote),
    voice: voices.voiceOf(claim),
    says: Number(dated) + Number(places.length > 0) + Number(blamed.length > 0) + Number(lengths.length > 0),
  }
}

function whenOf(claim: Claim, { aspect }: Question, zone: string): { when: Interval; dated: boolean } {
  const said = datedInterval(parseDating(claim.published)!, zone)
  const dating = claim.date === null ? null : parseDating(claim.date)
  const when = dating && datedInterval(dating, zone)
  if (when && when.to - when.from <= LONGEST_DATE_DAYS * DAY_MS) return { when, dated: true }
  if (aspect === 'state') return { when: said, dated: false }
  return { when: { from: said.from - UNDATED_DAYS * DAY_MS, to: said.to }, dated: false }
}

function actorsIn(words: string, { actorOf }: Voices): string[] {
  const names = words.split(/;|,|\band\b|\bor\b|\//i).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== '').map(actorOf))]
}

/** A figure as a range in one unit: 72 hours and three days are one. */
function measureOf({ what, value, low, high, unit, qualifier }: Claim['figures'][number]): Measure[] {
  const plain = fold(unit).replace(/s$/, '')
  const hours = Object.hasOwn(HOURS, plain) ? HOURS[plain]! : null
  const from = low ?? value
  const to = high ?? value
  if (from === null && to === null) return []
  const scale = hours ?? 1
  const softened = qualifier ? bounds(qualifier) : null
  const least = softened === 'most' ? 0 : (from ?? 0)
  const most = softened === 'least' ? Infinity : (to ?? Infinity)
  return [{ what: fold(what), unit: hours === null ? plain : 'hours', low: least * scale, high: most * scale }]
}

/** What a softening word does to a figure: only bounds are bounds, "around" is taken at its word. */
function bounds(qualifier: string): 'least' | 'most' | null {
  if (/\b(?:more than|over|at least|above|no fewer)\b/i.test(qualifier)) return 'least'
  if (/\b(?:less than|fewer than|under|at most|up to|almost|nearly|no more)\b/i.test(qualifier)) return 'most'
  return null
}

function stemsOf(quote: string): ReadonlySet<string> {
  const words =
    quote
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  return new Set(words.filter((word) => word.length >= SHORTEST_WORD).map((word) => word.slice(0, STEM)))
}
