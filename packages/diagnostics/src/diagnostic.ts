// The record of one thing wrong in a document. Diagnostics are collected, never thrown.
import type { Range, Span } from './span.ts'

/** error: it cannot be evaluated; warning: it will not do what it says; note: a mediator should look. */
export type Severity = 'error' | 'warning' | 'note'

export interface Fix {
  readonly title: string
  readonly range: Range
  readonly text: string
}

export interface Diagnostic {
  /** Stable name in kebab case, such as `undefined-party`. */
  readonly code: string
  readonly severity: Severity
  /** One lower-case sentence; what the user wrote stands in backticks. */
  readonly message: string
  /** The first span is where to look. */
  readonly spans: readonly Span[]
  readonly help: string
  /** Further lines that show it: a run told day by day. */
  readonly notes?: readonly string[]
  readonly fix?: Fix
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, note: 2 }

/** By file and place, then by weight, so that a run always prints in the same order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => {
    const [first, second] = [a.spans[0], b.spans[0]]
    if (!first || !second) return (first ? 1 : 0) - (second ? 1 : 0)
    if (first.file !== second.file) return first.file < second.file ? -1 : 1
    return (
      first.range.start.offset - second.range.start.offset ||
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
    )
  })
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
