// An agreement while it is being written: read, linked and linted as it stands.
import {
  parseAgreement,
  resolveAgreement,
  type Agreement,
  type AgreementText,
  type PlaceFiles,
} from '@trucekeeper/agreement'
import { hasErrors, position, sortDiagnostics, type Diagnostic, type Range } from '@trucekeeper/diagnostics'
import { lintAgreement, type LintDiagnostic } from '@trucekeeper/lint'
import { outlineOf, type Outline } from './outline.ts'

export interface AgreementDocument {
  readonly file: string
  readonly source: string
  readonly places: PlaceFiles
  readonly text: AgreementText
  /** Headings, fences, clauses and fields by their lines alone, half-written ones too. */
  readonly outline: Outline
  /** Null while there are errors. */
  readonly agreement: Agreement | null
  /** What the reader and the rules say, in the order of the text. */
  readonly diagnostics: readonly (Diagnostic | LintDiagnostic)[]
}

/** Reads a text as it stands. Nothing is thrown, whatever it holds. */
export function openDocument(source: string, file: string, places: PlaceFiles): AgreementDocument {
  const parsed = parseAgreement(source, file)
  const resolved = resolveAgreement(parsed.text, places)
  const read = [...parsed.diagnostics, ...resolved.diagnostics]
  const agreement = hasErrors(read) ? null : resolved.agreement
  let diagnostics: AgreementDocument['diagnostics'] | null = null
  return {
    file,
    source,
    places,
    text: parsed.text,
    outline: outlineOf(source),
    agreement,
    // Whoever asks what stands at the cursor waits for no rule.
    get diagnostics() {
      return (diagnostics ??= sortDiagnostics([
        ...read,
        ...lintAgreement({ source, text: parsed.text, agreement }).diagnostics,
      ]))
    },
  }
}

/** A stretch of the text with lines and columns, by UTF-16 offsets. */
export function rangeIn({ outline }: AgreementDocument, start: number, end: number): Range {
  return { start: position(outline.lineStarts, start), end: position(outline.lineStarts, end) }
}
