// Reads an agreement: Markdown in, clauses and diagnostics out. Nothing is thrown; several errors come in one run.
import { lineStarts, position, sortDiagnostics, type Diagnostic } from '@trucekeeper/diagnostics'
import type { AgreementText, Block, Unsound } from './ast.ts'
import { readClause, type RangeOf } from './clause.ts'
import { diagnostic, type DiagnosticCode } from './diagnostic-codes.ts'
import { cutFence } from './fence.ts'
import { sectionsOf } from './markdown.ts'
import { textHash } from './prose-hash.ts'

export interface Parsed {
  readonly text: AgreementText
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads an agreement's Markdown. `file` is the name that messages carry. */
export function parseAgreement(source: string, file: string): Parsed {
  const starts = lineStarts(source)
  const rangeOf: RangeOf = (start, end) => ({ start: position(starts, start), end: position(starts, end) })
  const diagnostics: Diagnostic[] = []
  const sayUnder =
    (heading: readonly string[]) =>
    (code: DiagnosticCode, start: number, end: number, message: string, help: string): void => {
      diagnostics.push(diagnostic(code, file, { range: rangeOf(start, end), heading }, message, help))
    }
  const { pieces, problems } = sectionsOf(source)
  for (const { code, start, end, heading, message, help } of problems) {
    sayUnder(heading)(code, start, end, message, help)
  }
  const blocks: Block[] = []
  const unsound: Unsound[] = []
  for (const piece of pieces) {
    if (piece.kind === 'markdown') {
      blocks.push({ kind: 'markdown', text: piece.text })
      continue
    }
    const { clauses, misplaced } = cutFence(piece.text, piece.start, piece.margin)
    if (piece.kind === 'unclosed') {
      unsound.push(...clauses)
      continue
    }
    const say = sayUnder(piece.heading)
    for (const { code, start, end, message, help } of misplaced) say(code, start, end, message, help)
    const read = clauses.map((raw) => readClause(raw, piece, rangeOf, say))
    unsound.push(...clauses.filter((_, index) => read[index] === null))
    blocks.push({ kind: 'clauses', clauses: read.filter((clause) => clause !== null) })
  }
  const clauses = blocks.flatMap((block) => (block.kind === 'clauses' ? block.clauses : []))
  const named = unsound.map(({ kind, id }) => ({ kind, id }))
  return {
    text: { file, hash: textHash(source), blocks, clauses, unsound: named },
    diagnostics: sortDiagnostics(diagnostics),
  }
}
