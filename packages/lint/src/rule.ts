// What a rule is, and what it says of a place in an agreement.
import type { Fix, Range, Severity } from '@trucekeeper/diagnostics'
import type { Story } from './story.ts'
import type { Subject } from './subject.ts'

/**
 * How a rule comes to its findings. reading: the reader of agreements says it; shape: one look at the clauses; wording: one
 * look at the prose; earliest: from the earliest instants at which things can be; model: from searching runs.
 */
export type EngineName = 'reading' | 'shape' | 'wording' | 'earliest' | 'model'

export interface Rule {
  /** Its name in the language, in kebab case. The folder of the rule bears it too. */
  readonly name: string
  readonly severity: Severity
  readonly engine: EngineName
  /** One sentence that says what it finds. */
  readonly summary: string
  /** Nothing for a rule that the reader of agreements holds. */
  readonly check: (subject: Subject) => Iterable<Finding>
}

/** A place in the file with the headings above it. */
export interface Spot {
  readonly range: Range
  readonly heading: readonly string[]
}

export interface Finding {
  /** Where to look: as few words as tell what is meant. */
  readonly at: Spot
  /** One lower-case sentence; names and words of the text in backticks. */
  readonly message: string
  /** What to do. */
  readonly help: string
  /** Ids of the clauses it speaks of, for which it can be accepted. */
  readonly clauses: readonly string[]
  /** What stands beside the underlined words. */
  readonly label?: string
  /** Other places worth seeing with it. */
  readonly also?: readonly (Spot & { readonly label: string })[]
  readonly fix?: Fix
  /** A dated run that shows it. */
  readonly story?: Story
  /** Why no run shows it, where one was searched for. */
  readonly unchecked?: string
  /** Where it weighs less than its rule, because the text makes up for part of it. */
  readonly severity?: Severity
}

export const nothing = (): readonly Finding[] => []
