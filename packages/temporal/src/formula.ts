// Formulas of metric temporal logic, propositional and first-order, as trees.

/** Closed, in the trace's own unit; `to` is null where it has no end. */
export interface Interval {
  readonly from: number
  readonly to: number | null
}

/** A constant of a trace: numbers and words, compared as they are, never across the two kinds. */
export type Value = number | string

export type Term = { readonly kind: 'var'; readonly name: string } | { readonly kind: 'const'; readonly value: Value }

export type Relation = '=' | '<' | '>' | '<=' | '>='

export type Formula =
  | { readonly op: 'true' | 'false' }
  | { readonly op: 'atom'; readonly name: string }
  | { readonly op: 'not'; readonly arg: Formula }
  | { readonly op: 'and' | 'or'; readonly args: readonly Formula[] }
  | { readonly op: 'implies' | 'iff'; readonly left: Formula; readonly right: Formula }
  | {
      readonly op: 'prev' | 'next' | 'once' | 'historically' | 'eventually' | 'always'
      readonly interval: Interval
      readonly arg: Formula
    }
  | { readonly op: 'since' | 'until'; readonly interval: Interval; readonly left: Formula; readonly right: Formula }
  | { readonly op: 'pred'; readonly name: string; readonly args: readonly Term[] }
  | { readonly op: 'exists' | 'forall'; readonly vars: readonly string[]; readonly arg: Formula }
  | { readonly op: 'cmp'; readonly rel: Relation; readonly left: Term; readonly right: Term }
