// Holds an agreement's bans against past events: which of them it would have covered, and what would have been left of calm.
import type { Agreement, Ban } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import { castOf, type Cast } from '@trucekeeper/corroborate'
import type { EventTable } from '@trucekeeper/events'
import { civilDay, dayNumber, dayOfNumber, formatInstant, startOfDay, type CivilDay, type Instant, type Interval } from '@trucekeeper/time'
import { actKinds } from '../prepared.ts'
import { timelineOf } from '../timeline.ts'
import { sidesDecider, type SidesDecision } from './sides.ts'
import { placeDecider } from './ground.ts'

export interface BackTestAsked {
  /** The clauses are held against the events up to this instant; by default to the end of the last event. */
  readonly until?: Instant
}

export interface DecisionCount {
  readonly decision: string
  readonly reason: string
  readonly count: number
}

/** [surely, perhaps]: events the source attributes, and with those it does not attribute to one side. */
export type Range = readonly [surely: number, perhaps: number]

export interface BackTestedClause {
  readonly id: string
  readonly parties: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly decisions: readonly DecisionCount[]
  readonly breaches: Range
  readonly deaths: { readonly low: number; readonly best: number; readonly high: number }
  readonly days: readonly { readonly day: CivilDay; readonly count: Range }[]
  readonly first_breach: CivilDay | null
  /** The longest run of whole days on which nothing that the clause may cover happened. */
  readonly longest_calm: { readonly days: number; readonly from: CivilDay | null; readonly to: CivilDay | null }
  readonly windows: readonly BackTestedWindow[]
}

/** A window that a gate asks for, counted over these events. */
export interface BackTestedWindow {
  readonly measure: string
  readonly needed: number
  /** The longest run of whole days that surely held, and that may have held. */
  readonly longest: Range
  readonly held: 'met' | 'unknown' | 'breached'
}

export interface BackTest {
  readonly agreement: { readonly id: string; readonly hash: string }
  readonly source: string
  readonly events: number
  /** Events that begin on a day on which some ban was in force, and what became of them. */
  readonly in_force: { readonly from: CivilDay | null; readonly to: CivilDay | null; readonly events: number; readonly decisions: readonly DecisionCount[] }
  readonly clauses: readonly BackTestedClause[]
  readonly caveats: readonly string[]
}

