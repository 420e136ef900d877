// What one evaluation offers to those who decide clauses, and what they give back.
import type { Ban, Measure, Ruled } from '@trucekeeper/agreement'
import type { AccountPolicy, Fact } from '@trucekeeper/corroborate'
import type { Instant, Interval } from '@trucekeeper/time'
import type { Node } from './node.ts'
import type { Prepared } from './prepared.ts'
import type { EndedHow, StandingState, Timing, Verdict } from './status.ts'
import type { Timeline } from './timeline.ts'
import type { Violations } from './violations.ts'

/** A clause as it stands under one account at one instant. */
export interface Decided {
  readonly standing: StandingState
  readonly standingReason: string
  readonly ended: EndedHow | null
  readonly timing: Timing
  readonly timingReason: string
  /** When it is due, or when its span ends. */
  readonly due: Instant | null
  readonly verdict: Verdict | null
  readonly reason: string
  readonly tree: Node
}

/** An instant and an account over a prepared record. */
export interface Run {
  readonly prepared: Prepared
  readonly at: Instant
  readonly policy: AccountPolicy
  readonly timeline: Timeline
  /** Facts the account takes that surely had happened by the instant. */
  readonly facts: readonly Fact[]
  /** Facts it takes that may have happened by then. */
  readonly perhaps: ReadonlySet<string>
  decide(clause: Ruled): Decided
  /** What is alleged against a ban within a span, and within zones narrower than its own where some are given. */
  violations(ban: Ban, span: Interval, zones?: readonly string[]): Violations
  measure(id: string): Measure
}
