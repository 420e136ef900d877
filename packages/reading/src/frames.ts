// Reporting frames of a sentence: which words say that somebody says, who that is, and which words they say.
import { grammarOf, matches, once, words, type Document } from './document.ts'
import type { SpeechMood, SpeechVerb } from './lexicon/language.ts'
import { mentionsIn } from './mentions.ts'
import { attributionsOf, speakerAt } from './quoting/index.ts'
import {
  canSpeak,
  clauseBefore,
  invertedSubject,
  LOOSE,
  mainSubject,
  speakingPhrase,
  subjectAfterContent,
  withoutAuxiliaries,
} from './subjects.ts'
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
  const all = colonFrames(document, sentence, heard)
  return (all.length > 0 ? all : attributedFrames(document, sentence)).toSorted((a, b) => a.verb.start - b.verb.start)
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

/** How far before a verb the words stand that show it to be none. */
const NEAR = 60

function frameAt(
  document: Document,
  sentence: Span,
  verb: SpeechVerb,
  at: Span,
  earlier: readonly Frame[],
): Frame | null {
  const { folded } = document
  const before = folded.slice(Math.max(sentence.start, at.start - NEAR), at.start)
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
  // "The man accused of the shooting": done to the subject.
  if (verb.mood === 'accused' && /^\s+(?:of|by|for|over)\b/.test(rest)) return null
  const adverbs = grammarOf(document).circumstance.exec(rest)?.[0].length ?? 0
  const after = rest.slice(adverbs)
  const closesHere = /^[\s,.;!?"')]*$/.test(after)
  const goesOn = /^\s*,/.test(after)
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
      if (
        content.end - content.start > 3 &&
        (closesHere ||
          folded.slice(sentence.start, subject.start).trim().endsWith('"') ||
          grammarOf(document).verb.test(words(document, content)))
      ) {
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
  const infinitive = /\bto\s+$/.test(folded.slice(Math.max(sentence.start, at.start - NEAR), at.start))
  const stripped = infinitive ? mainSubject(document, left) : withoutAuxiliaries(document, left)
  const conjoined = /^(?:and|but|also|then|or|,|\s)*$/.test(words(document, stripped))
  const participle = folded.slice(at.start, at.end).split(' ')[0]!.endsWith('ing')
  // "a diplomat who asked not to be named" describes the source and says nothing.
  if (/\bwho$/.test(words(document, stripped))) return null
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
    !/\b(?:is|are|was|were|been)\s*$/.test(folded.slice(Math.max(sentence.start, at.start - NEAR), at.start)) &&
    previous
  )
    subject = null
  if (infinitive && speechBefore(document, sentence, at)) return null
  if (verb.attitude && previous && previous.order === 'before' && !previous.attitude) return null
  const { start, hearer } = contentAfter(document, sentence, verb, at)
  const quotesVerb = verb.takes === 'object' && !(verb.mood === 'said' && /\bthat$/.test(folded.slice(at.end, start)))
  const refused = grammarOf(document).notSaid.exec(folded.slice(stripped.end, at.start))
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
    const end = grammarOf(document).hearerEnd.exec(rest)
    const listeners = mentionsIn(document, { start, end: start + (end?.index ?? Math.min(rest.length, 60)) })
    hearer = listeners.at(-1) ?? null
    if (that) return { start: start + that[0].length, hearer }
    if (verb.mood === 'threatened') return { start: at.start, hearer }
    const reporters =
      /^\s+(?:reporters|journalists|the press|him|her|them|us|state television|[\p{L} ]{1,30}(?=\s+on ))/u.exec(rest)
    start = hearer?.end ?? start + (reporters?.[0].length ?? 0)
  }
  const adverbs = grammarOf(document).circumstance.exec(folded.slice(start, sentence.end))
  start += adverbs?.[0].length ?? 0
  const colon = /^[^".;]{0,60}?:\s*"?/.exec(folded.slice(start, sentence.end))
  if (colon) return { start: start + colon[0].length, hearer }
  const that = /^[\s,"']*(?:that|how|of|why)\b/.exec(folded.slice(start, sentence.end))
  if (that) return { start: start + that[0].length, hearer }
  const occasion = /^\s+(?:on|in|at|to|via|during|after)\s[^",;:.]{1,50}?\sthat\b/.exec(
    folded.slice(start, sentence.end),
  )
  return { start: start + (occasion?.[0].length ?? 0), hearer }
}

/** Whether another word of speech or of wish stands before: `expected Russia to urge` is one wish, not two. */
function speechBefore(document: Document, sentence: Span, at: Span): boolean {
  return verbsOf(document, { start: sentence.start, end: at.start }).length > 0
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
  const near = trimmed(folded, { start: whoStart, end: whoStart + whoLength }, /[\s,."]/)
  const whole = leads ? speakerAt(document, near) : null
  const who = whole && whole.start <= near.start && whole.end > near.end ? { start: near.start, end: whole.end } : near
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

/** Where the rules for claims see no frame but somebody is quoted or reported in the sentence all the same. */
function attributedFrames(document: Document, sentence: Span): Frame[] {
  return attributionsOf(document).flatMap(({ kind, speaker, cue, content }): Frame[] => {
    if (!speaker || !cue || !within(cue, sentence) || !within(speaker, sentence)) return []
    // A thing that "would add weight" or "tells of hope" says nothing.
    if (kind === 'indirect' && speaker.person !== true && !(speaker.named && speaker.person === null)) return []
    const head = { start: Math.min(cue.start, speaker.start), end: Math.max(cue.end, speaker.end) }
    const after = content.start < head.start
    const said = after
      ? { start: sentence.start, end: head.start }
      : { start: Math.max(content.start, head.end), end: sentence.end }
    const verb = verbsOf(document, cue)[0]?.verb
    return [
      {
        verb: { start: cue.start, end: cue.end },
        mood: verb?.mood ?? 'said',
        subject: { start: speaker.start, end: speaker.end },
        hearer: null,
        head,
        content: trimmed(document.folded, said, LOOSE),
        order: after ? 'after' : 'before',
        attitude: false,
        shares: false,
      },
    ]
  })
}

/** `Kirby: "…"`, where no verb of speech stands. */
function colonFrames(document: Document, sentence: Span, frames: readonly Frame[]): Frame[] {
  const { folded } = document
  if (frames.length > 0) return [...frames]
  const found = /^([^:".;]{2,60}):\s+["']?/.exec(folded.slice(sentence.start, sentence.end))
  if (!found) return []
  const who = { start: sentence.start, end: sentence.start + found[1]!.length }
  if (!canSpeak(document, who) || grammarOf(document).finite.test(found[1]!)) return []
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
