// Code lists. Values and spelling follow the standards named beside each.

/** Who speaks, by the side they speak for. */
export const SIDES = [
  'us',
  'russia',
  'syria_gov',
  'opposition',
  'un',
  'turkey',
  'monitor',
  'outlet',
  'unknown',
] as const
export type Side = (typeof SIDES)[number]

/** How a thing is said. Only what is asserted, denied or reported speaks of what happened. */
export const MODALITIES = [
  'asserted',
  'denied',
  'threatened',
  'demanded',
  'conditional',
  'reported-unconfirmed',
  'planned',
] as const
export type Modality = (typeof MODALITIES)[number]

/** What a claim does to the thing it speaks of (press practice; PLOVER ACCUSE, REJECT). */
export const STANCES = ['asserts', 'denies', 'admits', 'cannot_confirm', 'counter_claims', 'no_comment'] as const
export type Stance = (typeof STANCES)[number]

/** How a claim's date was found. */
export const DATE_BASES = ['explicit', 'text+pubdate', 'context', 'external'] as const

/** Verification of an incident or a claim (Primero's MRM states; the last two from observer practice). */
export const VERIFICATION_STATES = [
  'reported',
  'pending_verification',
  'verified',
  'unverified',
  'falsely_attributed',
  'rejected',
  'disputed',
  'not_verifiable_no_access',
] as const
export type VerificationState = (typeof VERIFICATION_STATES)[number]

/** Source reliability (STANAG 2511). F cannot be judged and is no number. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
/** Information credibility (STANAG 2511). 6 cannot be judged and is no number. */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const

/** Whether an agreement speaks of an incident at all. */
export const SCOPE_DECISIONS = [
  'covered',
  'not_covered_actor',
  'not_covered_area',
  'not_covered_time',
  'self_defence_claimed',
  'undetermined',
] as const
export type ScopeDecision = (typeof SCOPE_DECISIONS)[number]

/** What someone is in an arrangement (PA-X; ISSG ceasefire task force). */
export const PARTY_ROLES = [
  'party',
  'co_chair',
  'guarantor',
  'mediator',
  'monitor',
  'secretariat',
  'excluded_group',
  'non_signatory',
] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

export const GATE_STATES = ['closed', 'counting', 'reset', 'open', 'withdrawn'] as const
export type GateState = (typeof GATE_STATES)[number]

/** Classes of weapon (OSCE wording; the words of the 2016 texts). */
export const WEAPON_CLASSES = [
  'small_arms',
  'heavy_machine_gun',
  'rpg',
  'atgm',
  'mortar',
  'artillery_tube',
  'mlrs_rocket',
  'tank',
  'ifv_apc',
  'air_manned',
  'air_helicopter',
  'uav',
  'missile',
  'chemical',
  'ied_mine',
  'unknown',
] as const
export type WeaponClass = (typeof WEAPON_CLASSES)[number]

/** What a power can do to an agreement: a closed list. */
export const EFFECTS = [
  'trigger',
  'suspend',
  'resume',
  'waive',
  'discharge',
  'terminate',
  'extend',
  'designate',
  'redraw',
  'certify',
  'decide',
  'amend',
] as const
export type Effect = (typeof EFFECTS)[number]

/** How far the use of a power has gone. */
export const ACT_STAGES = ['demanded', 'threatened', 'prepared', 'proposed', 'accepted', 'exercised', 'lifted'] as const
export type ActStage = (typeof ACT_STAGES)[number]
