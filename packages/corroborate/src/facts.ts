// A claim with what can be told from it alone: when, by whom, about whom; the same for every clause and account.
import { kindEntry, stanceOf, type Claim, type Side, type Stance } from '@trucekeeper/claims'
import { civilDay, datedInterval, parseDating, startOfDay, type Instant, type Interval } from '@trucekeeper/time'
import { fold, type Cast, type CastMember } from './cast.ts'

export interface Fact {
  readonly claim: Claim
  /** What it does to the thing it speaks of, or null when it only wishes, threatens or plans. */
  readonly stance: Stance | null
  /** When the thing happened; from -Infinity where the claim gives no date for an event. */
  readonly when: Interval
  readonly undated: boolean
  /** Whether it speaks of what goes on while it lasts ("trucks are waiting"), not of what happens and is over. */
  readonly ongoing: boolean
  /** From this instant on it surely had happened: a claim is placed by its day, not by its hour. */
  readonly sureFrom: Instant
  readonly said: Interval
  /** The member of the cast who speaks, or null. */
  readonly speaker: string | null
  /** Whose word it carries: sources of one camp are one source. Null when nobody can be named. */
  readonly camp: string | null
  readonly side: Side
  /** Those who did it, by the claim. */
  readonly doers: readonly string[]
  /** The same for each alternative that it leaves open: "Russia or unknown jets" names one and nobody. */
  readonly alternatives: readonly (readonly string[])[]
  readonly targets: readonly string[]
}

/** "US" is a country. */
const FIRST_PERSON = /\b(?:[Ww]e|[Oo]urs?|us)\b/u
/** "We have seen no withdrawal" is about somebody else's. */
const ONLOOKER = /\b(?:[Ww]e|us)\b.{0,20}\b(?:see|seen|saw|observed?|noticed?|confirm|know|heard?)\b/u
/** These name a crowd, not a voice: two monitors are two sources. */
const MANY_VOICES: ReadonlySet<Side> = new Set<Side>(['monitor', 'outlet', 'unknown'])

/** Facts of a set of claims, in the order of their ids. `zone` is the zone in which days are read. */
export function factsOf(claims: readonly Claim[], cast: Cast, zone: string): Fact[] {
  return claims
    .map((claim) => factOf(claim, cast, zone))
    .toSorted((a, b) => (a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0))
}

/** A fact of a claim. */
export function factOf(claim: Claim, cast: Cast, zone: string): Fact {
  const said = datedInterval(parseDating(claim.published)!, zone)
  const when = whenOf(claim, said, zone)
  const named = speakerOf(claim, cast)
  const stance = stanceOf(claim)
  const alternatives = alternativesOf(claim, stance, named, cast)
  return {
    claim,
    stance,
    when,
    undated: claim.date === null,
    ongoing: kindEntry(claim.kind).aspect === 'state',
    sureFrom: Math.min(when.to - 1, startOfDay(civilDay(when.to - 1, zone), zone)),
    said,
    speaker: named?.id ?? null,
    camp: campOf(claim, named, cast),
    side: claim.speaker_side,
    doers: [...new Set(alternatives.flat())],
    alternatives,
    targets: claim.target === null ? [] : cast.named(claim.target).map(({ id }) => id),
  }
}

/**
 * The stretch a claim speaks of. What is said to have happened had happened when it was said, so publication bounds it.
 * An undated state ("trucks are waiting") is one of the day it is reported; an undated event may be any time before.
 */
function whenOf(claim: Claim, said: Interval, zone: string): Interval {
  if (claim.date === null) {
    const ongoing = kindEntry(claim.kind).aspect === 'state'
    return { from: ongoing ? startOfDay(civilDay(said.from, zone), zone) : -Infinity, to: said.to }
  }
  const dated = datedInterval(parseDating(claim.date)!, zone)
  if (claim.modality === 'planned' || dated.from >= said.to) return dated
  return { from: dated.from, to: Math.max(dated.from + 1, Math.min(dated.to, said.to)) }
}

/** Who speaks: the one the claim names, or the only one the agreement knows on that side. */
function speakerOf({ speaker, speaker_side }: Claim, cast: Cast): CastMember | null {
  if (speaker !== null) {
    const whole = cast.whole(speaker)
    if (whole) return whole
    const [first] = cast.named(speaker)
    if (first && (first.side === speaker_side || first.side === null)) return first
    if (MANY_VOICES.has(speaker_side)) return null
  }
  const [only, ...others] = cast.onSide(speaker_side)
  return others.length === 0 ? (only ?? null) : null
}

/** A guarantor and the parties it answers for are one camp; an outlet speaking for itself is its own. */
function campOf({ speaker, speaker_side, outlet }: Claim, named: CastMember | null, cast: Cast): string | null {
  if (speaker_side === 'outlet') return outlet === null ? null : `outlet ${fold(outlet)}`
  // Somebody of a side for which several speak is no source beside them.
  const member = named ?? (MANY_VOICES.has(speaker_side) ? undefined : cast.onSide(speaker_side)[0])
  if (member) return cast.members.find(({ id }) => id === member.answeredBy)?.id ?? member.id
  if (speaker_side === 'unknown') return null
  return speaker === null ? `side ${speaker_side}` : `speaker ${fold(speaker)}`
}

function alternativesOf(
  claim: Claim,
  stance: Stance | null,
  speaker: CastMember | null,
  cast: Cast,
): readonly (readonly string[])[] {
  const ids = (members: readonly CastMember[]) => members.map(({ id }) => id)
  if (claim.actor_blamed !== null) return claim.actor_blamed.split(/\bor\b/i).map((words) => ids(cast.named(words)))
  const own = speaker?.kind === 'party' ? [[speaker.id]] : []
  // Who attacked is never guessed from the words around; but a party that denies and names nobody denies for itself.
  if (kindEntry(claim.kind).aspect === 'event') return stance === 'denies' || stance === 'counter_claims' ? own : []
  const parties = cast.named(claim.quote).filter(({ kind }) => kind === 'party')
  // That they kept the truce is said of all who are named; that they moved, of the first.
  if (parties.length > 0) return [ids(claim.kind === 'truce_compliance' ? parties : parties.slice(0, 1))]
  return FIRST_PERSON.test(claim.quote) && !ONLOOKER.test(claim.quote) ? own : []
}

/** Whether something had happened by an instant: surely, perhaps (its span reaches past that day), or not. */
export function hadHappened(
  { when, sureFrom }: Pick<Fact, 'when' | 'sureFrom'>,
  at: Instant,
): 'yes' | 'perhaps' | 'no' {
  if (when.from > at) return 'no'
  return at >= sureFrom ? 'yes' : 'perhaps'
}
