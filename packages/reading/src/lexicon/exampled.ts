// A rule of a lexicon with the sentence that shows what it is for; a test reads each sentence as the rule's own kind.
import type { KindRule } from './language.ts'

export interface ExampledRule extends KindRule {
  /** A sentence of one's own, with somebody who says it, that this rule must read. */
  readonly example: string
}
