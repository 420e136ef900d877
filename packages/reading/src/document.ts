// One document on its way through the reader: its text as given, its folded form, and the language's lexicon made ready.
import { fold } from './fold.ts'
import type { Lexicon, PreparedRule } from './lexicon/prepared.ts'
import type { Language } from './lexicon/language.ts'
import { expressionAt, isWordLike, type Beginnings, type TextBeginnings } from './phrase-index.ts'
import { readyFor, searchingFor } from './pattern.ts'
import type { Span } from './span.ts'

export interface Document {
  readonly text: string
  /** `text` in one case, offsets unchanged; every rule reads this. */
  readonly folded: string
  readonly lexicon: Lexicon
  /** Where the phrases of the lexicon could begin. */
  readonly beginnings: TextBeginnings
}

export function openDocument(text: string, lexicon: Lexicon): Document {
  const folded = fold(text)
  let known: TextBeginnings | null = null
  return {
    text,
    folded,
    lexicon,
    get beginnings() {
      return (known ??= lexicon.index.beginnings(folded))
    },
  }
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
export function matches(document: Document, expression: RegExp, span: Span, limit = Infinity): Span[] {
  const { start, end } = span
  const begins = beginningsIn(document, expression, start)
  if (begins === null) return matchesEverywhere(document, expression, span, limit)
  const { at, needs } = begins
  const spans: Span[] = []
  let next = firstFrom(at, start)
  if (next === at.length || at[next]! >= end) return spans
  const said = document.folded.slice(start, end)
  for (let reached = start; next < at.length && at[next]! < end && spans.length < limit; next++) {
    const begin = at[next]!
    if (begin < reached || !isFollowed(document, needs[next]!, begin, end)) continue
    const here = expressionAt(expression, said, begin - start)
    if (here === null) continue
    readyFor(said, here).lastIndex = begin - start
    const found = here.test(said)
    reached = found ? start + here.lastIndex : begin + 1
    if (found) spans.push({ start: begin, end: reached })
  }
  return spans
}

/** Whether one of the words that a phrase needs behind its gap stands in the span. */
function isFollowed({ beginnings }: Document, list: number, begin: number, end: number): boolean {
  if (list === -1) return true
  const needed = beginnings.list(list)
  const next = firstFrom(needed, begin + 1)
  return next < needed.length && needed[next]! < end
}

export function hasMatch(document: Document, expression: RegExp, span: Span): boolean {
  if (beginningsIn(document, expression, span.start) !== null) return matches(document, expression, span, 1).length > 0
  const searching = searchingFor(expression)
  const said = document.folded.slice(span.start, span.end)
  if (searching.global) readyFor(said, searching).lastIndex = 0
  return searching.test(said)
}

/** Where rules of one list could begin, in the order of the text. */
type Chances = ReturnType<TextBeginnings['ofAny']>

const chances = new WeakMap<Document, Map<readonly unknown[], Chances>>()

function chancesOf<T>(document: Document, rules: readonly PreparedRule<T>[]): Chances {
  const lists = once(chances, document, () => new Map<readonly unknown[], Chances>())
  let known = lists.get(rules)
  if (known === undefined) {
    known = document.beginnings.ofAny(rules.map(({ pattern }) => pattern))
    lists.set(rules, known)
  }
  return known
}

/** The rules of a list that could match inside a span, in the list's order: few of them, so that the others cost nothing there. */
export function likely<T>(
  document: Document,
  rules: readonly PreparedRule<T>[],
  { start, end }: Span,
): readonly PreparedRule<T>[] {
  if (cutsWord(document.folded, start)) return rules
  const { at, which, needs, anywhere } = chancesOf(document, rules)
  const found = [...anywhere]
  for (let next = firstFrom(at, start); next < at.length && at[next]! < end; next++) {
    const one = which[next]!
    if (!found.includes(one) && isFollowed(document, needs[next]!, at[next]!, end)) found.push(one)
  }
  return found.toSorted((a, b) => a - b).map((one) => rules[one]!)
}

function matchesEverywhere({ folded }: Document, sought: RegExp, { start, end }: Span, limit: number): Span[] {
  const expression = searchingFor(sought)
  const said = folded.slice(start, end)
  const spans: Span[] = []
  // Not `matchAll`, which compiles a copy of the expression at every call: with lexicons that is most of the time.
  readyFor(said, expression).lastIndex = 0
  for (let found = expression.exec(said); found && spans.length < limit; found = expression.exec(said)) {
    if (found[0] === '') expression.lastIndex++
    else spans.push({ start: start + found.index, end: start + found.index + found[0].length })
  }
  return spans
}

/** Where the expression could begin; null where it must be tried everywhere, as inside a word that a span cuts. */
function beginningsIn({ folded, beginnings }: Document, expression: RegExp, start: number): Beginnings | null {
  const own = beginnings.of(expression)
  return own === null || cutsWord(folded, start) ? null : own
}

function cutsWord(folded: string, at: number): boolean {
  return at > 0 && at < folded.length && isWordLike(folded, at) && isWordLike(folded, at - 1)
}

function firstFrom(begins: readonly number[], start: number): number {
  let low = 0
  let high = begins.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (begins[middle]! < start) low = middle + 1
    else high = middle
  }
  return low
}
