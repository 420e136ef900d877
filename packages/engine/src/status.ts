// The shapes of the engine's answers. They are what `truce status --json`, `truce why --json` and the API speak:
// stable names in snake_case, extended but never changed. All times are ISO 8601 in the agreement's zone.

export type Verdict = 'met' | 'breached' | 'contested' | 'unknown'
export type StandingState = 'dormant' | 'in_force' | 'suspended' | 'ended'
export type EndedHow = 'fulfilled' | 'waived' | 'expired' | 'terminated'
export type Timing = 'not_yet_due' | 'due' | 'overdue' | 'closed'

/** Ids in `for`, `against`, `cannot_confirm` and `undetermined` are claim ids, sorted. */
export interface AccountVerdict {
  /** Null while nothing is due, and for clauses that are no question of evidence (powers, terms, procedures). */
  verdict: Verdict | null
  reason: string
  for: string[]
  against: string[]
  /** Claims by those who looked and could not tell. */
  cannot_confirm: string[]
  /** Claims whose date or place straddles a boundary of the clause. */
  undetermined: string[]
  standing: StandingState
  timing: Timing
  /** What would settle it, in words, for each way it could go. */
  residual: Residual
}

export interface Residual {
  met: string[]
  breached: string[]
}

export interface ClauseStatus {
  id: string
  /** What the text calls it, where it does. */
  title: string | null
  /** The headings above the clause, outermost first, joined by ` › `. */
  heading: string
  kind: string
  /** Ids of those bound, permitted or empowered. */
  parties: string[]
  /** The prose that the clause reads. */
  sentence: string
  /** Under the account that decides the clause. */
  standing: StandingState
  standing_reason: string
  ended: EndedHow | null
  timing: Timing
  timing_reason: string
  /** When it is due, or when its span ends. */
  due: string | null
  /** The account that decides this clause. */
  decided_by: string
  verdicts: Record<string, AccountVerdict>
  /** The earliest instant at which anything about the clause changes if nothing more is reported. */
  next_change: { at: string; what: string } | null
  /** Under the account that decides the clause. */
  residual: Residual
  /** Ids of open terms that this clause rests on. */
  open_terms: string[]
}

export interface GateDay {
  day: string
  verdict: Verdict
  /** [verified, alleged] breaches on that day under the account. */
  count: [number, number]
  claims: string[]
}

export interface GateReading {
  state: 'closed' | 'counting' | 'reset' | 'open' | 'withdrawn'
  /** Whole days counted so far, of `needed`. */
  done: number
  needed: number
  missing: string[]
  earliest: string | null
  days: GateDay[]
  /** What put the count back, latest last. */
  resets: { at: string; why: string }[]
}

export interface GateStatus extends GateReading {
  id: string
  title: string | null
  heading: string
  opens: string
  decided_by: string
  accounts: Record<string, GateReading>
}

export interface TermStatus {
  id: string
  title: string | null
  heading: string
  standing: StandingState
  starts: string | null
  ends: string | null
  /** Every step by which it came to end when it does, in order. */
  steps: { at: string; what: string; by: string[]; stage: string; act: string | null }[]
  reason: string
}

export interface PowerStatus {
  id: string
  title: string | null
  heading: string
  effect: string
  holders: string[]
  /** How far its use has gone; null when nothing is recorded. */
  stage: string | null
  notices: {
    at: string
    stage: string
    by: string[]
    act: string
    quote: string
    doc: string
    start: number
    end: number
    /** Why an act that was meant to change something changed nothing: the clause in the way, and what it says. */
    without_effect: string | null
    /** Why an offer that nobody accepted in time can no longer be: what is over, and since when. */
    lapsed: string | null
  }[]
  reason: string
}

export interface TallyStatus {
  clause: string
  party: string
  from: string
  to: string
  verified: number
  alleged: number
  /** What each claimant's own statements add up to, highest first. */
  by_claimant: { side: string; speakers: string[]; alleged: number; claims: string[] }[]
  /** On how many of the period's days anyone reported anything that bears on the clause. */
  coverage: { days: number; days_reported: number }
}

export interface IncidentStatus {
  id: string
  kind: string
  from: string | null
  to: string | null
  places: string[]
  claims: string[]
  /** For each clause that could speak of it: does it, and why or why not. */
  scope: { clause: string; decision: string; reason: string }[]
}

export interface Status {
  agreement: { id: string; title: string; hash: string; zone: string }
  at: string
  /** The instant up to whose receipts the record was read, or null for all of it. */
  known_at: string | null
  /** Names the set of entries this rests on, in whatever order they arrived. */
  checkpoint: { size: number; digest: string }
  accounts: { id: string; name: string; decides: boolean }[]
  clauses: ClauseStatus[]
  gates: GateStatus[]
  terms: TermStatus[]
  powers: PowerStatus[]
  tallies: TallyStatus[]
  incidents: IncidentStatus[]
  /** What is due next, soonest first. */
  deadlines: { at: string; clause: string; what: string }[]
  open_terms: { id: string; title: string | null; words: string; interprets: string[]; touches: string[] }[]
}

/**
 * Words that a leaf rests on: of a claim, of an act, of a row of a table, or of the agreement itself where nobody spoke. A
 * row has no span (`start` and `end` are 0); one that is made up for illustration has the speaker `example` and no words.
 */
export interface QuoteRef {
  source: 'claim' | 'act' | 'row' | 'agreement'
  /** Claim, act or clause id, or the name of a row in its table. */
  id: string
  stance: 'for' | 'against' | 'cannot_confirm' | 'undetermined' | 'rule'
  quote: string
  doc: string
  start: number
  end: number
  speaker: string | null
  side: string | null
  via: string | null
  outlet: string | null
  date: string | null
  /** Its place in the record and when it came in; null for words of the agreement and of tables. */
  entry: { index: number; received_at: string; recorded_by: string } | null
}

export interface ReceiptNode {
  /** and · or · not · question · incident · bulk · statement · held · day · count · clause · term · act · silence · wait · indicator · parity · sealed · cleared */
  op: string
  text: string
  verdict: Verdict | null
  children: ReceiptNode[]
  /** Non-empty at every leaf. */
  quotes: QuoteRef[]
  scope: { decision: string; reason: string } | null
}

/** Why a clause stands as it does: everything a hostile reader needs to follow it. */
export interface Receipt {
  clause: string
  heading: string
  sentence: string
  agreement: { id: string; hash: string }
  at: string
  known_at: string | null
  account: string
  engine: string
  checkpoint: { size: number; digest: string }
  standing: StandingState
  standing_reason: string
  timing: Timing
  timing_reason: string
  verdict: Verdict | null
  reason: string
  /** Ids of claims that suffice: on these alone the verdict is the same, and without any one of them it is not. */
  suffices: string[]
  tree: ReceiptNode
  residual: Residual
  next_change: { at: string; what: string } | null
  open_terms: { id: string; words: string; interprets: string[]; readings: { by: string[]; says: string }[] }[]
}
