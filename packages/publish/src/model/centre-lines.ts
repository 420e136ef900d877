// The shapes of what a report tells of the centre: cases, undertakings, calls, visits, acts, replies, deadlines.
import type { Agreed } from '@trucekeeper/centre'
import type { CallChannel, CaseStage, Finding, UndertakingOutcome, VisitOutcome } from '@trucekeeper/claims'

/** A case that is open, or was closed since the report before. */
export interface CaseLine {
  readonly case: string
  readonly clause: string
  readonly heading: string
  readonly accused: string
  readonly opened_by: string
  readonly opened_at: string
  readonly summary: string
  readonly stage: CaseStage
  /** What became of it since the report before; null where nothing did. */
  readonly did: 'opened' | 'moved' | 'closed' | null
  /** The last word of each who assesses: two where they differ. */
  readonly findings: readonly {
    readonly of: readonly string[]
    readonly finding: Finding
    readonly actor: string | null
    readonly at: string
  }[]
  readonly agreed: Agreed
  readonly late: readonly { readonly who: string; readonly does: string; readonly due: string }[]
  readonly next: { readonly who: readonly string[]; readonly does: string; readonly due: string | null } | null
  readonly closed: {
    readonly of: readonly string[]
    readonly outcome: string
    readonly reason: string
    readonly at: string
  } | null
}

/** What is still to be kept, and what came of the rest since the report before. */
export interface UndertakingLine {
  readonly id: string
  readonly of: string
  readonly for: string | null
  readonly to_do: string
  readonly clause: string | null
  readonly due: string | null
  readonly state: 'open' | 'pressed' | 'told_differently' | UndertakingOutcome
  readonly late: boolean
  readonly pressed: number
}

/** Somewhere that could not be looked at. Where its words name something protected, no place is told. */
export interface VisitLine {
  readonly id: string
  readonly of: string
  readonly case: string | null
  readonly place: string | null
  readonly planned_at: string
  readonly outcome: Exclude<VisitOutcome, 'done'>
  readonly denied_by: string | null
  readonly reason: string | null
}

/** A call or meeting that came into the minutes since the report before, and how often what each made public of it agrees. */
export interface CallLine {
  readonly id: string
  readonly at: string
  readonly channel: CallChannel
  readonly between: readonly string[]
  readonly read_outs: readonly { readonly of: string; readonly doc: string }[]
  readonly agrees: number
  readonly silent: number
  /** Each pair once. */
  readonly contradicts: readonly {
    readonly of: string
    readonly quote: string
    readonly other: string
    readonly other_quote: string
  }[]
}

/** An act that came in since the report before. */
export interface ActLine {
  readonly act: string
  readonly power: string
  readonly at: string
  readonly stage: string
  readonly by: readonly string[]
  readonly quote: string
  readonly doc: string
  /** The clause in the way and what it says; null where the act had its effect or was not meant to have one. */
  readonly without_effect: string | null
}

export interface DeadlineLine {
  readonly at: string
  readonly of: 'clause' | 'case' | 'undertaking' | 'request'
  /** The id of the clause, the name of the case, the id of the minute. */
  readonly id: string
  /** `due` and `ends unless extended` of clauses; of the rest, the words of the minutes. */
  readonly what: string
  /** Of whom it is wanted; none for clauses. */
  readonly who: readonly string[]
}

export interface CaseReplies {
  /** Cases in which it is accused and may reply now, and until when. */
  readonly open: readonly { readonly case: string; readonly until: string | null }[]
  readonly given: readonly { readonly case: string; readonly of: string; readonly at: string; readonly text: string }[]
}
