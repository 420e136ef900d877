// Whose words the quotations and reported sentences of a text are.
import { once, openDocument, type Document } from '../document.ts'
import { prepareLexicon, type ReadingLexicon } from '../lexicon/prepared.ts'
import { quotationsOf, type Quotation } from '../quotations.ts'
import { withoutDateline } from '../sentences.ts'
import type { Span } from '../span.ts'
import { zonesOf } from '../zones.ts'
import { cuesOf, type Cue } from './cues.ts'
import { cueOf, headedBy, introducedBy, isHearer, isSpeech, ownedBy, standsAlone } from './match.ts'
import { mainSubject, type Phrase } from './phrases.ts'
import { People } from './people.ts'
import { Speakers, type Resolved } from './speakers.ts'
import { sentencesIn, tokensOf, type Token } from './tokens.ts'
import { isFinite, quotingWords, type QuotingWords } from './words.ts'

export interface AttributedSpeaker extends Span {
  /** The words of the text, with what is set beside the name: `John Smith, a lawyer`. */
  readonly text: string
  /** The fullest name the text has given by then; the words themselves for one whom it does not name; null where a pronoun stays open. */
  readonly name: string | null
  /** Whether that is a name, and not a description. */
  readonly named: boolean
  /** Whether he or she is one person; null where the text does not tell. */
  readonly person: boolean | null
}

export interface Attributed {
  readonly kind: 'direct' | 'indirect' | 'mixed'
  /** The quotations, without their marks, in UTF-16 units of the text as given; none in indirect speech. */
  readonly quotes: readonly Span[]
  /** From the first to the last of the words said. */
  readonly content: Span
  /** Null where the text leaves open who speaks. */
  readonly speaker: AttributedSpeaker | null
  /** The words that say that somebody says it; null where a quotation goes on without any. */
  readonly cue: (Span & { readonly text: string }) | null
  /** Who carries the words: `quoted by the agency as saying`. */
  readonly via: string | null
}

/**
 * The attributions of a text, in the order of their words: quotations of every style and reported speech, with the
 * speaker as the text has it and the fullest name for him or her. A speaker that the rules cannot tell is null.
 */
export function attributions(text: string, extra?: Partial<ReadingLexicon>): Attributed[] {
  return readAll(openDocument(text, prepareLexicon(extra)))
}

export function attributionsOf(document: Document): readonly Attributed[] {
  return once(known, document, () => readAll(document))
}

const known = new WeakMap<Document, readonly Attributed[]>()

/** The speaker who is named in a stretch of the text; null where nobody is said to speak there. */
export function speakerAt(document: Document, span: Span): AttributedSpeaker | null {
  const speakers = once(speaking, document, () => attributionsOf(document).flatMap(({ speaker }) => speaker ?? []))
  return speakers.find(({ start, end }) => start < span.end && span.start < end) ?? null
}

const speaking = new WeakMap<Document, readonly AttributedSpeaker[]>()

