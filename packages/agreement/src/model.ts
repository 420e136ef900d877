// An agreement ready to be evaluated: every name linked, every joint duty told apart by who bears it.
import type { ActStage, DisclosureLevel, Effect, PartyRole, Side } from '@trucekeeper/codes'
import type { LineSide, Place, Position } from '@trucekeeper/geo'
import type { Duration } from '@trucekeeper/time'
import type { Condition } from './condition.ts'
import type { Silence } from './kinds.ts'
import type { HowMany, Reach } from './values.ts'
import type { Certifier, Clearance, Countable, Group, Moment, Step, Threshold } from './phrases.ts'

/** Where a clause stands and what it reads. */
export interface Source {
  readonly heading: readonly string[]
  /** The prose above its fence. */
  readonly sentence: string
  /** UTF-16 offsets of that prose in the agreement's file. */
  readonly start: number
  readonly end: number
  /** The lines of the clause itself. */
  readonly clauseStart: number
  readonly clauseEnd: number
}

/** Someone the agreement names. */
export interface Actor {
  readonly id: string
  readonly kind: 'party' | 'guarantor' | 'body'
  readonly name: string
  /** Every name it and its forces go by in reports. */
  readonly names: readonly string[]
  readonly role: PartyRole
  readonly side: Side | null
  readonly answeredBy: string | null
  /** Names of wider groups of which it is only a part, so that such a name does not tell whether it is meant. */
  readonly partOf: readonly string[]
}

export type Ground =
  | { readonly kind: 'area'; readonly place: Place }
  | { readonly kind: 'strip'; readonly line: readonly Position[]; readonly side: LineSide; readonly depth_m: number }

export interface Zone {
  readonly id: string
  readonly name: string
  readonly ground: Ground
  readonly tolerance_m: number
  /** Names by which reports say that something was in it. */
  readonly names: readonly string[]
  /** Zones it lies in. */
  readonly within: readonly string[]
  /** How long the text says it is, where it does. */
  readonly length?: Reach
}

/** A stretch of the agreement's time; a term's own end moves with its extensions. */
export type SpanRef =
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'range'; readonly from: Moment; readonly to: Moment | null }

interface Evidence {
  /** Ids of those who may attest; empty when anyone may. */
  readonly attest: readonly string[]
  readonly silence: Silence
  /** The account that decides it. */
  readonly decidedBy: string
  readonly touches: readonly string[]
  /** Ids of the procedures and powers that a breach opens. */
  readonly onBreach: readonly string[]
}

interface Named {
  readonly id: string
  readonly title: string | null
  readonly source: Source
}

export interface Duty extends Named, Evidence {
  readonly kind: 'duty'
  /** The clause it was written as: the same as `id` unless it binds several, each apart. */
  readonly base: string
  readonly debtors: readonly string[]
  readonly acts: readonly string[]
  readonly zones: readonly string[]
  readonly clears: readonly Clearance[]
  /** How many of whom or what, where it says so. */
  readonly numbers: readonly HowMany[]
  /** Ids of the zones they go to. */
  readonly toward: readonly string[]
  readonly after: Condition | null
  readonly from: Moment | null
  readonly by: Moment | null
  readonly together: { readonly duty: string; readonly within: Duration } | null
  readonly during: SpanRef | null
}

export interface Ban extends Named, Evidence {
  readonly kind: 'ban'
  readonly base: string
  readonly debtors: readonly string[]
  readonly acts: readonly string[]
  readonly zones: readonly string[]
  readonly during: SpanRef
  readonly except: string | null
}

export interface Leave extends Named {
  readonly kind: 'leave'
  readonly holders: readonly string[]
  readonly may: string
  readonly limits: string | null
  readonly during: SpanRef | null
}

export interface Gate extends Named {
  readonly kind: 'gate'
  readonly opens: string
  readonly when: Condition
  readonly certify: Certifier | null
  readonly reopens: 'never' | 'again'
  readonly during: SpanRef | null
  readonly decidedBy: string
  readonly touches: readonly string[]
}

export interface Measure extends Named {
  readonly kind: 'measure'
  readonly counts: Countable
  readonly zones: readonly string[]
  readonly zone: string
  readonly holds: Threshold
  readonly from: Moment
  readonly during: SpanRef | null
  readonly silence: Silence
  readonly touches: readonly string[]
}

export interface Power extends Named {
  readonly kind: 'power'
  readonly holders: readonly string[]
  readonly how: 'jointly' | 'each' | 'any'
  readonly effect: Effect
  readonly targets: readonly string[]
  readonly when: Condition | null
  readonly form: string | null
  /** How long it may be used once it can be. */
  readonly expires: Duration | null
}

export interface Term extends Named {
  readonly kind: 'term'
  readonly starts: Moment
  readonly lasts: Duration | null
  readonly extends: string | null
  readonly survives: readonly string[]
}

export interface Procedure extends Named {
  readonly kind: 'procedure'
  readonly steps: readonly Step[]
  /** Who decides in the end, where it says so. */
  readonly decides: Group | null
  /** What may follow, in its own words. */
  readonly follows: string | null
  readonly during: SpanRef | null
}

export interface Anchor extends Named {
  readonly kind: 'anchor'
  readonly at: string | null
  readonly designatedBy: string | null
}

/** Whose word counts, and how many of them. */
export interface Account extends Named {
  readonly kind: 'account'
  readonly name: string
  /** Ids of those trusted, or null for everyone. */
  readonly trusts: readonly string[] | null
  /** Independent sources a fact needs, at least 1. */
  readonly sources: number
}

export interface OpenTerm extends Named {
  readonly kind: 'open-term'
  readonly words: string
  readonly interprets: readonly string[]
  readonly readings: readonly { readonly by: readonly string[]; readonly says: string }[]
}

/** Clauses that have a place in the table of verdicts, in the order of the text. */
export type Ruled = Duty | Ban | Leave | Gate | Power | Term | Procedure

export interface Agreement {
  readonly id: string
  readonly title: string
  readonly file: string
  readonly hash: string
  /** The IANA zone of its days. */
  readonly zone: string
  /** The day on which it was made, where it says so. */
  readonly made: string | null
  /** Public, confidential or leaked; its stage; who endorsed it: in its own words, where it says so. */
  readonly status?: string
  readonly stage?: string
  readonly endorsed?: string
  /** The level of what nobody has set another for; the public where the text says nothing. */
  readonly disclosure?: DisclosureLevel
  readonly decidedBy: string
  readonly actors: readonly Actor[]
  readonly zones: readonly Zone[]
  /** Named places with a position, to tell which zone a report speaks of. */
  readonly places: readonly Place[]
  readonly anchors: readonly Anchor[]
  readonly measures: readonly Measure[]
  readonly ruled: readonly Ruled[]
  readonly accounts: readonly Account[]
  readonly openTerms: readonly OpenTerm[]
}

export type { ActStage }
