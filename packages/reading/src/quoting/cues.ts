// The verbs of a sentence by which somebody says something, and who that is.
import type { Span } from '../span.ts'
import { mainSubject, subjectAfter, subjectBefore, type Phrase } from './phrases.ts'
import { isDash, type Token } from './tokens.ts'
import { isFinite, type QuotingWords } from './words.ts'

export interface Cue {
  /** Positions of tokens. */
  readonly verb: Span
  readonly subject: Phrase
  /** Where the whole frame begins and ends. */
  readonly frame: Span
  /** Who carries the words of the subject: `was quoted by the agency as saying`. */
  readonly via: Phrase | null
  /** Whether what is said stands before the verb or after it. */
  readonly order: 'before' | 'after'
  /** Speech only where a quotation stands close by. */
  readonly weak: boolean
}

const NOUN_BEFORE: ReadonlySet<string> = new Set(
  'a an the its his her their my our your no any such these those every each of for in by with from as own'.split(' '),
)
/** Verbs that open a sentence with their speaker behind them: `Said Smith, "…"`. */
const INVERTS: ReadonlySet<string> = new Set(['said', 'says', 'added', 'adds', 'wrote', 'writes'])
const QUOTES: ReadonlySet<string> = new Set(['quoted', 'cited', 'quotes', 'quoting'])
const BREAK = /^[,;:]$/
const PERSONAL: ReadonlySet<string> = new Set(['i', 'you', 'we', 'they', 'who', 'people', 'many', 'some', 'others'])

/** The cues of a sentence, in order. */
export function cuesOf(words: QuotingWords, tokens: readonly Token[], sentence: Span): Cue[] {
  const cues: Cue[] = []
  for (let at = sentence.start; at < sentence.end; at++) {
    const cue = accordingTo(words, tokens, sentence, at) ?? quotedAs(words, tokens, sentence, at)
    if (cue) {
      cues.push(cue)
      continue
    }
    const { word } = tokens[at]!
    const form = words.verbs.get(word) ?? words.nearby.get(word)
    if (form === undefined || isNoun(words, tokens, sentence, at, form) || isPassive(words, tokens, sentence, at, form))
      continue
    const found = cueAt(words, tokens, sentence, at, form === 'participle', cues)
    if (found) cues.push({ ...found, weak: !words.verbs.has(word) })
  }
  return cues
}

function cueAt(
  words: QuotingWords,
  tokens: readonly Token[],
  sentence: Span,
  at: number,
  participle: boolean,
  earlier: readonly Cue[],
): Cue | null {
  const verb = { start: at, end: at + 1 }
  const progressive = participle && words.is.passive.has(tokens[at - 1]?.word ?? '')
  const beside = participle && !progressive ? accompanying(words, tokens, sentence.start, at) : null
  const sender =
    participle && !progressive && tokens[at - 1]?.word !== ','
      ? actorBefore(words, tokens, sentence.start, at, earlier)
      : null
  const own =
    beside ?? sender ?? (participle && !progressive ? 'shared' : subjectBefore(words, tokens, sentence.start, at))
  const named = own !== null && own !== 'shared'
  const inverted =
    participle || (named && tokens[at - 1]?.word !== '"') || !opensFrame(words, tokens, sentence, at)
      ? null
      : subjectAfter(words, tokens, at, sentence.end)
  if (inverted) {
    const order = at === sentence.start ? 'before' : 'after'
    return { verb, subject: inverted, frame: { start: at, end: inverted.to }, via: null, order, weak: false }
  }
  const subject = own === 'shared' ? (earlier.at(-1)?.subject ?? mainSubject(words, tokens, sentence)) : own
  if (!subject) return null
  const shared = own === 'shared'
  const start = shared ? at : subject.from
  const order =
    !shared && endsFrame(words, tokens, sentence, at) && followsWords(tokens, sentence, start) ? 'after' : 'before'
  return { verb, subject, frame: { start, end: at + 1 }, via: null, order, weak: false }
}

/** `Smith sent a letter to staff saying …`: the subject of the verb that the participle follows. */
function actorBefore(
  words: QuotingWords,
  tokens: readonly Token[],
  start: number,
  at: number,
  earlier: readonly Cue[],
): Phrase | null {
  const since = Math.max(start, earlier.at(-1)?.verb.end ?? start)
  for (let verb = at - 1; verb >= since; verb--) {
    if (tokens[verb]!.quotation || BREAK.test(tokens[verb]!.word)) return null
    if (!isFinite(words, tokens[verb]!.word)) continue
    const subject = subjectBefore(words, tokens, start, verb)
    if (subject === null || subject === 'shared') return null
    if (!words.is.openings.has(tokens[subject.from - 1]?.word ?? '')) return subject
  }
  return null
}

/** `…, with Senator Smith calling it a mistake`. */
function accompanying(words: QuotingWords, tokens: readonly Token[], start: number, at: number): Phrase | null {
  for (let from = at - 1; from > start && at - from < 12; from--) {
    const { word } = tokens[from]!
    if (word === ',' || word === '"' || word === ':' || isDash(word) || isFinite(words, word)) return null
    if (word !== 'with' || from + 1 === at) continue
    const before = tokens[from - 1]!.word
    const phrase = { from: from + 1, to: at }
    return before === ',' || isDash(before) || words.is.conjunctions.has(before)
      ? { ...phrase, head: { start: phrase.from, end: phrase.to } }
      : null
  }
  return null
}

