// What protected things a claim says were hit: their kind, and never which one or where.
import { kindEntry, stanceOf, type Claim } from '@trucekeeper/claims'
import type { PROTECTED_OBJECTS } from '@trucekeeper/codes'

export type ProtectedObject = (typeof PROTECTED_OBJECTS)[number]
/** `other_service` where the claim says no more than that services or infrastructure were hit. */
export type ProtectedKind = ProtectedObject | 'other_service'

/** By the words that reports use for them, in English as all reading is. */
const WORDS: readonly (readonly [ProtectedObject, RegExp])[] = [
  ['health_transport', /\bambulances?\b/iu],
  ['health_worker', /\b(?:doctors?|nurses?|medics?|paramedics?|health workers?|medical (?:staff|workers?))\b/iu],
  ['health_facility', /\b(?:hospitals?|clinics?|medical (?:facilit|cent|point)\w*)/iu],
  ['aid_worker', /\b(?:aid|relief|humanitarian) workers?\b|\b(?:white helmets|civil defen[cs]e)\b/iu],
  ['aid_convoy', /\bconvoys?\b|\b(?:aid|relief) trucks?\b/iu],
  ['warehouse', /\bwarehouses?\b/iu],
  ['water_station', /\b(?:water|pumping)\b/iu],
  ['electricity', /\b(?:electricity|power (?:stations?|plants?|grid|lines?|supply))\b/iu],
  ['school', /\bschools?\b/iu],
  ['bakery', /\b(?:bakery|bakeries)\b/iu],
  ['market', /\bmarkets?\b/iu],
  ['camp', /\b(?:refugee|displace\w*) camps?\b/iu],
  ['religious', /\b(?:mosques?|church(?:es)?|monaster(?:y|ies)|synagogues?|shrines?)\b/iu],
]

/** Claims of these kinds are about protected things whatever words they use. */
const ABOUT: Readonly<Record<string, ProtectedKind>> = {
  attack_on_infrastructure: 'other_service',
  services_cut: 'other_service',
  attack_on_aid: 'aid_convoy',
}

/**
 * The kinds of protected things that were hit by this claim; none where it only plans, threatens or wishes. Of other
 * violence only the thing it names as its target counts: a hospital in the same sentence may be where people were treated.
 */
export function protectedIn(claim: Claim): ProtectedKind[] {
  if (stanceOf(claim) === null) return []
  const kind = ABOUT[claim.kind]
  if (kind === undefined && kindEntry(claim.kind).aspect === 'state') return []
  const said = kind === undefined ? (claim.target ?? '') : `${claim.target ?? ''} ${claim.quote}`
  const named = protectedNamed(said)
  return named.length > 0 || kind === undefined ? named : [kind]
}

/** The kinds of protected things that some words name, hit or not. */
export function protectedNamed(words: string): ProtectedKind[] {
  return WORDS.flatMap(([object, names]) => (names.test(words) ? [object] : []))
}
