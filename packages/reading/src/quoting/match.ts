// Which frame a quotation of a sentence belongs to, and which quotations are speech at all.
import type { Document } from '../document.ts'
import type { Span } from '../span.ts'
import type { Cue } from './cues.ts'
import { subjectAfter, subjectBefore, type Phrase } from './phrases.ts'
import { isDash, type Token } from './tokens.ts'
import { isFinite, type QuotingWords } from './words.ts'

interface Part {
  readonly tokens: readonly Token[]
  readonly sentence: Span
  readonly cues: readonly Cue[]
}

/** How far before a quotation a verb such as `called` may stand. */
const NEAR = 12

/** The cue whose words the quotation at a position holds; null where the sentence has none for it. */
export function cueOf(words: QuotingWords, part: Part, at: number): Cue | null {
  return (
    rightAfter(part, at) ??
    afterQuestion(words, part, at) ??
    nearestBefore(part, at) ??
    part.cues.find((cue) => cue.verb.start > at && cue.order === 'after' && !cue.weak) ??
    withAnyVerb(words, part, at)
  )
}

/** `"…," he said` and `"…," said Smith`: nothing but a comma between. */
function rightAfter({ tokens, cues }: Part, at: number): Cue | null {
  const next = isMark(tokens[at + 1]) ? at + 2 : at + 1
  const closed = next === at + 2 || /[,?!\u2014\u2013-]/.test(tokens[at]!.ending)
  const cue = cues.find(({ frame }) => frame.start === next)
  if (!cue) return null
  // `the film that Smith called "dull," Jones praised`: the verb right before it comes first.
  if (cue.order === 'before' && cues.some(({ verb }) => verb.end === at)) return null
  return closed || (cue.order === 'after' && !cue.weak) ? cue : null
}

/** `"Go home," Smith barked`: right after a quotation that a comma closes any verb in the past may be one of speech. */
function withAnyVerb(words: QuotingWords, { tokens, sentence }: Part, at: number): Cue | null {
  if (!/[,?!]/.test(tokens[at]!.ending)) return null
  const from = at + 1
  for (let verb = from; verb < sentence.end && verb < from + 4; verb++) {
    const { word } = tokens[verb]!
    const next = tokens[verb + 1]?.word ?? '.'
    if ((/.{2}ed$/.test(word) || (verb > from && !words.is.auxiliaries.has(word))) && isFinite(words, word)) {
      const subject =
        verb > from
          ? subjectBefore(words, tokens, from, verb)
          : words.is.stopsAfter.has(next) || words.is.prepositions.has(next)
            ? null
            : subjectAfter(words, tokens, verb, sentence.end)
      if (!subject || subject === 'shared') return null
      const frame = { start: from, end: Math.max(verb + 1, subject.to) }
      return { verb: { start: verb, end: verb + 1 }, subject, frame, via: null, order: 'after', weak: true }
    }
    if (!/^\p{L}/u.test(word) || words.is.stopsAfter.has(word) || words.is.finite.has(word)) return null
  }
  return null
}

function isMark(token: Token | undefined): boolean {
  return token !== undefined && (token.word === ',' || isDash(token.word))
}

/** `"Why?" he asked.`: the full stop of the question does not part it from its frame. */
function afterQuestion(words: QuotingWords, { tokens, sentence }: Part, at: number): Cue | null {
  if (at !== sentence.end - 1 || !/[?!]/.test(tokens[at]!.ending)) return null
  const stop = Math.min(tokens.length, at + 12)
  for (let verb = at + 1; verb < stop; verb++) {
    const { word } = tokens[verb]!
    if (word === '"' || word === '.' || word === ';' || word === ':') return null
    if (!words.verbs.has(word) && !words.nearby.has(word)) continue
    const next = tokens[verb + 1]?.word ?? '.'
    const subject =
      verb === at + 1
        ? subjectAfter(words, tokens, verb, tokens.length)
        : endsHere(words, next)
          ? subjectBefore(words, tokens, at + 1, verb)
          : null
    if (!subject || subject === 'shared' || (verb > at + 1 && subject.from !== at + 1)) return null
    return {
      verb: { start: verb, end: verb + 1 },
      subject,
      frame: { start: at + 1, end: Math.max(verb + 1, subject.to) },
      via: null,
      order: 'after',
      weak: false,
    }
  }
  return null
}

