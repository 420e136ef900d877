// Code lists of what a joint centre keeps minutes of: cases, findings, visits, undertakings, calls.

/** How far a case has come (CTSAMVM, the stages of an investigation), in order. */
export const CASE_STAGES = [
  'received',
  'preliminary',
  'tasked',
  'investigated',
  'hq_review',
  'sent_to_parties',
  'party_responded',
  'closed',
] as const
export type CaseStage = (typeof CASE_STAGES)[number]

/** What the evidence of a case comes to, by whoever assessed it. None of these is about guilt. */
export const FINDINGS = [
  'supported',
  'refuted',
  'contested',
  'not_verifiable_no_access',
  'falsely_attributed',
  'self_defence_claimed',
] as const
export type Finding = (typeof FINDINGS)[number]

/** What came of a visit (OSCE SMM: freedom of movement). */
export const VISIT_OUTCOMES = ['done', 'denied', 'turned_back', 'cancelled'] as const
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number]

/** What came of something that somebody undertook. */
export const UNDERTAKING_OUTCOMES = ['kept', 'partly', 'not_kept', 'not_known'] as const
export type UndertakingOutcome = (typeof UNDERTAKING_OUTCOMES)[number]

/** How the Sides spoke with one another. */
export const CALL_CHANNELS = ['phone', 'meeting', 'hotline'] as const
export type CallChannel = (typeof CALL_CHANNELS)[number]

/** Who is shown something (scopes of CAP 1.2 and practice), from the fewest to all: each has what those before it have. */
export const DISCLOSURE_LEVELS = ['team', 'monitors', 'co_chairs', 'parties', 'council', 'public'] as const
export type DisclosureLevel = (typeof DISCLOSURE_LEVELS)[number]
