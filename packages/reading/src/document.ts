// One document on its way through the reader: its text as given, its folded form, and the language's lexicon made ready.
import { fold } from './fold.ts'
import type { Lexicon, PreparedRule } from './lexicon/prepared.ts'
import type { Language } from './lexicon/language.ts'
import type { Span } from './span.ts'

export interface Document {
  readonly text: string
  /** `text` in one case, offsets unchanged; every rule reads this. */
  readonly folded: string
  readonly lexicon: Lexicon
}

export function openDocument(text: string, lexicon: Lexicon): Document {
  return { text, folded: fold(text), lexicon }
}

export function grammarOf({ lexicon }: Document): Language['grammar'] {
  return lexicon.language.grammar
}

export function words({ folded }: Document, { start, end }: Span): string {
  return folded.slice(start, end)
}

/** Work done once for a document: `work` is done at the first call with this table, its result kept with the document. */
export function once<T>(kept: WeakMap<Document, T>, document: Document, work: () => T): T {
  const known = kept.get(document)
  if (known !== undefined) return known
  const made = work()
  kept.set(document, made)
  return made
}

/** Every match of a global expression inside a span, with offsets of the document; at most `limit` of them. */
export function matches({ folded }: Document, expression: RegExp, { start, end }: Span, limit = Infinity): Span[] {
  const said = folded.slice(start, end)
  const spans: Span[] = []
  // Not `matchAll`, which compiles a copy of the expression at every call: with lexicons that is most of the time.
  expression.lastIndex = 0
  for (let found = expression.exec(said); found && spans.length < limit; found = expression.exec(said)) {
    if (found[0] === '') expression.lastIndex++
    else spans.push({ start: start + found.index, end: start + found.index + found[0].length })
  }
  return spans
}

export function hasMatch({ folded }: Document, expression: RegExp, { start, end }: Span): boolean {
  expression.lastIndex = 0
  return expression.test(folded.slice(start, end))
}

/** The rules of a list that can match anywhere in the document; the others need not be tried clause by clause. */
export function live<T>(
  document: Document,
  rules: readonly PreparedRule<T>[],
  kept: WeakMap<Document, readonly PreparedRule<T>[]>,
): readonly PreparedRule<T>[] {
  const whole = { start: 0, end: document.folded.length }
  return once(kept, document, () => rules.filter(({ pattern }) => hasMatch(document, pattern, whole)))
}
