// What can be done about what is found in a stretch of the text, ready to be done.
import { proseHashOf, type AnyClause } from '@trucekeeper/agreement'
import type { Diagnostic } from '@trucekeeper/diagnostics'
import { RULES } from '@trucekeeper/lint'
import { rangeIn, type AgreementDocument } from './document.ts'
import type { TextEdit } from './edit.ts'
import { clauseAt, fenceAt } from './outline.ts'

export interface QuickFix {
  readonly title: string
  /** What it is about. */
  readonly diagnostic: Diagnostic
  readonly edits: readonly TextEdit[]
  /** Whether it is what was meant, and not only a way out. */
  readonly preferred: boolean
}

/** Fixes for what is found between two offsets, the likeliest first. */
export function fixesAt(document: AgreementDocument, start: number, end: number): readonly QuickFix[] {
  return document.diagnostics
    .filter(({ spans: [span] }) => span && span.range.start.offset <= end && start <= span.range.end.offset)
    .flatMap((diagnostic) => fixesFor(document, diagnostic))
    .toSorted((a, b) => Number(b.preferred) - Number(a.preferred))
}

/** All fixes for one finding. */
export function fixesFor(document: AgreementDocument, diagnostic: Diagnostic): readonly QuickFix[] {
  const { fix } = diagnostic
  const own = fix ? [{ title: fix.title, diagnostic, edits: [fix], preferred: true }] : []
  return [own, meant(diagnostic), freshHash(document, diagnostic), acceptance(document, diagnostic)].flat()
}

/** The help of whatever reads the text names the word that was likely meant. */
function meant(diagnostic: Diagnostic): QuickFix[] {
  const word = /^did you mean `([^`]+)`\?/.exec(diagnostic.help)?.[1]
  const range = diagnostic.spans[0]?.range
  if (!word || !range || diagnostic.fix || range.start.line !== range.end.line) return []
  const article = /^[\d.]+\s+/.exec(diagnostic.message.match(/`([^`]+)`/)?.[1] ?? '')?.[0] ?? ''
  return [{ title: `write \`${word}\``, diagnostic, edits: [{ range, text: article + word }], preferred: true }]
}

function freshHash(document: AgreementDocument, diagnostic: Diagnostic): QuickFix[] {
  if (diagnostic.code !== 'prose-drift') return []
  const clause = clauseOf(document, diagnostic)
  const field = clause?.fieldAt['reads']
  if (!clause || !field) return []
  const range = rangeIn(document, field.end.offset - 12, field.end.offset)
  const title = `say that \`${clause.id}\` reads the prose as it stands now`
  return [{ title, diagnostic, edits: [{ range, text: proseHashOf(clause.prose) }], preferred: false }]
}

/** A clause that accepts the finding; its reason stays to be written, and is an error until it is. */
function acceptance(document: AgreementDocument, diagnostic: Diagnostic): QuickFix[] {
  const { code, severity, spans } = diagnostic
  const span = spans[0]
  if (!span || severity === 'error' || !RULES.some(({ name, engine }) => name === code && engine !== 'reading'))
    return []
  const { outline } = document
  const offset = span.range.start.offset
  const fence = fenceAt(outline, offset)
  const clause = fence && clauseAt(fence, offset)
  if (clause) {
    const at = rangeIn(document, clause.end, clause.end)
    const text = `\n\naccept ${code}\n  on           ${clause.id}\n  because      `
    return [
      { title: `accept \`${code}\` for \`${clause.id}\``, diagnostic, edits: [{ range: at, text }], preferred: false },
    ]
  }
  const under = outline.fences.find(
    ({ heading, clauses }) => clauses.length > 0 && heading.join('\n') === span.heading.join('\n'),
  )
  if (!under || span.heading.length === 0) return []
  const last = under.clauses.at(-1)!.end
  const edits = [{ range: rangeIn(document, last, last), text: `\n\naccept ${code}\n  because      ` }]
  return [{ title: `accept \`${code}\` under “${span.heading.at(-1)}”`, diagnostic, edits, preferred: false }]
}

function clauseOf({ text }: AgreementDocument, { spans }: Diagnostic): AnyClause | null {
  const offset = spans[0]?.range.start.offset
  return text.clauses.find(({ at }) => at.start.offset === offset) ?? null
}
