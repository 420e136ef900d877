// The shape of a daily report: every figure is a range with a receipt, in the form in which `truce report --format json` speaks.
import type { Status, Verdict } from '@trucekeeper/engine'
import type {
  ActLine,
  CallLine,
  CaseLine,
  CaseReplies,
  DeadlineLine,
  UndertakingLine,
  VisitLine,
} from './centre-lines.ts'

/** From the least to the most that the record bears out; both alike where it leaves nothing open. */
export interface Span {
  readonly low: number
  readonly high: number
}

/** What a figure rests on, by its id in `receipts`. */
export interface Figure extends Span {
  readonly receipt: string
}

/** Where a figure comes from, so that anybody with the record can work it out again. */
export interface FigureReceipt {
  /** `r1`, `r2`, … in the order of the report. */
  readonly id: string
  readonly clause: string | null
  /** The account that it is told by; null where every voice is counted. */
  readonly account: string | null
  /** Ids of claims and acts, or names of rows of tables, sorted. */
  readonly entries: readonly string[]
  readonly checkpoint: { readonly size: number; readonly digest: string }
  readonly known_at: string
  /** Rows made up for illustration are among those it rests on. */
  readonly example: boolean
}

/** Violations laid at the door of one party by one ban, in this period, in the one before, and since the ban began. */
export interface PartyTally {
  readonly clause: string
  readonly party: string
  readonly claimed: Figure
  readonly verified: Figure
  readonly before: { readonly claimed: Figure; readonly verified: Figure }
  readonly since: {
    readonly claimed: Figure
    readonly verified: Figure
    readonly days: Figure
    readonly of_days: number
  }
  readonly by_claimant: readonly { readonly side: string; readonly alleged: number }[]
}

export interface ClauseLine {
  readonly id: string
  readonly heading: string
  readonly parties: readonly string[]
  readonly standing: string
  readonly timing: string
  readonly due: string | null
  readonly decided_by: string
  readonly verdicts: Readonly<Record<string, { readonly verdict: Verdict | null; readonly receipt: string }>>
  /** Accounts under which it stood otherwise in the report before, as that report had it. */
  readonly changed: readonly { readonly account: string; readonly was: Verdict | null }[]
}

/** Words of the record with where they are from. */
export interface Voice {
  readonly claim: string
  readonly speaker: string | null
  readonly side: string
  readonly quote: string
  readonly doc: string
  readonly published: string
}

/** What an earlier report said and what is known now of the same moment. */
export interface Correction {
  readonly report: number
  readonly cut_off: string
  readonly known_then: string
  readonly known_now: string
  readonly clause: string
  readonly account: string | null
  readonly what: 'verdict' | 'standing' | 'claimed' | 'verified' | 'gate_days'
  readonly then: string
  readonly now: string
  /** What had come in between and bears on it. */
  readonly entries: readonly string[]
  /** The minute by which it was entered; null where it is only found. */
  readonly recorded: string | null
}

/** A correction that was entered since the report before. */
export type RecordedCorrection = Pick<Correction, 'report' | 'cut_off' | 'clause' | 'account' | 'what'> & {
  readonly minute: string
  readonly at: string
  readonly said_then: string
  readonly said_now: string
  readonly reason: string
}

export interface GateLine {
  readonly id: string
  readonly heading: string
  readonly state: string
  readonly done: Figure
  readonly needed: number
  readonly missing: readonly string[]
  readonly earliest: string | null
  readonly days_by_account: Readonly<Record<string, number>>
  readonly resets: readonly { readonly at: string; readonly why: string }[]
}

export interface TermLine {
  readonly id: string
  readonly heading: string
  readonly standing: string
  readonly starts: string | null
  readonly ends: string | null
  readonly steps: readonly {
    readonly at: string
    readonly what: string
    readonly by: readonly string[]
    readonly stage: string
    /** What it did to the term; null for what is only spoken of, or had no effect. */
    readonly effect: 'begins' | 'extends' | 'ends' | null
    /** Until when the term ran after it; null where that is open or the step changed nothing. */
    readonly until: string | null
    readonly without_effect: string | null
  }[]
}