/** A verb right after a quotation, or a plain one after a comma, may stand before its subject. */
function opensFrame(words: QuotingWords, tokens: readonly Token[], { start }: Span, at: number): boolean {
  const before = tokens[at - 1]?.word
  if (at === start) return before === '"' || INVERTS.has(tokens[at]!.word)
  if (before === '"') return true
  return (before === ',' || isDash(before!)) && at - 1 > start && words.verbs.has(tokens[at]!.word)
}

/** `…, Smith said.`: after the verb the sentence, the clause or only a circumstance ends. */
function endsFrame(words: QuotingWords, tokens: readonly Token[], { end }: Span, at: number): boolean {
  const next = tokens[at + 1]?.word
  if (at + 1 >= end || next === undefined) return true
  return /^[.,;"!?\u2014]$/.test(next) || isDash(next) || (words.is.stopsAfter.has(next) && next !== 'that')
}

function followsWords(tokens: readonly Token[], sentence: Span, start: number): boolean {
  const before = tokens[start - 1]?.word
  return start > sentence.start && before !== undefined && (before === ',' || before === '"' || isDash(before))
}

/** "The report", "its claims", "a post": the same letters as a verb. */
function isNoun(words: QuotingWords, tokens: readonly Token[], { start }: Span, at: number, form: string): boolean {
  const { word } = tokens[at]!
  const before = at > start ? tokens[at - 1]!.word : ''
  if (word === 'states' && /^(?:united|member|gulf|arab)$/.test(before)) return true
  if (form === 'participle') return before === 'the' || before === 'a'
  if (/^(?:a|an|the)$/.test(before)) return true
  if (form === 'past') return false
  if (NOUN_BEFORE.has(before) || /'s?$/.test(before)) return true
  if (form === 'third') return isCalled(words, tokens, start, at)
  // A bare verb needs a plural subject or a helping verb, which nouns do not have before them.
  return !(
    before === 'to' ||
    words.is.auxiliaries.has(before) ||
    PERSONAL.has(before) ||
    words.is.people.has(before) ||
    /[^s]s$/.test(before)
  )
}

/** "Cost estimates, he said, were high": a plural noun with its own verb or a comma behind it. */
function isCalled(words: QuotingWords, tokens: readonly Token[], start: number, at: number): boolean {
  const next = tokens[at + 1]?.word ?? '.'
  if (isFinite(words, tokens[at]!.word) || !(next === ',' || next === 'of' || isFinite(words, next))) return false
  return !tokens
    .slice(Math.max(start, at - 4), at)
    .some(({ word }) => word === '"' || word === ',' || words.pronouns.has(word))
}

/** `was told`, `were asked`: done to the subject. */
function isPassive(words: QuotingWords, tokens: readonly Token[], { start }: Span, at: number, form: string): boolean {
  if (form !== 'past') return false
  const next = tokens[at + 1]?.word
  if (next === 'by' || (next === 'of' && tokens[at]!.word === 'accused')) return true
  for (let before = at - 1; before >= start && at - before < 4; before--) {
    const { word } = tokens[before]!
    if (words.is.passive.has(word)) return true
    if (!words.is.auxiliaries.has(word)) return false
  }
  return false
}

/** `according to X`, `in the words of X`. */
function accordingTo(words: QuotingWords, tokens: readonly Token[], sentence: Span, at: number): Cue | null {
  const to = tokens[at]!.word === 'according' && tokens[at + 1]?.word === 'to' ? at + 2 : null
  const of =
    tokens[at]!.word === 'words' && tokens[at + 1]?.word === 'of' && tokens[at - 2]?.word === 'in' ? at + 2 : null
  const begin = to ?? of
  if (begin === null || begin >= sentence.end) return null
  const subject = subjectAfter(words, tokens, begin - 1, sentence.end)
  if (!subject) return null
  const start = of === null ? at : at - 2
  return {
    verb: { start, end: begin },
    subject,
    frame: { start, end: subject.to },
    via: null,
    order: start - sentence.start > 2 ? 'after' : 'before',
    weak: false,
  }
}

/** `X was quoted by Y as saying`, `Y quoted X as saying`. */
function quotedAs(words: QuotingWords, tokens: readonly Token[], sentence: Span, at: number): Cue | null {
  if (!QUOTES.has(tokens[at]!.word)) return null
  const as = tokens.findIndex(({ word }, index) => index > at && index < at + 14 && word === 'as')
  if (as === -1 || as >= sentence.end) return null
  const passive = words.is.passive.has(tokens[at - 1]?.word ?? '')
  const before = subjectBefore(words, tokens, sentence.start, at)
  const outer = before === 'shared' ? null : before
  const by = tokens[at + 1]?.word === 'by' ? namePhrase(tokens, at + 2, as) : null
  const object = passive ? null : namePhrase(tokens, at + 1, as)
  const subject = passive ? outer : object
  if (!subject) return null
  const saying = tokens[as + 1]?.word === 'saying' || tokens[as + 1]?.word === 'telling' ? as + 2 : as + 1
  return {
    verb: { start: at, end: saying },
    subject,
    frame: { start: Math.min(outer?.from ?? at, at), end: saying },
    via: passive ? by : outer,
    order: 'before',
    weak: false,
  }
}

function namePhrase(_tokens: readonly Token[], from: number, to: number): Phrase | null {
  return to > from ? { from, to, head: { start: from, end: to } } : null
}
