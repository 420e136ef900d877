// Words and marks of a paragraph with each of its quotations as one, cut into sentences.
import type { Document } from '../document.ts'
import type { Quotation } from '../quotations.ts'
import type { Span } from '../span.ts'

export interface Token extends Span {
  /** Folded; `"` for a whole quotation. */
  readonly word: string
  readonly quotation: Quotation | null
  /** The last character of a quotation's words; empty for a word. */
  readonly ending: string
}

const WORD =
  /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?|[\p{L}\p{N}]+(?:['&-]+(?:(?:\p{L}\.){2,}|[\p{L}\p{N}]+)|[.,]\d+)*|--+|\.\.\.|[^\s\p{L}\p{N}]/gu
const LONG_DASH = /[\u2013-\u2015]/g

export function tokensOf(document: Document, { start, end }: Span, quotations: readonly Quotation[]): Token[] {
  const tokens: Token[] = []
  let at = start
  for (const quotation of quotations) {
    words(at, quotation.outer.start)
    tokens.push({ ...quotation.outer, word: '"', quotation, ending: endingOf(document, quotation) })
    at = quotation.outer.end
  }
  words(at, end)
  return tokens

  function words(from: number, to: number): void {
    if (to <= from) return
    const said = dashesApart(document, from, to)
    const { abbreviations } = document.lexicon.language
    WORD.lastIndex = 0
    for (let found = WORD.exec(said); found; found = WORD.exec(said)) {
      let word = found[0]
      // "Mr.", "J." and "R-Pa.," keep their stop, so that no sentence ends there.
      if (said[WORD.lastIndex] === '.' && keepsStop(abbreviations, word, said[WORD.lastIndex + 1])) {
        word += '.'
        WORD.lastIndex++
      }
      tokens.push({
        start: from + found.index,
        end: from + found.index + word.length,
        word,
        quotation: null,
        ending: '',
      })
    }
  }
}

function keepsStop(abbreviations: readonly string[], word: string, next: string | undefined): boolean {
  if (next === ',' || word.length === 1) return /^\p{L}/u.test(word)
  return abbreviations.includes(word)
}

function endingOf({ folded }: Document, { start, end }: Span): string {
  const said = folded.slice(Math.max(start, end - 8), end).replace(/[\s"')\]]+$/, '')
  return said.at(-1) ?? ''
}

/** Folding makes a hyphen of every dash; here a long one still parts words. */
function dashesApart({ text, folded }: Document, from: number, to: number): string {
  const raw = text.slice(from, to)
  let said = folded.slice(from, to)
  LONG_DASH.lastIndex = 0
  for (let found = LONG_DASH.exec(raw); found; found = LONG_DASH.exec(raw))
    said = `${said.slice(0, found.index)}\u2014${said.slice(found.index + 1)}`
  return said
}

export function isDash(word: string): boolean {
  return word === '\u2014' || word === '-' || word === '--'
}

const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', '\u2026'])

/** First and last token, exclusive, of each sentence. A quotation ends one where it brings its own full stop. */
export function sentencesIn(document: Document, tokens: readonly Token[]): Span[] {
  const sentences: Span[] = []
  const { openers } = document.lexicon.language
  let start = 0
  for (let index = 0; index < tokens.length; index++) {
    const { word, quotation, end, ending } = tokens[index]!
    const next = tokens[index + 1]
    const full =
      STOPS.has(word) ||
      (quotation !== null && STOPS.has(ending)) ||
      (word.length > 2 &&
        word.endsWith('.') &&
        word.indexOf('.') < word.length - 1 &&
        next !== undefined &&
        openers.includes(next.word) &&
        next.start > end)
    if (!full && next !== undefined) continue
    if (next !== undefined && (next.word === ')' || STOPS.has(next.word))) continue
    sentences.push({ start, end: index + 1 })
    start = index + 1
  }
  return sentences
}
