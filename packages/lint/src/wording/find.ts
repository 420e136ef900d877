// Finds phrases in prose.
import type { Pattern } from './language.ts'

export interface Found {
  readonly start: number
  readonly end: number
  /** As it stands, with line breaks folded. */
  readonly words: string
}

/** One expression for several phrases. */
export function phrases(patterns: readonly Pattern[]): RegExp {
  const either = patterns.map((pattern) => pattern.replaceAll(' ', '\\s+')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'giu')
}

/** Where an expression made by `phrases` is found, from left to right. */
export function findAll(text: string, expression: RegExp): Found[] {
  return [...text.matchAll(expression)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    words: folded(words),
  }))
}

export function folded(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

const QUOTED = /"[^"]{1,200}"|“[^”]{1,200}”|«[^»]{1,200}»|„[^“”]{1,200}[“”]|`[^`]{1,200}`/g

/** The same text, as long as before, with blanks for what stands in quotation marks: a term that is named is not used. */
export function withoutQuotations(text: string): string {
  return text.replace(QUOTED, (quoted) => ' '.repeat(quoted.length))
}

/** The sentence in which a place of a text lies. */
export function sentenceAt(text: string, at: number): { readonly start: number; readonly text: string } {
  const start = Math.max(...ENDS.map((end) => text.lastIndexOf(end, at - 1))) + 1
  const ends = ENDS.map((end) => text.indexOf(end, at)).filter((end) => end !== -1)
  return { start, text: text.slice(start, Math.min(text.length, ...ends)) }
}

const ENDS = ['. ', '.\n', '; ', ';\n', '? ', '؟ ', '۔ ']
