// Finds in one walk over a text where any phrase of a lexicon could begin, so that no phrase is tried anywhere else.
import { NOT, openingsOf, plainLetter, WORD, type Opening } from './openings.ts'

/** Children of a node in the tree of openings, by plain letter. */
const LETTERS = ` .?${NOT}${WORD}0abcdefghijklmnopqrstuvwxyz`
const WIDTH = 32
const GAP = 0
const NOT_AT = 3
const WORD_AT = 4

const codes = new Uint8Array(65_536).fill(255)

function codeOf(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const known = codes[unit]!
  if (known !== 255) return known
  const code = LETTERS.indexOf(plainLetter(text[at]!))
  codes[unit] = code
  return code
}

const LETTER = /[\p{L}\p{N}]/u
const wordLike = new Int8Array(65_536).fill(-1)

/** Whether a unit of text can belong to a word; halves of a pair never do, as in expressions with the flag `u`. */
export function isWordLike(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  let known = wordLike[unit]!
  if (known === -1) {
    known = LETTER.test(text[at]!) ? 1 : 0
    wordLike[unit] = known
  }
  return known === 1
}

/** Where one phrase could begin, in order. */
export interface Beginnings {
  readonly at: readonly number[]
  /** For each of these, where the words that must follow behind a gap stand; null where none must. */
  readonly needs: readonly (readonly number[] | null)[]
}

interface End {
  readonly phrase: number
  /** The list of words that must follow. */
  readonly needs: number | null
}

interface Found {
  readonly at: number[]
  readonly lists: (number | null)[]
}

export class PhraseIndex {
  private readonly phrases: readonly RegExp[]
  private children = new Int32Array(WIDTH * 1024)
  private readonly size: number
  private readonly ends: (End[] | undefined)[] = [undefined]

  /** A phrase that can begin with anything is left out, and must be tried everywhere. */
  constructor(phrases: readonly RegExp[]) {
    this.phrases = phrases.filter((phrase) => openingsKept(phrase) !== null)
    const lists = new Map<string, number>()
    for (const [phrase, expression] of this.phrases.entries()) {
      for (const { letters, needs } of openingsKept(expression)!) {
        if (needs === null) this.add(letters, { phrase, needs: null })
        else this.add(letters, { phrase, needs: this.listOf(lists, needs) })
      }
    }
    this.size = this.phrases.length + lists.size
  }

  /** Words that must follow are looked up as phrases of their own, numbered after the others. */
  private listOf(lists: Map<string, number>, needs: readonly string[]): number {
    const key = needs.join('|')
    const known = lists.get(key)
    if (known !== undefined) return known
    const phrase = this.phrases.length + lists.size
    lists.set(key, phrase)
    for (const letters of needs) this.add(letters, { phrase, needs: null })
    return phrase
  }

  private add(letters: string, end: End): void {
    let node = 0
    for (const letter of letters) {
      const at = node * WIDTH + LETTERS.indexOf(letter)
      if (this.children[at] === 0) {
        this.children[at] = this.ends.length
        this.ends.push(undefined)
        if (this.ends.length * WIDTH > this.children.length) this.grow()
      }
      node = this.children[at]!
    }
    const ends = this.ends[node]
    if (ends) ends.push(end)
    else this.ends[node] = [end]
  }

  private grow(): void {
    const larger = new Int32Array(this.children.length * 2)
    larger.set(this.children)
    this.children = larger
  }

  /** One walk from each word of folded text, and from each mark that stands free. */
  beginnings(folded: string): ReadonlyMap<RegExp, Beginnings> {
    const found: Found[] = Array.from({ length: this.size }, () => ({ at: [], lists: [] }))
    for (let at = 0; at < folded.length; at++) {
      const free = at === 0 || !isWordLike(folded, at - 1)
      if (!free) continue
      if (isWordLike(folded, at)) {
        this.walk(folded, 0, at, at, found)
        if (isShortened(folded, at)) this.note(this.children[NOT_AT]!, at, found)
        const any = this.children[WORD_AT]!
        if (any !== 0) this.walkAfterWord(folded, any, at, at, found)
      } else if (codeOf(folded, at) === GAP) this.walk(folded, 0, at, at, found)
    }
    return new Map(
      this.phrases.map((phrase, number) => {
        const { at, lists } = found[number]!
        return [phrase, { at, needs: lists.map((list) => (list === null ? null : found[list]!.at)) }]
      }),
    )
  }

  private walk(folded: string, from: number, start: number, begins: number, found: Found[]): void {
    let node = from
    let at = start
    while (at < folded.length) {
      const code = codeOf(folded, at)
      node = this.children[node * WIDTH + code]!
      if (node === 0) return
      at++
      if (code === GAP) while (at < folded.length && codeOf(folded, at) === GAP) at++
      this.note(node, begins, found)
      // Any word may stand here, if the openings say so.
      const any = code === GAP ? this.children[node * WIDTH + WORD_AT]! : 0
      if (any !== 0) this.walkAfterWord(folded, any, at, begins, found)
    }
  }

  private walkAfterWord(folded: string, node: number, start: number, begins: number, found: Found[]): void {
    let at = start
    while (at < folded.length && codeOf(folded, at) > WORD_AT + 1) at++
    if (at === start) return
    this.note(node, begins, found)
    if (at < folded.length && codeOf(folded, at) === GAP) this.walk(folded, node, at, begins, found)
  }

  private note(node: number, begins: number, found: Found[]): void {
    const ends = node === 0 ? undefined : this.ends[node]
    if (!ends) return
    for (const { phrase, needs } of ends) {
      const { at, lists } = found[phrase]!
      if (at.at(-1) === begins && lists.at(-1) === needs) continue
      at.push(begins)
      lists.push(needs)
    }
  }
}

function isShortened(folded: string, start: number): boolean {
  const at = wordEnd(folded, start)
  return folded[at] === "'" && folded[at + 1] === 't' && folded[at - 1] === 'n'
}

const kept = new WeakMap<RegExp, Opening[] | null>()

function openingsKept(phrase: RegExp): Opening[] | null {
  let known = kept.get(phrase)
  if (known === undefined) {
    known = openingsOf(phrase.source)
    kept.set(phrase, known)
  }
  return known
}

/** The letters and figures from a position on, and those of the next word where the first is an article. */
export function leadingWords(text: string, start: number): string {
  let end = wordEnd(text, start)
  const word = text.slice(start, end)
  if (word !== 'the') return word
  while (end < text.length && codeOf(text, end) === GAP) end++
  return `the ${text.slice(end, wordEnd(text, end))}`
}

function wordEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && isWordLike(text, end)) end++
  return end
}

const divided = new WeakMap<RegExp, ReadonlyMap<string, RegExp>>()

/** Notes for an expression of many names which of them open with a word, so that only those are tried there. */
export function dividedByWord(whole: RegExp, parts: ReadonlyMap<string, RegExp>): RegExp {
  divided.set(whole, parts)
  return whole
}

const sticky = new WeakMap<RegExp, RegExp>()

/** The expression, or the part of it that can match there, made to match only where it is set; null where none can. */
export function expressionAt(expression: RegExp, folded: string, begin: number): RegExp | null {
  const parts = divided.get(expression)
  if (parts) return parts.get(leadingWords(folded, begin)) ?? null
  const known = sticky.get(expression)
  if (known) return known
  const made = new RegExp(expression.source, 'uy')
  sticky.set(expression, made)
  return made
}
