// Finds in one walk over a text where any phrase of a lexicon could begin, so that no phrase is tried anywhere else.
import { INSIDE, NOT, openingsOf, plainLetter, WORD, type Opening } from './openings.ts'

/** Children of a node in the tree of openings, by plain letter. */
const LETTERS = ` .?${NOT}${WORD}0abcdefghijklmnopqrstuvwxyz`
const WIDTH = 32
const GAP = 0
const OTHER = 2
const NOT_AT = 3
const WORD_AT = 4
const FIGURE = 5

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
  /** For each of these, the number of the list of words that must follow behind a gap; -1 where none must. */
  readonly needs: readonly number[]
}

interface End {
  readonly phrase: number
  /** The number of the list of words that must follow, or -1. */
  readonly needs: number
}

interface Found {
  readonly at: number[]
  readonly needs: number[]
}

/** Every beginning of any phrase, in the order of the text. */
interface Walked {
  readonly at: number[]
  readonly phrases: number[]
  readonly needs: number[]
}

/** What one walk finds. */
interface Notes {
  readonly found: (Found | undefined)[]
  readonly walked: Walked
}

const NOWHERE: Found = { at: [], needs: [] }

/** Where the phrases of an index could begin in one text. */
export class TextBeginnings {
  private readonly numbers: ReadonlyMap<RegExp, number>
  private readonly found: readonly (Found | undefined)[]
  private readonly walked: Walked

  constructor(numbers: ReadonlyMap<RegExp, number>, found: readonly (Found | undefined)[], walked: Walked) {
    this.numbers = numbers
    this.found = found
    this.walked = walked
  }

  /** Null for a phrase that must be tried everywhere. */
  of(expression: RegExp): Beginnings | null {
    const number = this.numbers.get(expression)
    return number === undefined ? null : (this.found[number] ?? NOWHERE)
  }

  /** Where any of some phrases could begin, in order, each with its place among them; those that must be tried everywhere apart. */
  ofAny(expressions: readonly RegExp[]): {
    readonly at: readonly number[]
    readonly which: readonly number[]
    readonly needs: readonly number[]
    readonly anywhere: readonly number[]
  } {
    const places = new Map<number, number>()
    const anywhere: number[] = []
    for (const [place, expression] of expressions.entries()) {
      const number = this.numbers.get(expression)
      if (number === undefined) anywhere.push(place)
      else places.set(number, place)
    }
    const [at, which, needs]: number[][] = [[], [], []]
    const { walked } = this
    for (const [index, phrase] of walked.phrases.entries()) {
      const place = places.get(phrase)
      if (place === undefined) continue
      at!.push(walked.at[index]!)
      which!.push(place)
      needs!.push(walked.needs[index]!)
    }
    return { at: at!, which: which!, needs: needs!, anywhere }
  }

  /** Where the words of a list stand. */
  list(number: number): readonly number[] {
    return this.found[number]?.at ?? NOWHERE.at
  }
}

export class PhraseIndex {
  private readonly numbers: ReadonlyMap<RegExp, number>
  private children = new Int32Array(WIDTH * 1024)
  private readonly size: number
  private readonly inside: { readonly list: number; readonly letters: string }[] = []
  private readonly ends: (End[] | undefined)[] = [undefined]

  /** A phrase that can begin with anything is left out, and must be tried everywhere. */
  constructor(phrases: readonly RegExp[]) {
    const known = phrases.filter((phrase) => openingsKept(phrase) !== null)
    this.numbers = new Map(known.map((phrase, number) => [phrase, number]))
    const lists = new Map<string, number>()
    for (const [phrase, expression] of known.entries()) {
      for (const { letters, needs } of openingsKept(expression)!)
        this.add(letters, { phrase, needs: needs === null ? -1 : this.listOf(lists, known.length, needs) })
    }
    this.size = known.length + lists.size
  }

