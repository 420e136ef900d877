// What the ground desk writes down: positions, required depths, who waits for whom, and where weapons are to go.
import type { MeansOfObservation, Stance, WeaponClass } from '@trucekeeper/codes'
import type { LineSide, Position as LonLat } from '@trucekeeper/geo'
import type { Instant } from '@trucekeeper/time'

/** Means by which nobody observed anything: what is passed on is a party's word, however many pass it on. */
export const SECOND_HAND: ReadonlySet<MeansOfObservation> = new Set(['party_notification', 'told_by_party'])

/** Stances that say that it is so. */
const ASSERTIVE: ReadonlySet<Stance> = new Set(['asserts', 'admits', 'counter_claims'])

export function isAssertion({ stance }: Pick<Position, 'stance'>): boolean {
  return ASSERTIVE.has(stance)
}

/** Whose word something is, in which words, and when it came in. */
export interface Word {
  readonly id: string
  /** `example` where it is made up for illustration; such a row quotes nobody. */
  readonly source: string
  readonly doc: string | null
  readonly quote: string | null
  readonly recordedAt: Instant
}

/**
 * Somebody's word on where a unit stood. Without a place it is a word on the pull-back as a whole: `asserts` that it has
 * begun, `denies` it, or `cannot_confirm` it.
 */
export interface Position extends Word {
  readonly party: string
  /** Empty where the words name no unit. */
  readonly unit: string
  /** Null where the words name no class of weapon. */
  readonly weaponClass: WeaponClass | null
  readonly place: LonLat | null
  /** Null exactly where there is no place. */
  readonly errorRadius_m: number | null
  readonly observedAt: Instant
  readonly means: MeansOfObservation | null
  /** Who observed it, or looked and could not tell: a name of the agreement. */
  readonly observer: string
  readonly stance: Stance
}

/** How far some weapons of a party have to stay from a line, in one reading of the text. */
export interface Depth {
  readonly id: string
  readonly clause: string
  readonly party: string
  readonly line: string
  readonly side: LineSide
  readonly depth_m: number
  readonly weapons: readonly WeaponClass[]
  /** In the words of the text. */
  readonly of: string
  /** Whose or which reading; `text` for what the agreement's clause says itself. */
  readonly reading: string
  readonly source: string
  readonly quote: string
}

/** A party's word that it does not move before another. */
export interface Wait extends Word {
  readonly party: string
  readonly waitsFor: string
  readonly statedAt: Instant
}

/** Where weapons of a party are to go. */
export interface Site extends Word {
  readonly party: string
  readonly weapons: readonly WeaponClass[]
  readonly place: LonLat
  readonly radius_m: number
}

export interface Line {
  readonly id: string
  readonly name: string
  readonly positions: readonly LonLat[]
  /** How far the drawn line may be from the real one. */
  readonly tolerance_m: number
}

/** Two duties that run together, within hours of each other. */
export interface Pair {
  readonly a: { readonly clause: string; readonly party: string }
  readonly b: { readonly clause: string; readonly party: string }
  readonly tolerance_h: number
}

/** What an agreement asks of the parties on the ground. */
export interface PullBackTerms {
  readonly lines: readonly Line[]
  readonly depths: readonly Depth[]
  readonly pairs: readonly Pair[]
  /** Who may attest a clause; everybody where it names nobody. */
  readonly attest: Readonly<Record<string, readonly string[]>>
}

/** Everything written down about the ground. */
export interface GroundRecord {
  readonly positions: readonly Position[]
  readonly waits: readonly Wait[]
  readonly sites: readonly Site[]
}

export type { LineSide, LonLat, MeansOfObservation, Stance, WeaponClass }