function readAll(document: Document): Attributed[] {
  const words = quotingWords(document)
  if (!words) return []
  const reader = new Reader(document, words)
  for (const block of zonesOf(document)) {
    const quoted = block.zone !== 'furniture' || /["\u201c]/.test(document.text.slice(block.start, block.end))
    if (quoted) reader.paragraph(withoutDateline(document, block))
  }
  return reader.found.toSorted((a, b) => a.content.start - b.content.start || a.content.end - b.content.end)
}

/** What one sentence leaves for the next. */
interface Before {
  readonly speaker: Resolved | null
  /** Whether somebody was heard, and not only named. */
  readonly heard: boolean
  readonly paragraph: number
  /** Whether it ended in a colon. */
  readonly announces: boolean
}

interface Part {
  readonly tokens: readonly Token[]
  readonly sentence: Span
  readonly cues: readonly Cue[]
}

class Reader {
  readonly found: Attributed[] = []
  private readonly document: Document
  private readonly words: QuotingWords
  private readonly speakers: Speakers
  private open: { readonly quotation: Quotation; readonly speaker: Resolved | null } | null = null
  private before: Before | null = null
  private quoted: { readonly speaker: Resolved; readonly paragraph: number } | null = null
  private number = 0
  /** Up to which token the names of the sentence have been noted. */
  private heard = 0

  constructor(document: Document, words: QuotingWords) {
    this.document = document
    this.words = words
    this.speakers = new Speakers(document, words, new People())
  }

  paragraph(block: Span): void {
    const { document, words } = this
    const quotations = quotationsOf(document.text, block, this.open?.quotation)
    const tokens = tokensOf(document, block, quotations)
    let speaker: Resolved | null = null
    for (const sentence of sentencesIn(document, tokens)) {
      const part = { tokens, sentence, cues: cuesOf(words, tokens, sentence) }
      speaker = this.sentence(part) ?? speaker
    }
    const unclosed = quotations.at(-1)
    this.open = unclosed?.open === true ? { quotation: unclosed, speaker } : null
    this.number++
  }

  /** Reads one sentence and gives who is heard in it. */
  private sentence(part: Part): Resolved | null {
    const { tokens, sentence } = part
    const subject = mainSubject(this.words, tokens, sentence)
    this.heard = sentence.start
    const main = subject ? this.resolve(part, subject) : null
    const actor = main && maySpeak(main) ? main : null
    const quoted = new Map<Cue | null, number[]>()
    for (let at = sentence.start; at < sentence.end; at++) {
      if (tokens[at]!.quotation === null || isHearer(this.document, this.words, part, at)) continue
      const cue = cueOf(this.words, part, at)
      quoted.set(cue, [...(quoted.get(cue) ?? []), at])
    }
    let heard: Resolved | null = null
    const meant = new Map<Cue, Resolved | null>()
    for (const cue of part.cues) {
      const at = quoted.get(cue)
      if (!at && cue.weak) continue
      const owner = part.cues.find((other) => isOwner(other, cue))
      const told = !at && (owner !== undefined || isTold(part, cue, this.words))
      const speaker = (owner && meant.get(owner)) ?? this.resolve(part, cue.subject, told)
      meant.set(cue, speaker)
      if (!told) heard = speaker ?? heard
      if (at) this.push(part, at, speaker, cue)
      else this.reported(part, cue, speaker)
    }
    for (const [cue, at] of quoted) {
      if (cue !== null && !part.cues.includes(cue)) {
        // The frame stands after the full stop of a question: `"Why?" he asked.`
        const speaker = this.resolve(part, cue.subject)
        heard = speaker ?? heard
        this.push(part, at, speaker, cue)
      }
    }
    for (const at of quoted.get(null) ?? []) heard = this.carried(part, at, heard, main) ?? heard
    this.speakers.hear(tokens, { start: this.heard, end: sentence.end }, sentence.start, this.number)
    const last = tokens[sentence.end - 1]?.word
    const stays = heard === null && (actor === null || actor.entity?.person === false) ? this.before : null
    const followed = stays?.paragraph === this.number && stays.heard && actor === null ? stays : null
    if (last === '?' && heard === null && actor === null && this.before) {
      this.before = { ...this.before, paragraph: this.number, announces: false }
      return null
    }
    this.before = {
      speaker: heard ?? actor ?? followed?.speaker ?? null,
      heard: heard !== null || followed !== null,
      paragraph: this.number,
      announces: last === ':',
    }
    return heard
  }

  /** Whom a phrase means, once the names before it have been noted. */
  private resolve({ tokens, sentence }: Part, phrase: Phrase, told = false): Resolved | null {
    if (phrase.from > this.heard) {
      this.speakers.hear(tokens, { start: this.heard, end: phrase.from }, sentence.start, this.number)
      this.heard = phrase.from
    }
    return this.speakers.resolve(tokens, phrase, this.number, told)
  }

  /** A quotation with no frame of its own goes on with whoever spoke or was spoken of just before. */
  private carried(part: Part, at: number, heard: Resolved | null, main: Resolved | null): Resolved | null {
    const { tokens } = part
    const { quotation } = tokens[at]!
    const headed = headedBy(this.document, this.words, part, at) ?? ownedBy(this.words, part, at)
    if (headed) {
      const speaker = this.resolve(part, headed)
      this.push(part, [at], speaker, null)
      return speaker
    }
    if (!isSpeech(this.document, this.words, part, at)) return null
    if (quotation!.continues && this.open) {
      this.push(part, [at], this.open.speaker, null)
      return this.open.speaker
    }
    const introduced = introducedBy(this.words, part, at)
    if (introduced) {
      const speaker = introduced === 'subject' ? main : this.resolve(part, introduced)
      this.push(part, [at], speaker, null)
      return speaker
    }
    const alone = standsAlone(part, this.words)
    const own = main?.entity?.named === true && main.entity.person !== false && !alone ? main : null
    const speaker = heard ?? own ?? this.speakerBefore(alone)
    this.push(part, [at], speaker, null)
    return speaker
  }

  private speakerBefore(alone: boolean): Resolved | null {
    const speaker = this.latestSpeaker(alone)
    const { before, quoted } = this
    // Past a sentence about nobody by name, a paragraph of nothing but quotations is still of whoever was quoted last.
    const other = before?.speaker?.entity?.named === true && before.speaker.entity.person !== false
    if (speaker || !alone || other || !quoted || this.number - quoted.paragraph > 1) return speaker
    return quoted.speaker
  }

  private latestSpeaker(alone: boolean): Resolved | null {
    const { before } = this
    if (!before?.speaker || (before.speaker.entity?.person === false && !before.heard)) return null
    if (before.paragraph === this.number) return alone || before.heard ? before.speaker : null
    const next = this.number - before.paragraph === 1
    return alone && next && (before.heard || before.announces) ? before.speaker : null
  }

  private reported({ tokens, sentence }: Part, cue: Cue, speaker: Resolved | null): void {
    const first = tokens[sentence.start]!
    const last = tokens[sentence.end - 1]!
    const until = tokens[cue.frame.start - 1]
    const content =
      cue.order === 'after' && until
        ? { start: first.start, end: until.end }
        : { start: tokens[this.saidFrom(tokens, cue.frame.end, sentence.end)]?.start ?? last.end, end: last.end }
    const said = tokens.filter((token) => content.start <= token.start && token.end <= content.end)
    if (!said.some(({ word }) => word === 'to' || word === '"' || isFinite(this.words, word))) return
    this.add('indirect', [], content, speaker, cue, tokens)
  }

  /** What is said begins after `that`, past the hearer and the occasion. */
  private saidFrom(tokens: readonly Token[], from: number, end: number): number {
    for (let at = from; at < end && at < from + 14; at++) {
      const { word } = tokens[at]!
      if (word === 'that') return at + 1
      if (isFinite(this.words, word) || word === ',') break
    }
    return from
  }

  private push(part: Part, positions: readonly number[], speaker: Resolved | null, cue: Cue | null): void {
    const { tokens } = part
    const quotes = positions.map((at) => ({ start: tokens[at]!.quotation!.start, end: tokens[at]!.quotation!.end }))
    const content = { start: quotes[0]!.start, end: quotes.at(-1)!.end }
    if (speaker) this.quoted = { speaker, paragraph: this.number }
    this.add(isMixed(part, positions, cue, this.words) ? 'mixed' : 'direct', quotes, content, speaker, cue, tokens)
  }

  private add(
    kind: Attributed['kind'],
    quotes: readonly Span[],
    content: Span,
    speaker: Resolved | null,
    cue: Cue | null,
    tokens: readonly Token[],
  ): void {
    const { text } = this.document
    const verb = cue && { start: tokens[cue.verb.start]!.start, end: tokens[cue.verb.end - 1]!.end }
    const via = cue?.via ? this.speakers.resolve(tokens, cue.via, this.number) : null
    this.found.push({
      kind,
      quotes,
      content,
      speaker: speaker && {
        text: text.slice(speaker.start, speaker.end),
        start: speaker.start,
        end: speaker.end,
        name: speaker.entity?.name ?? null,
        named: speaker.entity?.named ?? false,
        person: speaker.entity ? (speaker.entity.plural ? false : speaker.entity.person) : null,
      },
      cue: verb && { ...verb, text: text.slice(verb.start, verb.end) },
      via: via ? (via.entity?.name ?? text.slice(via.start, via.end)) : null,
    })
  }
}

/** "Only three remained": a phrase with neither name nor calling is nobody who goes on speaking. */
function maySpeak({ entity }: Resolved): boolean {
  return entity === null || entity.named || entity.person !== null || entity.roles.size > 0 || entity.plural
}

/** "Smith said that Jones denied it": who is told of in what another says stays behind that other. */
function isTold({ tokens, cues }: Part, cue: Cue, words: QuotingWords): boolean {
  return cue !== cues[0] && words.is.openings.has(tokens[cue.subject.from - 1]?.word ?? '')
}

/** "Said Smith, a nurse who called it dull": the second verb is one of the first one's speaker. */
function isOwner({ verb, subject }: Cue, { verb: later, subject: inner }: Cue): boolean {
  return verb.start < later.start && subject.from < inner.from && inner.to <= subject.to
}

/** Whether words of the speaker stand outside the marks as well. */
function isMixed(
  { tokens, sentence }: Part,
  positions: readonly number[],
  cue: Cue | null,
  words: QuotingWords,
): boolean {
  const [first] = positions
  const start = cue && cue.order === 'before' && cue.frame.end <= first! ? cue.frame.end : sentence.start
  return tokens
    .slice(start, first)
    .some(
      ({ word, quotation }) =>
        quotation === null && /\p{L}/u.test(word) && !words.is.conjunctions.has(word) && word !== 'that',
    )
}
