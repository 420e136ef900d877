// What one evaluation offers to those who decide clauses, and what they give back.
import type { Ban, Duty, Measure, Ruled } from '@trucekeeper/agreement'
import type { AccountPolicy, Fact } from '@trucekeeper/corroborate'
import type { Instant, Interval } from '@trucekeeper/time'
import type { Acts } from './books/acts.ts'
import type { Performances } from './books/performance.ts'
import type { Violations } from './books/violations.ts'
import type { Node } from './node.ts'
import type { Plan } from './plan.ts'
import type { TableView } from './tables/view.ts'
import type { EndedHow, StandingState, Timing, Verdict } from './status.ts'
import type { Timeline } from './timeline.ts'

/** A clause as it stands under one account at one instant. */
export interface Decided {
  readonly standing: StandingState
  readonly ended: EndedHow | null
  readonly timing: Timing
  /** When it is due, or when its span ends. */
  readonly due: Instant | null
  readonly verdict: Verdict | null
  /** In words, and on what it rests; put together when asked for, which has to be before anything more is learnt. */
  readonly told: () => Told
}

export interface Told {
  readonly standingReason: string
  readonly timingReason: string
  readonly reason: string
  readonly tree: Node
}

/** An instant and an account over what is known. */
export interface Run {
  readonly plan: Plan
  readonly at: Instant
  readonly policy: AccountPolicy
  readonly timeline: Timeline
  decide(clause: Ruled): Decided
  /** Works something out, and not again while no book that it was read from has changed. */
  kept<T>(key: object, work: () => T): T
  /** Whether the account takes a fact. */
  takes(fact: Fact): boolean
  /** Whether a fact may have happened by now, and may not. */
  isPerhaps(fact: Fact): boolean
  /** What is alleged against a ban within a span, and within zones narrower than its own where some are given. */
  violations(ban: Ban, span: Interval, zones?: readonly string[]): Violations
  /** What is said of whether an act was done since some moment. */
  performances(duty: Pick<Duty, 'debtors' | 'zones' | 'acts' | 'attest'>, begins: Instant): Performances
  /** Claims that acts a measure counts were done. */
  acts(words: readonly string[], zones: readonly string[], span: Interval): Acts
  measure(id: string): Measure
  /** When a gate shut that does not open again, by this account; null while it has not. */
  shutForGood(gate: string): Instant | null
  /** The tables as the account takes them. */
  tables(): TableView
}
