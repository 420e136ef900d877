// Which frame a quotation of a sentence belongs to, and which quotations are speech at all.
import type { Document } from '../document.ts'
import type { Span } from '../span.ts'
import type { Cue } from './cues.ts'
import { subjectAfter, subjectBefore, type Phrase } from './phrases.ts'
import { isDash, type Token } from './tokens.ts'
import type { QuotingWords } from './words.ts'

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
    null
  )
}

/** `"…," he said` and `"…," said Smith`: nothing but a comma between. */
function rightAfter({ tokens, cues }: Part, at: number): Cue | null {
  const next = isMark(tokens[at + 1]) ? at + 2 : at + 1
  const closed = next === at + 2 || /[,?!\u2014\u2013-]/.test(tokens[at]!.ending)
  const cue = cues.find(({ frame }) => frame.start === next)
  if (!cue) return null
  return closed || (cue.order === 'after' && !cue.weak) ? cue : null
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
    next === 'reporters'
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

/** Whether the sentence holds nothing but quotations. */
export function standsAlone({ tokens, sentence }: Part, words: QuotingWords): boolean {
  return tokens
    .slice(sentence.start, sentence.end)
    .every(
      ({ word, quotation }) => quotation !== null || !/[\p{L}\p{N}]/u.test(word) || words.is.conjunctions.has(word),
    )
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
  const long = said.split(/\s+/).filter((word) => word.length > 3)
  return long.length > 0 && said !== said.toUpperCase() && long.every((word) => /^[^\p{Ll}]/u.test(word))
}
