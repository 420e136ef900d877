// Which words before or after a verb name its subject, told by marks and small words, never by capitals alone.
import type { Span } from '../span.ts'
import { isDash, type Token } from './tokens.ts'
import { isFinite, type QuotingWords } from './words.ts'

/** Positions of tokens, half-open. */
export interface Phrase {
  readonly from: number
  readonly to: number
  /** The name or description itself, without what is set beside it. */
  readonly head: Span
}

const LONGEST_HEAD = 16
const LONGEST_PHRASE = 45
const BREAKS: ReadonlySet<string> = new Set(['"', ';', ':', '[', ']', '?', '!', '.'])

/** `shared` where the verb goes on with the subject of the verb before it. */
export function subjectBefore(
  words: QuotingWords,
  tokens: readonly Token[],
  from: number,
  verb: number,
): Phrase | 'shared' | null {
  let last = verb - 1
  while (last >= from && isBeside(words, word(last))) last--
  if (last < from) return null
  if (word(last) === 'to') return beforeInfinitive(words, tokens, from, last)
  const set = word(last) === ',' || isDash(word(last))
  const begin = clauseStart(words, tokens, from, last, set)
  const pieces = piecesOf(tokens, begin, set ? last : last + 1)
  if (pieces.length === 0) return words.is.conjunctions.has(word(last)) ? 'shared' : null
  const phrase = set ? setBeside(words, tokens, pieces) : lastPiece(words, tokens, pieces)
  if (phrase === null || phrase === 'shared') return phrase
  return phrase.to - phrase.from > LONGEST_PHRASE || phrase.head.end - phrase.head.start > LONGEST_HEAD ? null : phrase

  function word(at: number): string {
    return tokens[at]!.word
  }
}

const ADVERB = /^.{3,}(?:al|ous|ent|ant|ful|ive|ar|ed|ing|less|ick|ate|ite|ete|ure|ere|oud|ri|pi|si)ly$/

/** Words between a subject and its verb. */
function isBeside(words: QuotingWords, word: string): boolean {
  return (
    (words.is.auxiliaries.has(word) && !words.pronouns.has(word)) ||
    (word.length > 7 && word.endsWith('ly') && ADVERB.test(word))
  )
}

/** `went on to say`, `declined to call it`: the subject of the verb before. */
function beforeInfinitive(
  words: QuotingWords,
  tokens: readonly Token[],
  from: number,
  to: number,
): Phrase | 'shared' | null {
  for (let at = to - 1; at >= from && to - at < 12; at--) {
    const { word } = tokens[at]!
    if (BREAKS.has(word) || word === ',') return null
    if (isFinite(words, word)) return subjectBefore(words, tokens, from, at)
  }
  return null
}

/** Where the clause of the verb opens. What commas set off, as in `Smith, when asked, said`, is passed over. */
function clauseStart(words: QuotingWords, tokens: readonly Token[], from: number, last: number, set: boolean): number {
  for (let at = last; at >= from; at--) {
    const { word } = tokens[at]!
    if (word === ')') while (at > from && tokens[at]!.word !== '(') at--
    else if (word === '(' || BREAKS.has(word)) return at + 1
    else if (words.is.openings.has(word)) {
      const aside = set && at > from && (tokens[at - 1]!.word === ',' || isDash(tokens[at - 1]!.word))
      // "The head of the union that represents the drivers said".
      const relative =
        (word === 'that' || word === 'which') && at > from && beginsPredicate(words, tokens[at + 1]!.word)
      if (!aside && !(relative && at + 1 < last)) return at + 1
    }
  }
  return from
}

function beginsPredicate(words: QuotingWords, word: string): boolean {
  return (
    isFinite(words, word) ||
    (/^\p{L}{3,}[^s]s$/u.test(word) && !words.is.people.has(word) && !words.is.articles.has(word))
  )
}

/** The pieces between commas and dashes. */
function piecesOf(tokens: readonly Token[], from: number, to: number): Span[] {
  const pieces: Span[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    if (at < to && tokens[at]!.word !== ',' && !isDash(tokens[at]!.word)) continue
    if (at > start) pieces.push({ start, end: at })
    start = at + 1
  }
  return pieces
}

