// A text with its clauses, and the small edits that faults are made of.
import { parseAgreement, type AnyClause, type ClauseKind } from '@trucekeeper/agreement'

export class Editable {
  readonly source: string
  readonly clauses: readonly AnyClause[]

  constructor(source: string) {
    this.source = source
    this.clauses = parseAgreement(source, 'agreement.md').text.clauses
  }

  of<K extends ClauseKind>(kind: K): Extract<AnyClause, { kind: K }>[] {
    return this.clauses.filter((clause): clause is Extract<AnyClause, { kind: K }> => clause.kind === kind)
  }

  field(clause: AnyClause, name: string): string {
    const range = clause.fieldAt[name]!
    return this.source.slice(range.start.offset, range.end.offset)
  }

  replaced(start: number, end: number, text: string): string {
    return this.source.slice(0, start) + text + this.source.slice(end)
  }

  /** Takes out the lines of a field. */
  without(clause: AnyClause, name: string): string {
    const { start, end } = clause.fieldAt[name]!
    const from = this.source.lastIndexOf('\n', start.offset) + 1
    const to = this.source.indexOf('\n', end.offset)
    return this.replaced(from, to + 1, '')
  }

  /** Takes out a whole clause. */
  withoutClause(clause: AnyClause): string {
    return this.replaced(clause.at.start.offset, this.#endOf(clause), '')
  }

  rewritten(clause: AnyClause, name: string, value: string): string {
    const { start, end } = clause.fieldAt[name]!
    return this.replaced(start.offset, end.offset, `${name.padEnd(12)} ${value}`)
  }

  /** Adds a field under the first line of a clause. */
  added(clause: AnyClause, field: string): string {
    const at = this.source.indexOf('\n', clause.at.start.offset)
    return this.replaced(at, at, `\n  ${field}`)
  }

  /** Puts clauses behind another, in the same fence. */
  behind(clause: AnyClause, clauses: string): string {
    const end = this.#endOf(clause)
    return this.replaced(end, end, `\n${clauses.trim()}\n`)
  }

  /** Adds a sentence to the prose that a clause reads. */
  said(clause: AnyClause, sentence: string): string {
    const end = clause.proseAt!.end.offset
    return this.replaced(end, end, ` ${sentence}`)
  }

  clauseText(clause: AnyClause): string {
    return this.source.slice(clause.at.start.offset, this.#endOf(clause)).trimEnd()
  }

  /** Where the next clause of the fence begins, or the fence ends. */
  #endOf(clause: AnyClause): number {
    const next = this.clauses.find(({ at }) => at.start.offset > clause.at.start.offset)?.at.start.offset ?? Infinity
    const fence = this.source.indexOf('\n```', clause.at.start.offset) + 1
    return Math.min(next, fence)
  }
}
