// What rules look at: the text, its clauses by kind and by name, its prose, and the agreement linked from it.
import { isKind, type Agreement, type AgreementText, type AnyClause, type ClauseKind } from '@trucekeeper/agreement'
import { lineStarts, position } from '@trucekeeper/diagnostics'
import { earliestOf, type Earliest, type Terms } from './earliest/index.ts'
import { passagesOf, type Passage } from './passages.ts'
import type { Spot } from './rule.ts'
import { showIn, showNothing, type Show } from './shown.ts'

export interface Source {
  readonly text: AgreementText
  /** The Markdown that `text` was read from. */
  readonly source: string
  /** Null where the text has errors: rules that need it are not asked. */
  readonly agreement: Agreement | null
}

export interface Subject extends Source {
  /** The clauses of one kind, in the order of the text. */
  of<K extends ClauseKind>(kind: K): readonly Extract<AnyClause, { kind: K }>[]
  /** The clause of that name; of a part of one that binds several, the clause it was written as. */
  clause(id: string): AnyClause | null
  /** Earliest instants, worked out once; null where there is no agreement. */
  earliest(terms: Terms): Earliest | null
  /** What a run of the agreement shows of a finding; nothing where runs are not asked for. */
  readonly show: Show
  /** All prose, paragraph by paragraph, each with the clauses that read it. */
  readonly passages: readonly Passage[]
  /** The first line of a clause, or one field of it where the clause has that field. */
  spot(clause: AnyClause, field?: string): Spot
  /** A stretch of the file by UTF-16 offsets. */
  stretch(start: number, end: number, heading: readonly string[]): Spot
}

/** `runs`: whether findings are shown by runs of the agreement, which takes longer. */
export function subjectOf({ text, source, agreement }: Source, runs = false): Subject {
  const starts = lineStarts(source)
  // An account may bear the name of the one whose word it is, and a lint is accepted under the lint's own name.
  const named = text.clauses.filter(({ kind }) => kind !== 'accept' && kind !== 'account')
  const byId = new Map(named.map((clause) => [clause.id, clause]))
  const byKind = Map.groupBy(text.clauses, ({ kind }) => kind)
  const earliest = new Map<Terms, Earliest>()
  let passages: readonly Passage[] | null = null
  return {
    text,
    source,
    agreement,
    of: <K extends ClauseKind>(kind: K) =>
      (byKind.get(kind) ?? []).filter((clause): clause is Extract<AnyClause, { kind: K }> => isKind(clause, kind)),
    clause: (id) => byId.get(id) ?? byId.get(id.split('.')[0]!) ?? null,
    earliest(terms) {
      if (!agreement) return null
      const found = earliest.get(terms) ?? earliestOf(agreement, terms)
      earliest.set(terms, found)
      return found
    },
    show: runs && agreement ? showIn(agreement) : showNothing,
    get passages() {
      return (passages ??= passagesOf(source, text))
    },
    spot: ({ at, fieldAt, heading }, field) => ({ range: (field && fieldAt[field]) || at, heading }),
    stretch: (start, end, heading) => ({
      range: { start: position(starts, start), end: position(starts, end) },
      heading,
    }),
  }
}
