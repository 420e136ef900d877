// Code lists of access and convoys, each with the standard it comes from.

/** Steps by which a request is approved (UN statements on access to besieged areas, January 2017). */
export const ACCESS_STEPS = [
  'monthly_plan_reply',
  'facilitation_letter',
  'governor',
  'security_committee',
  'checkpoint_agreement',
  'loading',
  'customs',
  'crossing',
] as const

/** What an authority can answer (UN reporting on access, 2015 to 2017). */
const ANSWERS = [
  'approved_in_principle',
  'approved',
  'approved_partly',
  'denied',
  'on_hold_security',
  'withdrawn',
  'expired',
] as const

/** What is said of a step: `asked` opens it, `no_reply` says that it was still open then, the others close it. */
export const STEP_DECISIONS = ['asked', 'no_reply', ...ANSWERS] as const

/** What has become of a request (UN reporting on access, 2015 to 2017). */
export const REQUEST_OUTCOMES = ['pending', 'unanswered', ...ANSWERS, 'delivered', 'delivered_partly'] as const

/** How well aid workers can get to an area (OCHA, Humanitarian Needs Overview 2018). */
export const AREA_ACCESS = [
  'accessible',
  'hard_to_reach_military_encircled',
  'hard_to_reach_isil',
  'hard_to_reach_other',
  'besieged',
] as const

/** Our words for where a consignment is, in the order of a journey, with UN/CEFACT Recommendation 24 codes beside them. */
export const REC24 = {
  planned: null,
  requested: null,
  permitted: null,
  loading_authorised: '2',
  loaded: null,
  sealed: null,
  despatched: '27',
  en_route: '31',
  waiting_at_crossing: '20/25',
  cleared_customs: '12',
  clearance_refused: '17',
  crossed: '16',
  at_checkpoint: null,
  diverted: '44',
  turned_back: null,
  attacked: null,
  damaged: '18',
  unloaded: '29',
  delivered: '21',
  delivery_not_completed: '23',
  handed_over: '41',
  post_distribution_monitored: null,
} as const satisfies Record<string, string | null>

export const CONVOY_STATUSES = Object.keys(REC24) as readonly ConvoyStatus[]

/** What somebody found of a seal. `applied` begins a chain, `removed` ends it where the goods are handed over. */
export const SEAL_CHECKS = ['applied', 'intact', 'broken', 'replaced', 'removed'] as const

/** In what state goods came (RITA; the last from the Secretary-General's reports on removed medical items). */
export const RECEIPT_CONDITIONS = ['good', 'damaged', 'lost', 'not_dispatched', 'removed_by_authority'] as const

export const RECEIPT_STAGES = ['received', 'distributed', 'monitored'] as const

/** Whether a quantity is what was to go or what was found on the truck. */
export const ITEM_STAGES = ['listed', 'loaded'] as const

export type AccessStep = (typeof ACCESS_STEPS)[number]
export type StepDecision = (typeof STEP_DECISIONS)[number]
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]
export type AreaAccess = (typeof AREA_ACCESS)[number]
export type ConvoyStatus = keyof typeof REC24
export type SealCheck = (typeof SEAL_CHECKS)[number]
export type ReceiptCondition = (typeof RECEIPT_CONDITIONS)[number]
