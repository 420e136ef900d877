// Guarantors: what they undertook, whom they pressed, what they said of their calls.
export type { Aligned, Sentence } from './align.ts'
export { callsOf, hotlineLog, type Call } from './calls.ts'
export { refusedOfGuarantor } from './rules.ts'
export {
  proposedUndertakings,
  undertakingsOf,
  type ToldOutcome,
  type Undertaking,
  type Undertakings,
} from './undertakings.ts'
