// One line a diagnostic, in the form compilers and editors have long agreed on.
import type { Diagnostic } from './diagnostic.ts'

/** `file:line.column-line.column: severity: message [code]`; a diagnostic with no place names none. */
export function printGnu({ code, severity, message, spans }: Diagnostic): string {
  const [span] = spans
  if (!span) return `${severity}: ${message} [${code}]`
  const { start, end } = span.range
  const to = start.line === end.line ? `${end.column}` : `${end.line}.${end.column}`
  return `${span.file}:${start.line}.${start.column}-${to}: ${severity}: ${message} [${code}]`
}
