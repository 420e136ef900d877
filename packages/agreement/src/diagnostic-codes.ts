// The names of all that can be wrong in an agreement, and how heavy each weighs.
import type { Diagnostic, Range, Severity } from '@trucekeeper/diagnostics'

export const DIAGNOSTIC_CODES = {
  'agreement-empty': 'error',
  'agreement-too-large': 'error',
  'not-text': 'error',
  'line-ends': 'error',
  'markdown-too-deep': 'error',
  'fence-unclosed': 'error',
  'fence-misspelt': 'warning',
  'fence-nested': 'warning',
  'not-a-clause': 'error',
  'mixed-indentation': 'error',
  'unknown-kind': 'error',
  'bad-name': 'error',
  'unknown-field': 'error',
  'field-twice': 'error',
  'field-missing': 'error',
  'unexpected-word': 'error',
  'month-rounding': 'error',
  'unit-mix': 'error',
  'condition-too-deep': 'error',
  'prose-drift': 'warning',
  'agreement-missing': 'error',
  'agreement-twice': 'error',
  'name-twice': 'error',
  'wrong-kind': 'error',
  'article-mismatch': 'warning',
  'undefined-party': 'error',
  'undefined-zone': 'error',
  'undefined-line': 'error',
  'undefined-anchor': 'error',
  'undefined-measure': 'error',
  'undefined-clause': 'error',
  'undefined-duty': 'error',
  'undefined-ban': 'error',
  'undefined-gate': 'error',
  'undefined-term': 'error',
  'undefined-power': 'error',
  'undefined-account': 'error',
  'undefined-open-term': 'error',
  'undefined-consequence': 'error',
  'geometry-file-missing': 'error',
  'zone-without-geometry': 'error',
  'zone-without-depth': 'error',
  'line-without-geometry': 'error',
  'length-differs': 'warning',
} as const satisfies Record<string, Severity>

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES

/** Where a diagnostic points: a stretch of the file under its headings. */
export interface Place {
  readonly range: Range
  readonly heading: readonly string[]
}

/** A diagnostic with the weight that its code has; `declared` is a second place worth seeing. */
export function diagnostic(
  code: DiagnosticCode,
  file: string,
  place: Place,
  message: string,
  help: string,
  declared?: Place,
): Diagnostic {
  const spans = [{ file, ...place, label: '' }]
  if (declared) spans.push({ file, ...declared, label: 'declared here' })
  return { code, severity: DIAGNOSTIC_CODES[code], message, help, spans }
}

/** A word with its indefinite article: `an anchor`, `a duty`. */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`
}
