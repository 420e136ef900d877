// The phrases of a sentence that name people, things and weapons, found without letter case and without a model.
import type { RoleWords } from './lexicon/roles.ts'
import type { Span } from './span.ts'

export interface Token extends Span {
  readonly word: string
}

export type NounClass = 'people' | 'attacker' | 'body' | 'thing' | 'weapon' | 'neither' | 'unknown'

export interface NounPhrase extends Span {
  /** Where it begins with its number: `three armed men`. */
  readonly counted: number
  /** First and last token, numbers and articles left out. */
  readonly first: number
  readonly last: number
  readonly class: NounClass
  /** A proper name is part of it: `journalist Hector Saldias`. */
  readonly named: boolean
}

const TOKEN = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['.,-](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*|[^\s]/gu
const MARK = /^[^\p{L}\p{N}]$/u
const LONGEST = 8

/** The tokens of a stretch of folded text; verbs of several words are one token. */
export function tokensOf(folded: string, { start, end }: Span, words: RoleWords): Token[] {
  const single: Token[] = []
  for (const found of folded.slice(start, end).matchAll(TOKEN))
    single.push({ word: found[0], start: start + found.index, end: start + found.index + found[0].length })
  const joined: Token[] = []
  for (let index = 0; index < single.length; index++) {
    // "The National Liberation Army (ELN) has": what stands in short brackets parts nothing.
    const close = single[index]!.word === '(' ? single.findIndex(({ word }, at) => at > index && word === ')') : -1
    if (close > 0 && close - index <= 7) {
      index = close
      continue
    }
    const length = [3, 2].find(
      (count) => index + count <= single.length && words.joined[wordsFrom(single, index, count)] !== undefined,
    )
    if (length === undefined) joined.push(single[index]!)
    else {
      joined.push({
        word: words.joined[wordsFrom(single, index, length)]!,
        start: single[index]!.start,
        end: single[index + length - 1]!.end,
      })
      index += length - 1
    }
  }
  return joined
}

function wordsFrom(tokens: readonly Token[], index: number, count: number): string {
  return tokens
    .slice(index, index + count)
    .map(({ word }) => word)
    .join(' ')
}

/** The phrase that begins at a token or after its articles and numbers; null where none does. */
export function phraseFrom(tokens: readonly Token[], index: number, words: RoleWords): NounPhrase | null {
  let first = index
  let counted: number | null = null
  for (; first < tokens.length; first++) {
    const { word } = tokens[first]!
    if (isCount(word, words)) counted ??= first
    else if (
      words.softeners.has(word) &&
      first + 1 < tokens.length &&
      (counted !== null || leadsToCount(tokens, first, words))
    )
      counted ??= first
    else if (
      !words.determiners.has(word) &&
      word !== '"' &&
      !(words.adverbs.has(word) && counted === null && first > index)
    )
      break
  }
  let last = first - 1
  while (last + 1 < tokens.length && last - first < LONGEST && belongs(tokens, last + 1, words, last >= first)) last++
  return last < first ? null : phrase(tokens, first, last, counted ?? first, words)
}

/** The phrase that ends right before a token. */
export function phraseBefore(tokens: readonly Token[], index: number, words: RoleWords): NounPhrase | null {
  const last = index - 1
  let first = last
  while (first >= 0 && last - first < LONGEST && belongs(tokens, first, words, true)) {
    const { word } = tokens[first]!
    if (words.determiners.has(word) || isCount(word, words)) break
    first--
  }
  first++
  if (first > last) return null
  let counted = first
  while (
    counted > 0 &&
    (isCount(tokens[counted - 1]!.word, words) || (counted < first && words.softeners.has(tokens[counted - 1]!.word)))
  )
    counted--
  return phrase(tokens, first, last, counted, words)
}

function belongs(tokens: readonly Token[], index: number, words: RoleWords, inside: boolean): boolean {
  const { word } = tokens[index]!
  if (word === '.') return inside && words.titles.has(tokens[index - 1]?.word ?? '') && index + 1 < tokens.length
  if (word === "'" || word === '"') return false
  if (MARK.test(word)) return false
  if (words.stops.has(word) || words.adverbs.has(word)) return false
  if (words.adjectives.has(word)) return true
  if (isCount(word, words)) return false
  if (words.determiners.has(word)) return false
  if (isVerb(word, words)) return false
  return !/^\p{L}{3,}(?:ed|ing)$/u.test(word) || isNoun(word, words)
}

function isNoun(word: string, words: RoleWords): boolean {
  return (
    words.people.has(word) ||
    words.attackers.has(word) ||
    words.bodies.has(word) ||
    words.groups.has(word) ||
    words.things.has(word) ||
    words.weapons.has(word) ||
    words.neither.has(word)
  )
}

/** A deed that is no noun too: `attack` may stand in a phrase, `attacked` may not. */
export function isVerb(word: string, words: RoleWords): boolean {
  const deed = words.harms.has(word) || words.hits.has(word) || words.puts.has(word) || words.bursts.has(word)
  return (
    (deed || words.dies.has(word)) && !words.harmNouns.has(word) && !words.hitNouns.has(word) && !isNoun(word, words)
  )
}

function isCount(word: string, words: RoleWords): boolean {
  return words.numbers.has(word) || /^\d[\d,.]*$/.test(word)
}

function leadsToCount(tokens: readonly Token[], index: number, words: RoleWords): boolean {
  for (let at = index + 1; at < Math.min(tokens.length, index + 4); at++) {
    if (isCount(tokens[at]!.word, words)) return true
    if (!words.softeners.has(tokens[at]!.word)) return false
  }
  return false
}

function phrase(
  tokens: readonly Token[],
  first: number,
  last: number,
  counted: number,
  words: RoleWords,
): NounPhrase | null {
  while (last > first && tokens[last]!.word === '.') last--
  while (first < last && words.qualities.has(tokens[first]!.word)) first++
  const { at, named } = nameIn(tokens, first, last, words)
  return {
    first: at,
    last,
    start: tokens[at]!.start,
    end: tokens[last]!.end,
    counted: tokens[at === first ? Math.min(counted, first) : at]!.start,
    class: classOf(tokens, first, last, words),
    named,
  }
}

/** `Presidential candidate Julio Arce`: the name without what its bearer is. */
function nameIn(
  tokens: readonly Token[],
  first: number,
  last: number,
  words: RoleWords,
): { readonly at: number; readonly named: boolean } {
  let known = -1
  for (let index = first; index <= last; index++) {
    const { word } = tokens[index]!
    if (
      words.people.has(word) ||
      words.titles.has(word) ||
      words.attackers.has(word) ||
      /^groups?$|^organi[sz]ations?$/.test(word)
    )
      known = index
  }
  if (known < 0 || known === last) return { at: first, named: false }
  let at = known + 1
  while (at < last && tokens[at]!.word === '.') at++
  for (let index = at; index <= last; index++) {
    if (isNoun(tokens[index]!.word, words) || words.adjectives.has(tokens[index]!.word))
      return { at: first, named: false }
  }
  return { at, named: true }
}

function classOf(tokens: readonly Token[], first: number, last: number, words: RoleWords): NounClass {
  for (let index = last; index >= first; index--) {
    const { word } = tokens[index]!
    if (words.attackers.has(word)) return 'attacker'
    if (words.weapons.has(word)) return 'weapon'
    if (words.people.has(word)) return 'people'
    if (words.bodies.has(word) || words.groups.has(word)) return 'body'
    if (words.things.has(word)) return 'thing'
    if (words.neither.has(word) || /^\d/.test(word)) return 'neither'
  }
  return 'unknown'
}

/** `Army of National Liberation`: one name. */
export function joinedPhrase(first: NounPhrase, second: NounPhrase): NounPhrase {
  return { ...first, end: second.end, last: second.last }
}

/** Part of a phrase, from one of its tokens to another, of whatever class that part is. */
export function partOf(
  tokens: readonly Token[],
  whole: NounPhrase,
  first: number,
  last: number,
  words: RoleWords,
): NounPhrase {
  const part = { start: tokens[first]!.start, end: tokens[last]!.end, first, last }
  return {
    ...whole,
    ...part,
    counted: first === whole.first ? whole.counted : part.start,
    class: classOf(tokens, first, last, words),
  }
}
