// Which sentences can tell of anything at all; the others are read only where a later one points back to them.
import { hasMatch, likely, type Document } from './document.ts'
import { mutualIn } from './mutual.ts'
import { pointsBack } from './propositions.ts'
import type { Span } from './span.ts'

/** Positions, among the sentences of one paragraph, of those that can hold a claim. */
export function tellingAmong(
  document: Document,
  sentences: readonly Span[],
  body: readonly Span[],
): ReadonlySet<number> {
  const telling = new Set<number>()
  for (const [index, sentence] of sentences.entries()) {
    const again = telling.size > 0 && pointsBack(document, sentence)
    if (again || tells(document, sentence) || mutualIn(document, sentence, body)) telling.add(index)
  }
  return telling
}

function tells(document: Document, sentence: Span): boolean {
  return likely(document, document.lexicon.kinds, sentence).some(({ pattern }) => hasMatch(document, pattern, sentence))
}
