// One document on its way through the reader: its text as given, its folded form, and the language's lexicon made ready.
import { fold } from './fold.ts'
import type { Lexicon } from './lexicon/prepared.ts'
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

export function words({ folded }: Document, { start, end }: Span): string {
  return folded.slice(start, end)
}

/** Every match of a global expression inside a span, with offsets of the document. */
export function matches(document: Document, expression: RegExp, { start, end }: Span): Span[] {
  return Array.from(document.folded.slice(start, end).matchAll(expression), (found) => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
  })).filter((span) => span.end > span.start)
}

export function hasMatch(document: Document, expression: RegExp, span: Span): boolean {
  return document.folded.slice(span.start, span.end).search(expression) !== -1
}
