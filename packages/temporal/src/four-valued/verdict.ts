// The four verdicts and the two sides that evidence takes.

/**
 * What the evidence at an atom says: for alone is met, against alone breached, both contested, none unknown. Formulas
 * combine these: `and` is the worst of breached < contested < unknown < met, `or` the best of breached < unknown <
 * contested < met, `not` swaps met and breached.
 */
export type FourVerdict = 'met' | 'breached' | 'contested' | 'unknown'

export type Side = 'for' | 'against'

/** A piece of evidence that a verdict rests on. */
export interface Reason {
  /** Which time-point of the trace, from 0, and its time. */
  readonly point: number
  readonly time: number
  readonly atom: string
  readonly side: Side
}
