// What an agreement's file holds: its headings and prose as they stand, and its clauses as they were read.
import type { Range } from '@trucekeeper/diagnostics'
import type { ClauseKind, FieldsOf } from './kinds.ts'

export interface Clause<K extends ClauseKind = ClauseKind> {
  readonly kind: K
  readonly id: string
  readonly title: string | null
  readonly fields: FieldsOf<K>
  /** The first 12 hex digits of the hash of the prose this clause was written against, where it says so. */
  readonly reads: string | null
  /** The headings above it, outermost first. */
  readonly heading: readonly string[]
  /** The prose right above its fence, in the words that were signed. */
  readonly prose: string
  readonly proseAt: Range | null
  /** Its first line. */
  readonly at: Range
  /** Where each field stands. */
  readonly fieldAt: Readonly<Record<string, Range>>
}

export type AnyClause = { [K in ClauseKind]: Clause<K> }[ClauseKind]

/** A piece of the file in order: Markdown kept to the letter, or a fence of clauses. */
export type Block =
  | { readonly kind: 'markdown'; readonly text: string }
  | { readonly kind: 'clauses'; readonly clauses: readonly AnyClause[] }

/** A clause that stands in the text and could not be read: other clauses are not told that its name is missing. */
export interface Unsound {
  readonly kind: string
  readonly id: string
}

export interface AgreementText {
  readonly file: string
  /** SHA-256 of the file's text, lower-case hex. */
  readonly hash: string
  readonly blocks: readonly Block[]
  readonly clauses: readonly AnyClause[]
  readonly unsound: readonly Unsound[]
}

export function isKind<K extends ClauseKind>(clause: AnyClause, kind: K): clause is Extract<AnyClause, { kind: K }> {
  return clause.kind === kind
}
