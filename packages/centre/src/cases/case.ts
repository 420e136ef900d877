// A case as it stands: what the minutes made of it, and nothing that could not be made of them again.
import type { CaseStage, Finding, Minute, MinuteOf } from '@trucekeeper/claims'
import type { MinuteRefusal } from '../refusal.ts'

export interface CaseFinding {
  readonly minute: string
  readonly of: readonly string[]
  readonly finding: Finding
  readonly actor: string | null
  readonly reason: string
  readonly claims: readonly string[]
  readonly at: string
}

export interface StepDone {
  readonly by: string
  readonly at: string
  readonly minute: string
  /** Milliseconds after its time; 0 where it was in time or has none. */
  readonly late_by_ms: number
}

export interface CaseStep {
  readonly number: number
  readonly does: string
  readonly who: readonly string[]
  readonly needs: 'all' | 'any'
  readonly due: string | null
  readonly done: readonly StepDone[]
  /** Those of whom it is still wanted. */
  readonly wanted: readonly string[]
}

export interface Late {
  readonly who: string
  readonly step: number
  readonly does: string
  readonly due: string
  readonly late_by_ms: number
}

/** `one`: not all have found yet; `same`: each for itself the same; `two`: they differ; `joint`: they said so together. */
export type Agreed = 'none' | 'one' | 'same' | 'two' | 'joint'

/** The words that all have to say, as a word of one of them has them. */
export type ProposedWords = WordsOf<MinuteOf<'joint-finding' | 'joint-measure' | 'joint-closing'>>
type WordsOf<M> = M extends Minute ? Omit<M, 'id' | 'at' | 'case' | 'of' | 'joins'> : never

/**
 * `lapsed`: the time of its step passed; `answered`: found otherwise, done or closed without it; `replaced`: whoever stood by
 * it stands by another.
 */
export type ProposalState = 'open' | 'joined' | 'taken_back' | 'replaced' | 'answered' | 'lapsed'

/** What is done only by several together, proposed by one of them. It is nobody's finding until it is joined in by all. */
export interface CaseProposal {
  readonly minute: string
  readonly of: string
  readonly at: string
  readonly what: ProposedWords
  readonly state: ProposalState
  /** Null where it can be joined in until the case is closed. */
  readonly until: string | null
  readonly joined: readonly { readonly of: string; readonly at: string; readonly minute: string }[]
  /** Those who have still to join in. */
  readonly wanted: readonly string[]
  /** By which minute it ended, where one ended it. */
  readonly ended: { readonly at: string; readonly minute: string; readonly of: readonly string[] } | null
}

export interface Reply {
  readonly of: string
  readonly text: string
  readonly at: string
}

/** What those words say that are in the record about the happening of a case. */
export interface CaseIncident {
  /** See `Matter`. */
  readonly id: string
  readonly claims: readonly string[]
  /** Those that say what the words say with which the case was opened. */
  readonly for: readonly string[]
  readonly against: readonly string[]
  /** What becomes of the allegation. */
  readonly verdicts: readonly { readonly account: string; readonly verdict: Supported }[]
}

export type Supported = 'supported' | 'refuted' | 'contested' | 'unknown'

/** Whether the agreement speaks of it at all, as far as findings say so. */
export type CaseScope = 'as_alleged' | 'self_defence_claimed' | 'wrong_actor' | 'undetermined'

export interface Case {
  readonly case: string
  readonly clause: string
  readonly heading: string
  readonly accused: string
  readonly opened_by: string
  readonly opened_at: string
  readonly summary: string
  readonly claims: readonly string[]
  readonly stage: CaseStage
  readonly procedure: string
  readonly assessors: readonly string[]
  readonly steps: readonly CaseStep[]
  readonly findings: readonly CaseFinding[]
  readonly agreed: Agreed
  /** In the order in which they were made. */
  readonly proposals: readonly CaseProposal[]
  readonly scope: CaseScope
  readonly reply: {
    readonly open: boolean
    /** Null where the agreement sets no time: until the case is closed. */
    readonly until: string | null
    readonly replied: readonly Reply[]
  }
  readonly measures: readonly Pick<MinuteOf<'case-measure'>, 'of' | 'step' | 'measure' | 'at'>[]
  readonly visits: readonly Pick<MinuteOf<'visit'>, 'of' | 'place' | 'outcome' | 'denied_by' | 'reason' | 'at'>[]
  readonly closed: Pick<MinuteOf<'close-case'>, 'of' | 'outcome' | 'reason' | 'at'> | null
  readonly related: readonly { readonly case: string; readonly reason: string }[]
  readonly incidents: readonly CaseIncident[]
  readonly late: readonly Late[]
  /** What is wanted next, of whom; null when it is closed or nothing more is laid down. */
  readonly next: {
    readonly step: number
    readonly does: string
    readonly who: readonly string[]
    readonly due: string | null
  } | null
}

/** A minute that the agreement did not allow when it was made. It is kept, shown, and has no effect. */
export interface OutOfOrder {
  readonly minute: string
  readonly does: Minute['does']
  readonly at: string
  readonly refusals: readonly MinuteRefusal[]
}