/** A happening by kind and by the areas of the agreement. Where it is something protected that was hit, no area is told. */
export interface HappeningLine {
  readonly id: string
  readonly kind: string
  readonly from: string | null
  readonly to: string | null
  readonly areas: readonly string[]
  /** Geohashes of four digits, some 39 by 20 km, in which its places lie; none where something protected was hit. */
  readonly cells: readonly string[]
  readonly protected: boolean
  readonly claims: readonly string[]
  readonly grading: readonly {
    readonly claim: string
    readonly side: string
    readonly published: string
    /** Null where something protected was hit: the words may say where. */
    readonly quote: string | null
    /** Null where it is no evidence of what happened. */
    readonly stance: string | null
    readonly reliability: string | null
    readonly credibility: number | null
  }[]
}

export interface DailyReport {
  readonly form: 'trucekeeper.daily-report/1'
  /** The first report is that of the first cut-off in the agreement's first term; null before it. */
  readonly number: number | null
  readonly agreement: Status['agreement']
  readonly cut_off: string
  readonly known_at: string
  readonly period: { readonly from: string; readonly to: string }
  readonly previous: { readonly from: string; readonly to: string }
  readonly checkpoint: Status['checkpoint']
  readonly accounts: Status['accounts']
  readonly names: Readonly<Record<string, string>>
  /** Names of the areas that the agreement is about. */
  readonly areas: readonly string[]
  readonly tallies: readonly PartyTally[]
  readonly clauses: readonly ClauseLine[]
  readonly terms: readonly TermLine[]
  readonly powers: readonly {
    readonly id: string
    readonly heading: string
    readonly stage: string
    readonly notices: Status['powers'][number]['notices']
  }[]
  readonly gates: readonly GateLine[]
  readonly unobserved: {
    /** Days in force of which nobody reported anything that bears on the clause. */
    readonly days: readonly { readonly clause: string; readonly days: readonly string[] }[]
    readonly visits_denied: readonly VisitLine[]
    /** Voices of this period that looked and could not tell. */
    readonly cannot_confirm: readonly (Voice & { readonly clauses: readonly string[] })[]
  }
  readonly access: {
    readonly funnel: readonly { readonly stage: string; readonly requests: Figure; readonly people: Figure }[]
    readonly seals: readonly {
      readonly state: string
      readonly count: Figure
      readonly consignments: readonly string[]
    }[]
    /** Seals found broken, with another number, taken off on the way, or replaced in the period. */
    readonly seals_changed: readonly {
      readonly what: 'found_broken' | 'other_number' | 'removed_on_the_way' | 'replaced'
      readonly consignment: string
      readonly seal: string
      readonly from: string
      readonly to: string
      /** Who found it, not who did it. */
      readonly found_by: string
      readonly receipt: string
    }[]
  } | null
  readonly happenings: readonly HappeningLine[]
  /** The soonest first. */
  readonly deadlines: readonly DeadlineLine[]
  readonly acts: readonly ActLine[]
  readonly cases: readonly CaseLine[]
  readonly undertakings: readonly UndertakingLine[]
  readonly calls: readonly CallLine[]
  /** One for each party: what is said against it, and what its own side says to that. */
  readonly replies: readonly {
    readonly party: string
    readonly clauses: readonly string[]
    readonly voices: readonly Voice[]
    /** What it replied, and may reply, in cases. */
    readonly cases: CaseReplies
  }[]
  /** `looked_back_to` is the first report that was looked at again; null where there was none. */
  readonly corrections: {
    readonly looked_back_to: number | null
    readonly found: readonly Correction[]
    readonly recorded: readonly RecordedCorrection[]
  }
  readonly receipts: readonly FigureReceipt[]
}
