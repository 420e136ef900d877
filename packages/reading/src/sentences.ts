// Where sentences begin and end. Abbreviations decide, never capitals, so that wire text in capitals reads the same.
import type { Document } from './document.ts'
import type { Language } from './lexicon/language.ts'
import { everyMatch } from './pattern.ts'
import { trimmed, type Span } from './span.ts'

const END = /[.!?…]+["')\]]*(?=\s|$)/g
const SPACE = /\s/

/** The sentences of a block of body text, without the space between them. */
export function sentencesOf(document: Document, block: Span): Span[] {
  const said = document.folded.slice(block.start, block.end)
  const sentences: Span[] = []
  let start = 0
  for (const found of everyMatch(END, said)) {
    const end = found.index + found[0].length
    if (end < said.length && !breaks(document, said, found.index, found[0], end)) continue
    push(start, end)
    start = end
  }
  if (start < said.length) push(start, said.length)
  return sentences

  function push(from: number, to: number): void {
    const span = trimmed(document.folded, { start: block.start + from, end: block.start + to }, SPACE)
    if (span.end > span.start) sentences.push(span)
  }
}

/** The body text of the block without a dateline such as `GENEVA (Reuters) -`. */
export function withoutDateline({ folded, lexicon }: Document, block: Span): Span {
  const found = datelineOf(lexicon.language).exec(folded.slice(block.start, Math.min(block.end, block.start + 80)))
  return found ? { start: block.start + found[0].length, end: block.end } : block
}

const datelines = new WeakMap<Language, RegExp>()

function datelineOf(language: Language): RegExp {
  const known = datelines.get(language)
  if (known) return known
  const made = new RegExp(`^${language.furniture.datelines}(?=[\\p{L}"'])`, 'u')
  datelines.set(language, made)
  return made
}

function breaks({ lexicon }: Document, said: string, at: number, mark: string, end: number): boolean {
  const { abbreviations, openers } = lexicon.language
  if (!mark.startsWith('.') || mark.startsWith('..')) return !mark.startsWith('..')
  const before = /[\p{L}.]+$/u.exec(said.slice(Math.max(0, at - 12), at))?.[0] ?? ''
  const short = abbreviations.includes(before) || /^(?:\p{L}\.)*\p{L}$/u.test(before)
  if (!short) return true
  if (mark.length > 1) return true
  // "the U.S. The army said": an abbreviation ends a sentence where a word that opens one follows it.
  const next = /^\s+["'(]*([\p{L}']+)/u.exec(said.slice(end, end + 30))?.[1] ?? ''
  return before.includes('.') && openers.includes(next)
}
