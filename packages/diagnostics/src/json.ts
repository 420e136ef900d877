// The form that scripts and editors read.
import type { Diagnostic, Severity } from './diagnostic.ts'

export interface DiagnosticJson {
  code: string
  severity: Severity
  message: string
  help: string
  spans: {
    file: string
    line: number
    column: number
    end_line: number
    end_column: number
    heading: string[]
    label: string
  }[]
  /** Further lines that show it, such as a run told day by day. */
  notes?: string[]
  fix?: { title: string; start: number; end: number; text: string }
}

export function diagnosticJson({ code, severity, message, help, spans, notes, fix }: Diagnostic): DiagnosticJson {
  return {
    code,
    severity,
    message,
    help,
    spans: spans.map(({ file, range, heading, label }) => ({
      file,
      line: range.start.line,
      column: range.start.column,
      end_line: range.end.line,
      end_column: range.end.column,
      heading: [...heading],
      label,
    })),
    ...(notes && { notes: [...notes] }),
    ...(fix && {
      fix: { title: fix.title, start: fix.range.start.offset, end: fix.range.end.offset, text: fix.text },
    }),
  }
}