  /** Words that must follow are looked up as phrases of their own, numbered after the others. */
  private listOf(lists: Map<string, number>, first: number, needs: readonly string[]): number {
    const key = needs.join('|')
    const known = lists.get(key)
    if (known !== undefined) return known
    const phrase = first + lists.size
    lists.set(key, phrase)
    const [part] = needs
    if (part?.startsWith(INSIDE)) this.inside.push({ list: phrase, letters: part.slice(INSIDE.length) })
    else for (const letters of needs) this.add(letters, { phrase, needs: -1 })
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
  beginnings(folded: string): TextBeginnings {
    const notes: Notes = { found: Array.from({ length: this.size }), walked: { at: [], phrases: [], needs: [] } }
    const { found } = notes
    const text = codesOf(folded)
    const [not, any] = [this.children[NOT_AT]!, this.children[WORD_AT]!]
    let inWord = false
    for (let at = 0; at < folded.length; at++) {
      const code = text[at]!
      const wasInWord = inWord
      inWord = code >= FIGURE || (code === OTHER && isWordLike(folded, at))
      if (wasInWord) continue
      if (inWord || code === GAP) this.walk(text, 0, at, at, notes)
      if (!inWord) continue
      if (not !== 0 && isShortened(folded, at)) this.note(not, at, notes)
      if (any !== 0) this.walkAfterWord(text, any, at, at, notes)
    }
    for (const { list, letters } of this.inside) {
      const at: number[] = []
      for (let one = folded.indexOf(letters); one !== -1; one = folded.indexOf(letters, one + 1)) at.push(one)
      found[list] = { at, needs: [] }
    }
    return new TextBeginnings(this.numbers, found, notes.walked)
  }

  private walk(text: Uint8Array, from: number, start: number, begins: number, notes: Notes): void {
    const { children, ends } = this
    const { length } = text
    let node = from
    let at = start
    while (at < length) {
      const code = text[at]!
      node = children[node * WIDTH + code]!
      if (node === 0) return
      at++
      if (code === GAP) while (at < length && text[at] === GAP) at++
      if (ends[node] !== undefined) this.note(node, begins, notes)
      if (code !== GAP) continue
      // Any word may stand here, if the openings say so.
      const any = children[node * WIDTH + WORD_AT]!
      if (any !== 0) this.walkAfterWord(text, any, at, begins, notes)
    }
  }

  private walkAfterWord(text: Uint8Array, node: number, start: number, begins: number, notes: Notes): void {
    let at = start
    while (at < text.length && text[at]! > FIGURE) at++
    if (at === start) return
    this.note(node, begins, notes)
    if (text[at] === GAP) this.walk(text, node, at, begins, notes)
  }

  private note(node: number, begins: number, { found, walked }: Notes): void {
    for (const end of this.ends[node] ?? []) {
      const known = (found[end.phrase] ??= { at: [], needs: [] })
      if (known.at.at(-1) === begins && known.needs.at(-1) === end.needs) continue
      known.at.push(begins)
      known.needs.push(end.needs)
      walked.at.push(begins)
      walked.phrases.push(end.phrase)
      walked.needs.push(end.needs)
    }
  }
}

function codesOf(folded: string): Uint8Array {
  const made = new Uint8Array(folded.length)
  for (let at = 0; at < folded.length; at++) made[at] = codeOf(folded, at)
  return made
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

type PartByWord = (word: string) => RegExp | null

const divided = new WeakMap<RegExp, PartByWord>()

/** Notes for an expression of many names which of them open with a word, so that only those are tried there. */
export function dividedByWord(whole: RegExp, partBy: PartByWord): RegExp {
  divided.set(whole, partBy)
  return whole
}

/** The expression, or the part of it that can match there; it matches only where it is set. Null where none can. */
export function expressionAt(expression: RegExp, folded: string, begin: number): RegExp | null {
  const partBy = divided.get(expression)
  return partBy ? partBy(leadingWords(folded, begin)) : expression
}
