// A counterexample as people tell it: what happens when, up to the state in which the weakness shows.
import type { Act, Claim } from '@trucekeeper/claims'
import type { StandingState, Timing, Verdict } from '@trucekeeper/engine'

/** One thing that happens in a run, or that an instant shows. */
export interface Step {
  /** ISO 8601 with the offset of the agreement's clock. */
  readonly at: string
  /** `Day 3, 14:00: the government has pulled back; the opposition still waits for 2.4` */
  readonly text: string
}

/** A run that can be asked about with `truce status` when its claims and acts are entered. */
export interface Story {
  readonly steps: readonly Step[]
  readonly claims: readonly Claim[]
  readonly acts: readonly Act[]
  /** What the engine says at its end. */
  readonly ends: {
    readonly at: string
    readonly account: string
    /** Those that the question rests on; the one that is asked about first. */
    readonly clauses: readonly {
      readonly id: string
      readonly standing: StandingState
      readonly timing: Timing
      readonly verdict: Verdict | null
    }[]
  }
}
