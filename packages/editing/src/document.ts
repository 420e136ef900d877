// An agreement while it is being written: read, linked and linted as it stands.
import {
  parseAgreement,
  resolveAgreement,
  type Agreement,
  type AgreementText,
  type PlaceFiles,
} from '@trucekeeper/agreement'
import { hasErrors, sortDiagnostics, type Diagnostic } from '@trucekeeper/diagnostics'
import { lintAgreement, type LintDiagnostic } from '@trucekeeper/lint'

export interface AgreementDocument {
  readonly file: string
  readonly source: string
  readonly text: AgreementText
  /** Null while there are errors. */
  readonly agreement: Agreement | null
  /** What the reader and the rules say, in the order of the text. */
  readonly diagnostics: readonly (Diagnostic | LintDiagnostic)[]
}

export function openDocument(source: string, file: string, places: PlaceFiles): AgreementDocument {
  const parsed = parseAgreement(source, file)
  const resolved = resolveAgreement(parsed.text, places)
  const read = [...parsed.diagnostics, ...resolved.diagnostics]
  const agreement = hasErrors(read) ? null : resolved.agreement
  const { diagnostics } = lintAgreement({ source, text: parsed.text, agreement })
  return { file, source, text: parsed.text, agreement, diagnostics: sortDiagnostics([...read, ...diagnostics]) }
}
