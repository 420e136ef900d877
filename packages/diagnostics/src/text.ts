// The form for people: the message, the words it is about underlined in their line, and what to do.
import type { Diagnostic, Severity } from './diagnostic.ts'
import type { Position, Span } from './span.ts'

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
  const whole = text === null ? undefined : lineAt(text, range.start)
  if (whole === undefined) return lines
  const end = range.end.line === range.start.line ? range.end.column - 1 : whole.trimEnd().length
  const { line, from, to } = excerpt(whole, range.start.column - 1, end)
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

/** By its offset, for a run may have thousands of findings in one file; undefined where the file has no such line. */
function lineAt(text: string, { offset, column }: Position): string | undefined {
  const start = offset - (column - 1)
  if (start < 0 || start > text.length) return undefined
  const end = text.indexOf('\n', start)
  return text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '')
}

const MOST_SHOWN = 500
const SHOWN_BEFORE = 100

/** A line that no terminal has room for is shown around its marked words alone. */
function excerpt(line: string, from: number, to: number): { line: string; from: number; to: number } {
  if (line.length <= MOST_SHOWN) return { line, from, to }
  const start = Math.max(0, Math.min(from - SHOWN_BEFORE, line.length - MOST_SHOWN))
  const lead = start > 0 ? '…' : ''
  const part = line.slice(start, start + MOST_SHOWN)
  const moved = (column: number) => Math.min(column - start, part.length) + lead.length
  const tail = start + MOST_SHOWN < line.length ? '…' : ''
  return { line: `${lead}${part}${tail}`, from: moved(from), to: moved(to) }
}

/** Only what takes up a column: vowel signs and accents stand over the letter before them. */
function shown(text: string): string {
  return text.replace(/\p{M}/gu, '')
}