/** No comma before the verb: the last piece is the subject, unless it is a clause about the piece before. */
function lastPiece(words: QuotingWords, tokens: readonly Token[], pieces: readonly Span[]): Phrase | 'shared' | null {
  const piece = pieces.at(-1)!
  const head = plainHead(words, tokens, piece)
  if (head === null) return null
  if (head.end <= head.start) return 'shared'
  // "Smith, 13, of Lyons sold water".
  if (pieces.length > 1 && tokens[head.start]!.word === 'of') return setBeside(words, tokens, pieces)
  if (words.pronouns.get(tokens[head.start]!.word) === 'relative') {
    const before = pieces.at(-2)
    if (head.end - head.start > 1 || !before) return null
    const owner = plainHead(words, tokens, before)
    return owner && owner.end > owner.start ? { from: owner.start, to: owner.end, head: owner } : null
  }
  return { from: head.start, to: head.end, head }
}

/** A comma before the verb: `Smith, a lawyer, said`, `the spokesman, John Smith, said`, `Smith, in Geneva, said`. */
function setBeside(words: QuotingWords, tokens: readonly Token[], pieces: readonly Span[]): Phrase | 'shared' | null {
  let at = pieces.length - 1
  // "Smith, secretary for trade, tourism, and fisheries, said": a list ends the description.
  if (at > 1 && words.is.conjunctions.has(tokens[pieces[at]!.start]!.word)) {
    const described = pieces.findLastIndex((piece, index) => index > 0 && index < at && goesOn(words, tokens, piece))
    if (described !== -1 && isNameLike(words, tokens, pieces[described - 1]!)) at = described
  }
  while (at > 0 && isAside(words, tokens, pieces[at]!)) at--
  if (at > 0 && isWithin(words, tokens, pieces[at]!, pieces[at - 1]!)) at--
  while (at > 0 && isAside(words, tokens, pieces[at]!)) at--
  while (at > 0 && goesOn(words, tokens, pieces[at]!) && !isAside(words, tokens, pieces[at - 1]!)) at--
  if (at > 0 && isNameLike(words, tokens, pieces[at - 1]!) && !isAside(words, tokens, pieces[at - 1]!)) at--
  const head = plainHead(words, tokens, pieces[at]!)
  if (head === null) return null
  if (head.end <= head.start) return 'shared'
  const name = pieces[at + 1]
  const described = words.is.articles.has(tokens[head.start]!.word) || isOwned(words, tokens, head)
  // "The spokesman, John Smith, said": the name stands second.
  if (described && name && isNameLike(words, tokens, name))
    return { from: head.start, to: pieces.at(-1)!.end, head: name }
  return { from: head.start, to: pieces.at(-1)!.end, head }
}

