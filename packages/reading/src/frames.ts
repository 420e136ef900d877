// Reporting frames of a sentence: which words say that somebody says, who that is, and which words they say.
import { hasMatch, matches, once, words, type Document } from './document.ts'
import type { SpeechMood, SpeechVerb } from './lexicon/language.ts'
import { mentionsIn } from './mentions.ts'
import { trimmed, within, type Span } from './span.ts'

export interface Frame {
  readonly verb: Span
  readonly mood: SpeechMood
  /** Who says it; null where the words do not repeat the subject of the frame before. */
  readonly subject: Span | null
  readonly hearer: Span | null
  /** All the words of the frame that are not what is said. */
  readonly head: Span
  /** What is said. */
  readonly content: Span
  readonly order: 'before' | 'after'
  /** An attitude holds only where nobody else speaks. */
  readonly attitude: boolean
  /** Its subject is that of the frame before it in the sentence. */
  readonly shares: boolean
}

const LOOSE = /[\s,;:"'-]/
const AUXILIARY =
  /(?:^|\s)(?:also|has|have|had|later|then|again|once again|once|earlier|repeatedly|did|does|do|further|separately|meanwhile|however|thus|now|still|already|publicly|previously|recently|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|both|will|would|could|couldn't|can|can't|cannot|must|should|may|might|not|never|didn't|hasn't|haven't|wouldn't|won't|be able|unable|to|was quoted as|were quoted as|is|was|were|are)$/
const FINITE =
  /(?<![\p{L}'])(?:was|were|is|are|has|have|had|will|would|could|can|must|should|may|might|said|says|did|does|\p{L}{3,}ed)(?![\p{L}])/u
const BOUNDARY =
  /(?:[;:"]|(?<![\p{L}])(?:that|but|while|because|although|though|whereas|as|when|after|which|where|whether)(?![\p{L}]))/gu
const ADVERBIALS =
  /^(?:[\s,]*(?:(?:late |early |later )?on (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:evening|night|morning|afternoon))?(?:,? \d{1,2} \p{L}+(?: \d{4})?)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: evening| night)?|yesterday|today|earlier|later|separately|(?:in|during|at|on|through|via|after|from) (?:a|an|the|his|her|its|their|remarks|comments|televised)\s?(?:\p{L}+[\s-]){0,4}?(?:statement|interview|briefing|call|conference|note|notice|bulletin|letter|speech|remarks|comments|report|tweet|message|conversation|meeting|week|review|air|television|phone|telephone)(?: (?:carried|quoted|cited|published|reported|broadcast|on|with|after|at|in|of|to)\s(?:[^,.;"]{1,60}))?|in (?:remarks|comments)(?: [^,.;"]{1,60})?|by (?:tele)?phone|to (?:reporters|journalists|the press)|again|too|as well|here))+/u
const HEARER_END = /\b(?:that|of|to)\b/

/** The frames of a sentence, in the order of their verbs. */
export function framesOf(document: Document, sentence: Span): Frame[] {
  const frames: Frame[] = []
  for (const frame of accordingTo(document, sentence)) frames.push(frame)
  for (const { verb, at } of verbsOf(document, sentence)) {
    const frame = frameAt(document, sentence, verb, at, frames)
    if (frame) frames.push(frame)
  }
  // A wish inside what somebody says is part of what is said.
  const heard = frames.filter(
    (frame) => !frame.attitude || !frames.some((other) => !other.attitude && within(frame.verb, other.content)),
  )
  return colonFrames(document, sentence, heard).toSorted((a, b) => a.verb.start - b.verb.start)
}

interface SpokenVerb {
  readonly verb: SpeechVerb
  readonly at: Span
}

const spoken = new WeakMap<Document, readonly SpokenVerb[]>()

function verbsOf(document: Document, span: Span): SpokenVerb[] {
  return once(spoken, document, () => allVerbs(document)).filter(({ at }) => within(at, span))
}

function allVerbs(document: Document): SpokenVerb[] {
  const all = document.lexicon.speech
    .flatMap(({ rule, pattern }) =>
      matches(document, pattern, { start: 0, end: document.folded.length }).map((at) => ({ verb: rule, at })),
    )
    .toSorted((a, b) => a.at.start - b.at.start || b.at.end - a.at.end)
  let reached = -1
  return all.filter(({ at }) => {
    if (at.end <= reached) return false
    reached = at.end
    return true
  })
}

function frameAt(
  document: Document,
  sentence: Span,
  verb: SpeechVerb,
  at: Span,
  earlier: readonly Frame[],
): Frame | null {
  const { folded } = document
  const before = folded.slice(sentence.start, at.start)
  // "the reports", "was expected", "a claimed": a noun or a passive, not an act of speech.
  if (
    /(?:\b(?:the|a|an|these|those|of|about|its|their|his|her|no|any|such|be|been|being|is|are|was|were|(?:is|are|was|were|be|been) not|as|widely)[\s"]+)$/.test(
      before,
    ) &&
    !/\bquoted as $/.test(before)
  ) {
    if (!(verb.attitude !== true && /\b(?:as) $/.test(before))) return null
  }
  // "called Lavrov" is a telephone call, "called the delays unacceptable" a judgement.
  const [next] = mentionsIn(document, { start: at.end, end: Math.min(sentence.end, at.end + 40) })
  if (words(document, at) === 'called' && next?.type === 'person' && next.start - at.end < 3) return null
  const rest = folded.slice(at.end, sentence.end)
  const adverbs = ADVERBIALS.exec(rest)?.[0].length ?? 0
  const after = rest.slice(adverbs)
  const closesHere = /^[\s,.;!?"')]*$/.test(after)
  const goesOn = /^\s*,\s*(?:\p{L}+ing\b|and\b|but\b|"|while\b|who\b)/u.exec(after) !== null
  const previous = earlier.filter((frame) => frame.verb.start < at.start).at(-1) ?? null

  if (verb.inverts && /[,"]\s*"?\s*$/.test(before)) {
    const who = invertedSubject(document, sentence, at)
    if (who) {
      const content = { start: contentBegin(sentence, previous), end: at.start }
      return make(document, verb, at, who, { start: at.start, end: who.end }, content, 'after')
    }
  }
  if (closesHere || goesOn) {
    const subject = subjectAfterContent(document, sentence, at)
    if (subject) {
      const content = trimmed(folded, { start: sentence.start, end: subject.start }, LOOSE)
      if (content.end - content.start > 3) {
        return make(document, verb, at, subject, { start: subject.start, end: at.end + adverbs }, content, 'after')
      }
      const inner = trimmed(folded, { start: at.end + adverbs, end: sentence.end }, LOOSE)
      if (closesHere || inner.end <= inner.start) return null
    } else if (closesHere) return null
  }
  return frameBefore(document, sentence, verb, at, previous)
}

/** `Kirby said that …`, `and warned the United States to …`, `adding that …`. */
function frameBefore(
  document: Document,
  sentence: Span,
  verb: SpeechVerb,
  at: Span,
  previous: Frame | null,
): Frame | null {
  const { folded } = document
  const from = previous && previous.order === 'before' ? previous.content.start : sentence.start
  const left = clauseBefore(document, { start: Math.min(from, at.start), end: at.start })
  const infinitive = /\bto\s+$/.test(folded.slice(sentence.start, at.start))
  const stripped = infinitive ? mainSubject(folded, left) : withoutAuxiliaries(folded, left)
  const conjoined = /^(?:and|but|also|then|or|,|\s)*$/.test(words(document, stripped))
  const participle = folded.slice(at.start, at.end).split(' ')[0]!.endsWith('ing')
  let subject: Span | null = null
  if (!conjoined) {
    subject = speakingPhrase(document, stripped)
    if (!subject) return null
    // "told Lavrov that …, the Department said, urging": the participle shares the subject that spoke last.
  } else if (!previous && !participle) return null
  if (conjoined && !previous) return null
  if (
    participle &&
    subject &&
    !/\b(?:is|are|was|were|been)\s*$/.test(folded.slice(sentence.start, at.start)) &&
    previous
  )
    subject = null
  if (infinitive && speechBefore(document, sentence, at)) return null
  if (verb.attitude && previous && previous.order === 'before' && !previous.attitude) return null
  const { start, hearer } = contentAfter(document, sentence, verb, at)
  const quotesVerb = verb.takes === 'object' && !(verb.mood === 'said' && /\bthat$/.test(folded.slice(at.end, start)))
  const refused = NOT_SAID.exec(folded.slice(stripped.end, at.start))
  const begin = refused ? stripped.end + refused.index : quotesVerb ? Math.min(at.start, start) : start
  const content = trimmed(folded, { start: begin, end: sentence.end }, LOOSE)
  if (content.end - content.start < 4) return null
  const head = {
    start: infinitive ? at.start : (subject?.start ?? at.start),
    end: refused ? begin : Math.max(at.end, quotesVerb ? at.end : start),
  }
  return { ...make(document, verb, at, subject, head, content, 'before'), hearer, shares: subject === null }
}

function make(
  _document: Document,
  verb: SpeechVerb,
  at: Span,
  subject: Span | null,
  head: Span,
  content: Span,
  order: Frame['order'],
): Frame {
  return {
    verb: at,
    mood: verb.mood,
    subject,
    hearer: null,
    head,
    content,
    order,
    attitude: verb.attitude ?? false,
    shares: false,
  }
}

function contentBegin(sentence: Span, previous: Frame | null): number {
  return previous && previous.order === 'after' ? previous.head.end : sentence.start
}

/** Where what is said begins: after the hearer, the circumstances and `that`. */
function contentAfter(
  document: Document,
  sentence: Span,
  verb: SpeechVerb,
  at: Span,
): { start: number; hearer: Span | null } {
  const { folded } = document
  let start = at.end
  let hearer: Span | null = null
  const rest = folded.slice(start, sentence.end)
  if (verb.hearer) {
    const that = /^[^";]{0,160}?\bthat\b/.exec(rest)
    const end = HEARER_END.exec(rest)
    const listeners = mentionsIn(document, { start, end: start + (end?.index ?? Math.min(rest.length, 60)) })
    hearer = listeners.at(-1) ?? null
    if (that) return { start: start + that[0].length, hearer }
    if (verb.mood === 'threatened') return { start: at.start, hearer }
    const reporters =
      /^\s+(?:reporters|journalists|the press|him|her|them|us|state television|[\p{L} ]{1,30}(?=\s+on ))/u.exec(rest)
    start = hearer?.end ?? start + (reporters?.[0].length ?? 0)
  }
  const adverbs = ADVERBIALS.exec(folded.slice(start, sentence.end))
  start += adverbs?.[0].length ?? 0
  const colon = /^[^".;]{0,60}?:\s*"?/.exec(folded.slice(start, sentence.end))
  if (colon) return { start: start + colon[0].length, hearer }
  const that = /^[\s,"']*(?:that|how|of|why)\b/.exec(folded.slice(start, sentence.end))
  if (that) return { start: start + that[0].length, hearer }
  return { start, hearer }
}

function withoutAuxiliaries(folded: string, span: Span): Span {
  let end = span.end
  for (let again = true; again;) {
    end = trimmed(folded, { start: span.start, end }, /[\s,]/).end
    const found = AUXILIARY.exec(folded.slice(span.start, end))
    again = found !== null
    if (found) end -= found[0].length
  }
  return { start: span.start, end: Math.max(span.start, end) }
}

/** The last clause before the verb: what stands after the last word that opens one. */
function clauseBefore(document: Document, span: Span): Span {
  const said = words(document, span)
  let start = 0
  for (const found of said.matchAll(BOUNDARY)) {
    // `Kerry "made it clear`: a mark right before the verb opens what is said, not a clause.
    if (found[0] !== '"' || said.slice(found.index + 1).trim() !== '') start = found.index + found[0].length
  }
  for (const found of said.matchAll(/(?<![\p{L}])(?:and|or)(?![\p{L}])/gu)) {
    if (found.index > start && FINITE.test(said.slice(start, found.index))) start = found.index + found[0].length
  }
  const pronoun = /(?<![\p{L}])(?:and|but|or)\s+(?=(?:he|she|it|they|we)\s*$)/u.exec(said)
  if (pronoun) start = Math.max(start, pronoun.index + pronoun[0].length)
  return { start: span.start + start, end: span.end }
}

/** The words of a clause that name one who can speak, without what leads up to them; null where nobody does. */
function speakingPhrase(document: Document, clause: Span): Span | null {
  const span = trimmed(document.folded, clause, /[\s,"]/)
  const said = words(document, span)
  if (hasPredicate(said)) return null
  if (said === '' || said.split(' ').length > 40) return null
  let at = 0
  for (const piece of said.split(/,\s*/)) {
    const part = { start: span.start + at, end: span.start + at + piece.length }
    if (
      canSpeak(document, part) &&
      !/^(?:on|in|at|after|before|during|since|according to|for|under|with)\b/.test(piece.trim())
    ) {
      return { start: part.start, end: span.end }
    }
    at += piece.length + (/^,\s*/.exec(said.slice(at + piece.length))?.[0].length ?? 0)
  }
  return null
}

/** `could not confirm`: what is not said keeps the words that say so. */
const NOT_SAID =
  /\b(?:(?:could|can|did|has|have|had|would|was|were|is|are)(?: not|n't)|cannot|can't|unable to|never|not)\b/

/** `Kerry called Lavrov to demand …`: who calls is who demands. */
function mainSubject(folded: string, clause: Span): Span {
  const found = FINITE.exec(folded.slice(clause.start, clause.end))
  return { start: clause.start, end: found ? clause.start + found.index : clause.end }
}

/** Whether another word of speech or of wish stands before: `expected Russia to urge` is one wish, not two. */
function speechBefore(document: Document, sentence: Span, at: Span): boolean {
  return verbsOf(document, { start: sentence.start, end: at.start }).length > 0
}

/** `The agreement that they reached calls for`: words with a verb of their own are no subject. */
function hasPredicate(said: string): boolean {
  const found =
    /(?<![\p{L}-])(?!united|armed|unnamed|allied|combined|led|based|backed|so-called)(?:was|were|is|are|will|would|could|must|should|\p{L}{3,}ed)(?![\p{L}])(?! by)/u.exec(
      said.replace(/,[^,]*(?:,|$)/g, ' '),
    )
  return found !== null
}

const PRONOUN = /^(?:and |but |also )?(?:he|she|it|they|we|i)$/

export function canSpeak(document: Document, span: Span): boolean {
  const said = words(document, span).trim()
  if (PRONOUN.test(said)) return true
  return hasMatch(document, document.lexicon.speakingNouns, span) || mentionsIn(document, span).length > 0
}

/** `…, the group said`: the subject is what stands after the last comma or quotation mark, with its apposition. */
function subjectAfterContent(document: Document, sentence: Span, at: Span): Span | null {
  const said = document.folded.slice(sentence.start, at.start)
  const edges = Array.from(said.matchAll(/["]\s*|,\s+"?|,"\s*/g), (found) => found.index + found[0].length)
  const last = edges.at(-1)
  if (last === undefined) return null
  const near = withoutAuxiliaries(document.folded, { start: sentence.start + last, end: at.start })
  if (near.end <= near.start) {
    // "David Swanson, a spokesman for OCHA, said": the name stands before its apposition.
    const first = edges.at(-3) ?? edges.at(-2)
    if (first === undefined) return null
    const whole = withoutAuxiliaries(document.folded, { start: sentence.start + first, end: at.start })
    return canSpeak(document, whole) ? whole : null
  }
  const before = edges.at(-2)
  const nearWords = words(document, near)
  if (
    before !== undefined &&
    /^(?:a|an|the) (?:spokes|senior|top|official|commander)/.test(nearWords) &&
    !said.slice(before, last).includes('"')
  ) {
    const name = document.folded.slice(sentence.start + before, sentence.start + last)
    if (
      name.split(' ').length <= 5 &&
      mentionsIn(document, { start: sentence.start + before, end: sentence.start + last }).some(
        ({ type }) => type === 'person',
      )
    ) {
      return { start: sentence.start + before, end: near.end }
    }
  }
  return canSpeak(document, near) && nearWords.split(' ').length <= 25 ? near : null
}

/** `…, said David Swanson, a spokesman for the UN`. */
function invertedSubject(document: Document, sentence: Span, at: Span): Span | null {
  const rest = document.folded.slice(at.end, sentence.end)
  const first = /^\s+[^,.;:"]{2,90}/.exec(rest)?.[0] ?? ''
  const span = trimmed(document.folded, { start: at.end, end: at.end + first.length }, LOOSE)
  if (/^(?:on|in|at|to|late|earlier|early)\b|\bthat\b/.test(words(document, span))) return null
  if (span.end <= span.start || /^(?:it|they|he|she)\b/.test(words(document, span))) {
    return /^(?:he|she|it|they)$/.test(words(document, span)) ? span : null
  }
  const apposition = /^,\s+(?:a|an|the|who)\s[^.;"]{2,120}/.exec(rest.slice(first.length))?.[0] ?? ''
  const whole = { start: span.start, end: at.end + first.length + apposition.length }
  return canSpeak(document, whole) ? whole : null
}

/** `According to X, …` and `…, according to X`. */
function accordingTo(document: Document, sentence: Span): Frame[] {
  const { folded } = document
  const said = folded.slice(sentence.start, sentence.end)
  const found = /\b(?:according to|in the words of|citing|quoting)\b/.exec(said)
  if (!found || /^(?:citing|quoting)/.test(found[0])) return []
  const leads = found.index < 12
  const whoStart = sentence.start + found.index + found[0].length
  const rest = folded.slice(whoStart, sentence.end)
  const whoLength = leads ? rest.search(/,\s/) : rest.search(/,\s(?:and|but|while|which)\b|[;"]|\.?$/)
  if (whoLength <= 0) return []
  const who = trimmed(folded, { start: whoStart, end: whoStart + whoLength }, /[\s,."]/)
  if (!canSpeak(document, who)) return []
  const content = leads
    ? { start: who.end, end: sentence.end }
    : { start: sentence.start, end: sentence.start + found.index }
  const verb = { start: sentence.start + found.index, end: whoStart }
  return [
    {
      verb,
      mood: 'said',
      subject: who,
      hearer: null,
      head: { start: verb.start, end: who.end },
      content: trimmed(folded, content, LOOSE),
      order: 'after',
      attitude: false,
      shares: false,
    },
  ]
}

/** `Kirby: "…"`, where no verb of speech stands. */
function colonFrames(document: Document, sentence: Span, frames: readonly Frame[]): Frame[] {
  const { folded } = document
  if (frames.length > 0) return [...frames]
  const found = /^([^:".;]{2,60}):\s+["']?/.exec(folded.slice(sentence.start, sentence.end))
  if (!found) return []
  const who = { start: sentence.start, end: sentence.start + found[1]!.length }
  if (!canSpeak(document, who) || FINITE.test(found[1]!)) return []
  const start = sentence.start + found[0].length
  return [
    {
      verb: { start: who.end, end: who.end + 1 },
      mood: 'said',
      subject: who,
      hearer: null,
      head: { start: who.start, end: start },
      content: { start, end: sentence.end },
      order: 'before',
      attitude: false,
      shares: false,
    },
  ]
}
