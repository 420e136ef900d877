// The form for people: the message, the words it is about underlined in their line, and what to do.
import type { Diagnostic, Severity } from './diagnostic.ts'
import type { Span } from './span.ts'

/** How to colour the parts; the identity for plain text. */
export interface Paint {
  severity(severity: Severity, text: string): string
  dim(text: string): string
}

const PLAIN: Paint = { severity: (_, text) => text, dim: (text) => text }

/**
 * Prints one diagnostic with a snippet for each span.
 * `source` gives the text of a file, or null where it is not at hand (the snippet is then left out).
 */
export function printText(
  { code, severity, message, spans, help, notes }: Diagnostic,
  source: (file: string) => string | null,
  paint: Paint = PLAIN,
): string {
  const lines = [`${paint.severity(severity, severity)}: ${message} ${paint.dim(`[${code}]`)}`]
  for (const span of spans) lines.push(...snippet(span, source(span.file), severity, paint))
  if (help) lines.push(`  help: ${help}`)
  for (const note of notes ?? []) lines.push(`  ${note}`)
  return lines.join('\n')
}

function snippet(
  { file, range, heading, label }: Span,
  text: string | null,
  severity: Severity,
  paint: Paint,
): string[] {
  const place = `${file}:${range.start.line}:${range.start.column}`
  const lines = [`  ${paint.dim('-->')} ${place}${heading.length ? paint.dim(`  (${heading.join(' › ')})`) : ''}`]
  const line = text?.split('\n')[range.start.line - 1]?.replace(/\r$/, '')
  if (line === undefined) return lines
  const from = range.start.column - 1
  const to = range.end.line === range.start.line ? range.end.column - 1 : line.trimEnd().length
  const number = String(range.start.line)
  const margin = ' '.repeat(number.length)
  // Tabs keep their width under the line they mark.
  const indent = shown(line.slice(0, from)).replace(/[^\t]/gu, ' ')
  const marks = '^'.repeat(Math.max(1, [...shown(line.slice(from, to))].length))
  lines.push(
    paint.dim(`${margin} |`),
    `${paint.dim(`${number} |`)} ${line.trimEnd()}`,
    `${paint.dim(`${margin} |`)} ${indent}${paint.severity(severity, marks)}${label ? ` ${label}` : ''}`,
  )
  return lines
}

/** Only what takes up a column: vowel signs and accents stand over the letter before them. */
function shown(text: string): string {
  return text.replace(/\p{M}/gu, '')
}
