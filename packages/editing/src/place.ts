// Where in an agreement a cursor stands: in the prose, where a clause begins, in a field's name, or in its words.
import type { AgreementDocument } from './document.ts'
import { clauseAt, fenceAt, type OutlineClause, type OutlineFence, type OutlineField } from './outline.ts'

interface Inside {
  readonly fence: OutlineFence
  /** The word the cursor stands in or behind, as far as the cursor; empty between words. */
  readonly word: string
  /** Where that word begins, and where it ends behind the cursor. */
  readonly start: number
  readonly end: number
}

export type Place =
  | { readonly kind: 'prose' }
  | ({ readonly kind: 'clause-kind' } & Inside)
  | ({ readonly kind: 'clause-name'; readonly clause: OutlineClause } & Inside)
  | ({ readonly kind: 'field-name'; readonly clause: OutlineClause } & Inside)
  | ({
      readonly kind: 'value'
      readonly clause: OutlineClause
      readonly field: OutlineField
      /** The field's words before the word at the cursor. */
      readonly before: string
    } & Inside)
  /** Words of nobody: a title, or behind a name. */
  | ({ readonly kind: 'other' } & Inside)

/** What ends a word of a field; what holds a clause's head and the names of fields together is everything but blanks. */
const SEPARATE = /[\s"()<>=,;+]/

export function placeAt({ outline, source }: AgreementDocument, offset: number): Place {
  const fence = fenceAt(outline, offset)
  if (!fence) return { kind: 'prose' }
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1
  const lead = source.slice(Math.max(lineStart, fence.start), offset)
  const clause = clauseAt(fence, offset)
  const inHead = clause !== null && offset <= clause.headEnd
  // Between clauses a line without indentation begins one, a line with indentation goes on with the one above.
  const indented = lead.length > lead.trimStart().length
  if (!indented || inHead) {
    const inside = { fence, ...wordAt(source, offset, /\s/) }
    const words = lead.trimStart().slice(0, lead.trimStart().length - inside.word.length)
    if (words === '') return { kind: 'clause-kind', ...inside }
    if (/^\S+\s+$/.test(words) && clause) return { kind: 'clause-name', clause, ...inside }
    return { kind: 'other', ...inside }
  }
  if (!clause) return { kind: 'other', fence, ...wordAt(source, offset, /\s/) }
  const depth = lead.length - lead.trimStart().length
  const field = clause.fields.findLast(({ start }) => start <= offset)
  const nameEnd = field ? field.start + field.name.length : 0
  const isOnItsLine = field !== undefined && source.slice(field.start, offset).includes('\n') === false
  const goesOn = field !== undefined && !isOnItsLine && depth > clause.indent.length
  if (field && ((isOnItsLine && offset > nameEnd) || goesOn)) {
    const found = wordAt(source, offset, SEPARATE)
    const before = source.slice(Math.min(field.valueStart, found.start), found.start).trimStart()
    return { kind: 'value', fence, clause, field, before, ...found }
  }
  return { kind: 'field-name', fence, clause, ...wordAt(source, offset, /\s/) }
}

function wordAt(source: string, offset: number, separate: RegExp): Pick<Inside, 'word' | 'start' | 'end'> {
  let [start, end] = [offset, offset]
  while (start > 0 && !separate.test(source[start - 1]!)) start -= 1
  while (end < source.length && !separate.test(source[end]!)) end += 1
  return { word: source.slice(start, offset), start, end }
}
