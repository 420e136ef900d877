// For tests: lints a few lines as if they stood in an agreement that has everything else.
import { parseAgreement, resolveAgreement } from '@trucekeeper/agreement'
import { hasErrors, sortDiagnostics, type Diagnostic } from '@trucekeeper/diagnostics'
import { lintAgreement, type Accepted, type LintDiagnostic } from '../index.ts'
import { PLACES, PRELUDE } from './prelude.ts'

const FILE = 'agreement.md'

export interface Snippet {
  /** The snippet, and what it was completed with. */
  readonly source: string
  /** What the reader says and what rules say, in the order of the text. */
  readonly diagnostics: readonly (Diagnostic | LintDiagnostic)[]
  readonly accepted: readonly Accepted[]
}

/** A snippet that declares an agreement of its own stands alone; any other is completed with the prelude. */
export function lintSnippet(markdown: string): Snippet {
  const own = markdown.endsWith('\n') ? markdown : `${markdown}\n`
  const source = /^agreement\s/m.test(own) ? own : `${own}\n${PRELUDE}`
  const parsed = parseAgreement(source, FILE)
  const resolved = resolveAgreement(parsed.text, new Map([['places.geojson', PLACES]]))
  const read = [...parsed.diagnostics, ...resolved.diagnostics]
  const { diagnostics, accepted } = lintAgreement(
    {
      source,
      text: parsed.text,
      agreement: hasErrors(read) ? null : resolved.agreement,
    },
    { runs: true },
  )
  return { source, diagnostics: sortDiagnostics([...read, ...diagnostics]), accepted }
}

/** A snippet of clauses under an article with one sentence, `Something was agreed.` unless another is given. */
export function clausesUnder(clauses: string, prose = 'Something was agreed.'): string {
  return `# Example\n\n## 1. An article\n\n${prose}\n\n\`\`\`truce\n${clauses.trim()}\n\`\`\`\n`
}

/** The underlined words of all findings of a rule, in the order of the text. */
export function underlined(markdown: string, rule: string): string[] {
  const { source, diagnostics } = lintSnippet(markdown)
  return diagnostics.flatMap(({ code, spans }) => {
    const range = spans[0]?.range
    return code === rule && range ? [source.slice(range.start.offset, range.end.offset)] : []
  })
}

/** The messages of all findings of a rule. */
export function said(markdown: string, rule: string): string[] {
  return lintSnippet(markdown).diagnostics.flatMap(({ code, message }) => (code === rule ? [message] : []))
}