/** "Mr. Smith's lawyer": a calling behind its owner. */
function isOwned(words: QuotingWords, tokens: readonly Token[], { start, end }: Span): boolean {
  const calling = words.is.titles.has(tokens[end - 1]!.word)
  return tokens.slice(start, calling ? end - 1 : start + 1).some(({ word }) => /'s?$/.test(word))
}

/** `in Aurora, Colorado`: the land after the town. */
function isWithin(words: QuotingWords, tokens: readonly Token[], piece: Span, before: Span): boolean {
  if (piece.end - piece.start > 3 || !isNameLike(words, tokens, piece)) return false
  const near = tokens.slice(Math.max(before.start, before.end - 4), before.end - 1)
  return near.some(({ word }) => /^(?:in|at|of|from|near|outside)$/.test(word))
}

function isAside(words: QuotingWords, tokens: readonly Token[], { start }: Span): boolean {
  const first = tokens[start]!.word
  return words.is.prepositions.has(first) || words.is.openings.has(first) || (/.ing$/.test(first) && first !== 'king')
}

/** Whether a piece describes the one before it. */
function goesOn(words: QuotingWords, tokens: readonly Token[], { start, end }: Span): boolean {
  const first = tokens[start]!.word
  const relative = words.pronouns.get(first) === 'relative' || first === 'which' || first === 'whose'
  if (
    !relative &&
    lastVerb(words, tokens, { start, end }) !== -1 &&
    !tokens.slice(start, end).some(({ word }) => RELATIVE.test(word))
  )
    return false
  if (words.is.articles.has(first) || words.pronouns.get(first) === 'relative' || /^\d/.test(first)) return true
  if (first === 'of' || first === 'jr.' || first === 'sr.' || first === 'jr' || first === 'which' || first === 'whose')
    return true
  return end - start > 1
    ? tokens.slice(start, end).some(({ word }) => words.is.titles.has(word) || word === 'of')
    : words.is.titles.has(first) || words.is.organisations.has(first)
}

const RELATIVE = /^(?:who|which|whose|that|whom)$/

function isNameLike(words: QuotingWords, tokens: readonly Token[], { start, end }: Span): boolean {
  if (end - start > 5) return false
  const piece = tokens.slice(start, end)
  return !piece.some(
    ({ word }) =>
      words.is.articles.has(word) ||
      words.is.prepositions.has(word) ||
      words.pronouns.has(word) ||
      word === 'of' ||
      isFinite(words, word),
  )
}

/** A piece without the conjunctions and the times that lead it; null where it has a verb of its own. */
function plainHead(words: QuotingWords, tokens: readonly Token[], piece: Span): Span | null {
  let { start } = piece
  let { end } = piece
  const relative = tokens.findIndex(({ word }, at) => at > start && at < end && RELATIVE.test(word))
  if (relative !== -1) end = relative
  const verb = lastVerb(words, tokens, { start, end })
  if (verb !== -1) {
    // "He left the room and Smith said": the clause after the conjunction.
    const and = tokens.findIndex(({ word }, at) => at > verb && at < end && words.is.conjunctions.has(word))
    if (and === -1) return null
    start = and
  }
  while (start < end && words.is.conjunctions.has(tokens[start]!.word)) start++
  start = afterTimes(words, tokens, start, end)
  if (start < end && words.is.prepositions.has(tokens[start]!.word) && tokens[start]!.word !== 'some') {
    const only = tokens[end - 1]!.word
    return words.pronouns.has(only) ? { start: end - 1, end } : null
  }
  // "He also hosts a show, writes a column": what is after the pronoun is no part of the name.
  if (end - start > 1 && isSubjectPronoun(words, tokens, start, end)) end = start + 1
  return isGerund(words, tokens, start, end) ? null : { start, end }
}

function isSubjectPronoun(words: QuotingWords, tokens: readonly Token[], start: number, end: number): boolean {
  const { word } = tokens[start]!
  return words.pronouns.has(word) && words.pronouns.get(word) !== 'relative' && !hasAnd(tokens, start, end)
}

function hasAnd(tokens: readonly Token[], start: number, end: number): boolean {
  return tokens.slice(start, end).some(({ word }) => word === 'and' || word === 'or')
}

/** "Bantering with his notes": a doing is nobody. */
function isGerund(words: QuotingWords, tokens: readonly Token[], start: number, end: number): boolean {
  return (
    end - start > 1 &&
    /.{3}ing$/.test(tokens[start]!.word) &&
    (words.is.prepositions.has(tokens[start + 1]!.word) || words.is.articles.has(tokens[start + 1]!.word))
  )
}

function lastVerb(words: QuotingWords, tokens: readonly Token[], { start, end }: Span): number {
  for (let at = end - 1; at >= start; at--) {
    const { word } = tokens[at]!
    // "A fired employee", "the alleged victim".
    const before = tokens[at - 1]?.word ?? '.'
    // So is "Famed" at the head of a sentence, though not "Smith left, walked out".
    const leads = at === start && (before === '.' || before === '"')
    const adjective = word.endsWith('ed') && (leads || (at > start && words.is.articles.has(before)))
    if (isFinite(words, word) && !adjective) return at
  }
  return -1
}

const DAY =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:19|20)\d\d$|^(?:week|month|year|night|morning|evening|afternoon)$/

