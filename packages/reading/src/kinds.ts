// Which kind of thing a clause speaks of.
import { kindEntry, type Kind } from '@trucekeeper/claims'
import { live, matches, type Document } from './document.ts'
import type { PreparedRule } from './lexicon/prepared.ts'
import type { KindRule } from './lexicon/language.ts'
import type { Span } from './span.ts'

export interface KindFound {
  readonly kind: Kind
  readonly rule: KindRule
  /** The words that show it. */
  readonly at: Span
}

const SUBORDINATE =
  /\b(?:because|unless|until|if|after|before|since|despite|so that|in order to|to make sure|to ensure)\b/

const liveKinds = new WeakMap<Document, readonly PreparedRule<KindRule>[]>()

/** The kinds that a clause shows, strongest first: of its main part, then by rank, then by place. */
export function kindsIn(document: Document, clause: Span): KindFound[] {
  const said = document.folded.slice(clause.start, clause.end)
  const cut = SUBORDINATE.exec(said)
  const main = clause.start + (cut && cut.index > 12 ? cut.index : said.length)
  const aside = ({ at }: KindFound) => (at.start >= main ? 1 : 0)
  return live(document, document.lexicon.kinds, liveKinds)
    .flatMap(({ rule, pattern }) => matches(document, pattern, clause, 1).map((at) => ({ kind: rule.kind, rule, at })))
    .toSorted(
      (a, b) =>
        aside(a) - aside(b) || b.rule.rank - a.rule.rank || a.at.start - b.at.start || (a.kind < b.kind ? -1 : 1),
    )
}

/** Kinds of violence, where a background sentence of the outlet is no claim. */
export function isViolence(kind: Kind): boolean {
  return kindEntry(kind).family === 'violence'
}