function endsHere(words: QuotingWords, next: string): boolean {
  return (
    /^[.,;:"!?]$/.test(next) ||
    isDash(next) ||
    (words.is.stopsAfter.has(next) && next !== 'that') ||
    /^(?:of|to|reporters)$/.test(next)
  )
}

function nearestBefore({ cues }: Part, at: number): Cue | null {
  const before = cues.findLast(({ verb, weak }) => verb.end <= at && (!weak || at - verb.end <= NEAR))
  return before ?? null
}

/** `Smith: "…"`, `His answer was short: "…"`: who stands before a colon. */
export function introducedBy(words: QuotingWords, { tokens, sentence }: Part, at: number): Phrase | 'subject' | null {
  if (at - 1 <= sentence.start || tokens[at - 1]!.word !== ':') return null
  const lead = tokens.slice(sentence.start, at - 1)
  if (lead.some(({ word }) => words.is.finite.has(word) || /.ed$/.test(word))) return 'subject'
  if (lead.length > 8) return null
  const from = sentence.start
  const comma = lead.findIndex(({ word }) => word === ',' || word === '(' || words.is.prepositions.has(word))
  const to = comma > 0 ? from + comma : at - 1
  return { from, to, head: { start: from, end: to } }
}

/** `Smith's pledge to stay "neutral"`: whose saying it is. */
export function ownedBy(words: QuotingWords, { tokens, sentence }: Part, at: number): Phrase | null {
  for (let noun = at - 1; noun > sentence.start && at - noun < 8; noun--) {
    const { word } = tokens[noun]!
    if (word === '"' || /^[,;:]$/.test(word) || words.is.finite.has(word)) return null
    if (!words.is.sayings.has(word)) continue
    const owner = /'s?$/.test(tokens[noun - 1]!.word) ? noun - 1 : noun - 2
    if (owner < sentence.start || !/'s?$/.test(tokens[owner]!.word)) return null
    let from = owner
    while (from > sentence.start && owner - from < 3 && isNamePart(words, tokens[from - 1]!.word)) from--
    return { from, to: owner + 1, head: { start: from, end: owner + 1 } }
  }
  return null
}

function isNamePart(words: QuotingWords, word: string): boolean {
  const { is } = words
  const small = is.prepositions.has(word) || is.notNames.has(word) || is.openings.has(word) || is.conjunctions.has(word)
  return /^\p{L}/u.test(word) && !small && !is.articles.has(word) && !isFinite(words, word) && !/.ing$/.test(word)
}

/** `Smith: Plan is a 'disaster'`: who a headline says speaks, told by the story that names him or her again. */
export function headedBy(
  { folded }: Document,
  words: QuotingWords,
  { tokens, sentence }: Part,
  at: number,
): Phrase | null {
  const { start } = sentence
  const colon = tokens.findIndex(({ word }, index) => index > start && index <= start + 3 && word === ':')
  if (colon === -1 || colon >= at) return null
  const name = tokens.slice(start, colon)
  const last = name.at(-1)!
  if (name.some(({ word }) => !/^\p{L}/u.test(word) || words.is.notNames.has(word) || isFinite(words, word)))
    return null
  if (!folded.includes(last.word, tokens[at]!.end)) return null
  return { from: start, to: colon, head: { start, end: colon } }
}

/** Whether the sentence holds nothing but quotations. */
export function standsAlone({ tokens, sentence }: Part, words: QuotingWords): boolean {
  return tokens
    .slice(sentence.start, sentence.end)
    .every(
      ({ word, quotation }) => quotation !== null || !/[\p{L}\p{N}]/u.test(word) || words.is.conjunctions.has(word),
    )
}

/** `told "Good Morning," …`, `promoted his book, "The Long Road"`: who is told and what is spoken of, not what is said. */
export function isHearer(document: Document, words: QuotingWords, { tokens, sentence }: Part, at: number): boolean {
  const before = at > sentence.start ? tokens[at - 1]!.word : ''
  const noun = before === ',' && at - 1 > sentence.start ? tokens[at - 2]!.word : before
  const told = /^t(?:old|ells?|elling)$/.test(before)
  const shown = before === 'on' || before.endsWith("'s")
  if (!told && !shown && !words.is.works.has(noun)) return false
  const { start, end } = tokens[at]!.quotation!
  const said = document.text.slice(start, end)
  return said.includes(' ') && !/[.!?]$/.test(said) && isTitle(said)
}

/** Titles of works, nicknames and words in doubt stand between marks too and are nobody's speech. */
export function isSpeech(document: Document, words: QuotingWords, part: Part, at: number): boolean {
  const { tokens, sentence } = part
  const { start, end } = tokens[at]!.quotation!
  const said = document.text.slice(start, end)
  const count = said.split(/\s+/).filter(Boolean).length
  const before = at > sentence.start ? tokens[at - 1]!.word : ''
  if (words.is.works.has(before) || words.is.works.has(tokens[at - 2]?.word ?? '')) return false
  if (standsAlone(part, words)) return count > 1 || /[.!?]$/.test(said.trim())
  const sentenceLike = /[.!?,][\s'\u2019]*$/.test(said)
  return count >= (sentenceLike ? 3 : 4) && !isTitle(said)
}

function isTitle(said: string): boolean {
  if (/[!?]$/.test(said)) return false
  const long = said.split(/\s+/).filter((word) => word.length > 3 && !/^(?:with|from|into|over)$/.test(word))
  return long.length > 0 && said !== said.toUpperCase() && long.every((word) => /^[^\p{Ll}]/u.test(word))
}