/** "On Monday Smith said", "Earlier this week the group said". */
function afterTimes(_words: QuotingWords, tokens: readonly Token[], start: number, end: number): number {
  for (let at = start; at < end - 1 && at < start + 5; at++) {
    const { word } = tokens[at]!
    if (DAY.test(word) && at > start) return at + 1
    if (!/^(?:on|in|late|early|earlier|last|this|the|next|a|few|later|that|same)$/.test(word)) break
  }
  return start
}

/** `said John Smith, a lawyer for the town`. */
export function subjectAfter(words: QuotingWords, tokens: readonly Token[], verb: number, to: number): Phrase | null {
  let at = verb + 1
  while (at < to && words.is.auxiliaries.has(tokens[at]!.word)) at++
  const from = at
  while (at < to && !endsName(words, tokens, at, from)) at++
  if (at === from || at - from > LONGEST_HEAD) return null
  const head = { start: from, end: at }
  if (isFinite(words, tokens[at - 1]!.word) || tokens.slice(from, at).some(({ word }) => isVerb(words, word)))
    return null
  let end = at
  while (end < to && tokens[end]!.word === ',') {
    const next = nextMark(tokens, end + 1, to)
    const piece = { start: end + 1, end: next }
    if (next <= end + 1 || !goesOn(words, tokens, piece) || next - end > LONGEST_PHRASE) break
    end = next
  }
  const name = namedNext(words, tokens, head, to)
  return name ? { from, to: Math.max(end, name.end), head: name } : { from, to: end, head }
}

function isVerb(words: QuotingWords, word: string): boolean {
  return words.is.finite.has(word)
}

/** `said the town's treasurer, Laura Hale`: the name stands behind the calling. */
function namedNext(words: QuotingWords, tokens: readonly Token[], head: Span, to: number): Span | null {
  const first = tokens[head.start]!.word
  if (tokens[head.end]?.word !== ',' || !(words.is.articles.has(first) || isOwned(words, tokens, head))) return null
  const piece = { start: head.end + 1, end: nextMark(tokens, head.end + 1, to) }
  const all = tokens.slice(piece.start, piece.end)
  if (all.length === 0 || all.some(({ word }) => words.is.notNames.has(word) || /^\d/.test(word))) return null
  if (!words.is.titles.has(tokens[head.end - 1]!.word) || /.{2}ing$/.test(all[0]!.word)) return null
  return isNameLike(words, tokens, piece) ? piece : null
}

function endsName(words: QuotingWords, tokens: readonly Token[], at: number, from: number): boolean {
  const { word } = tokens[at]!
  if (word === '(' || word === ',' || word === ')' || BREAKS.has(word) || isDash(word)) return true
  if (!words.is.stopsAfter.has(word) || (at === from && (word === 'one' || word === 'another'))) return false
  // "An official at a bank in Tokyo": one without a name is told by where he or she belongs.
  const described = words.is.articles.has(tokens[from]!.word) && tokens[at - 1] !== undefined && at > from + 1
  const next = tokens[at + 1]?.word ?? ''
  return !(described && /^(?:at|in|from|with|near)$/.test(word) && !OCCASION.test(next) && !/^\d/.test(next))
}

const OCCASION =
  /^(?:an|his|her|their|its|response|remarks|reply|testimony|statement|interview|interviews|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/

function nextMark(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const { word } = tokens[at]!
    if (word === ',' || BREAKS.has(word) || isDash(word)) return at
  }
  return to
}

function follows(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.word === ','
}

/** The subject of the sentence: that of its first verb that has one. */
export function mainSubject(words: QuotingWords, tokens: readonly Token[], { start, end }: Span): Phrase | null {
  let tried = 0
  let aside: Phrase | null = null
  for (let at = start + 1; at < end && tried < 4; at++) {
    if (!isFinite(words, tokens[at]!.word)) continue
    tried++
    const subject = subjectBefore(words, tokens, start, at)
    if (subject === null || subject === 'shared' || tokens[subject.head.start]!.word === 'there') continue
    // "Before Smith took the stage, his campaign wrote": the clause in front waits.
    if (subject.from === start || !words.is.openings.has(tokens[subject.from - 1]!.word))
      return aside && !follows(tokens, subject.from) ? aside : subject
    aside ??= subject
  }
  return aside
}
