// Who speaks: names for subjects, carried from sentence to sentence where the text is plain, and unknown where it is not.
import type { Side } from '@trucekeeper/claims'
import { hasMatch, words, type Document } from './document.ts'
import type { ActorType } from './lexicon/language.ts'
import { nameKey } from './lexicon/prepared.ts'
import { mentionsIn, titledIn, type Mention } from './mentions.ts'
import { speakerAt, type AttributedSpeaker } from './quoting/index.ts'
import { trimmed, type Span } from './span.ts'

export interface Voice {
  /** Null where the text leaves it open. */
  readonly speaker: string | null
  readonly text: string | null
  readonly side: Side
  readonly type: ActorType | 'described' | 'unknown'
  /** Who relayed this voice when it was last heard; a pronoun carries that along. */
  readonly via?: string | null
  /** One who may later be `he` or `she`, or one who may be `it` or `the group`. */
  readonly person: boolean
}

export const OUTLET: Voice = { speaker: 'outlet', text: null, side: 'outlet', type: 'agency', person: false }
export const UNKNOWN: Voice = { speaker: null, text: null, side: 'unknown', type: 'unknown', person: false }

/** What earlier sentences leave behind for later ones. */
export interface Memory {
  /** The voice of the sentence just before; null where it had none of its own. */
  readonly last: Voice | null
  /** Whether that sentence names a person other than its speaker. */
  readonly othersNamed: boolean
  /** Every voice so far, latest first. */
  readonly voices: readonly Voice[]
}

export const NOTHING_SAID: Memory = { last: null, othersNamed: false, voices: [] }

const DETERMINER = /^(?:an?|the|this|that|some|one|two|several|another|our|both|but|and|meanwhile|however)\s+/
const PLURAL =
  /\b(?:groups|factions|rebels|insurgents|forces|officials|units|agencies|negotiators|troops|fighters|residents|media)\b/
const HUMAN =
  /\b(?:spokes(?:man|woman|person)|official|officer|general|commander|minister|secretary|ambassador|diplomat|envoy|president|negotiator|mediator|activist|resident|witness|leader|director|head|chief|adviser|aide|representative)$/

/** The voice of a subject. `outer` is the voice that reports it, for `said it would`. */
export function voiceOf(document: Document, subject: Span | null, memory: Memory, outer: Voice | null): Voice {
  if (!subject) return outer ?? memory.last ?? UNKNOWN
  const span = trimmed(document.folded, subject, /[\s,;:"'(]/)
  const said = words(document, span).replace(/^(?:and|but|also|that) /, '')
  const text = document.text.slice(span.start, span.end)
  if (/^(?:he|she|i)$/.test(said)) {
    const meant = pronounPerson(memory, outer)
    return { ...(meant === UNKNOWN ? unlistedPerson(document, span) : meant), text }
  }
  if (/^(?:it|they|we)$/.test(said)) return { ...pronounGroup(memory, outer, said), text }
  if (said === 'who') return outer ?? memory.last ?? UNKNOWN
  const mentions = mentionsIn(document, span)
  const cited = /^([^,]+),? (?:citing|quoting) (.+)$/.exec(said)
  if (cited) {
    const from = voiceOf(document, { start: span.end - cited[2]!.length, end: span.end }, memory, null)
    const carrier = voiceOf(document, { start: span.start, end: span.start + cited[1]!.length }, memory, null)
    return { ...from, via: carrier.speaker }
  }
  const described = mentions.length === 0 ? definite(document, said, span, memory) : null
  if (described) return { ...described, text }
  const spokesman = /\b(?:spokes\w+|official|commander|officer) (?:for|of|from|in) (the [\p{L} ]+)$/u.exec(said)
  const body = mentions.length === 0 && spokesman ? definite(document, spokesman[1]!, span, memory) : null
  if (body) return { ...body, speaker: plainName(document, span), text, type: 'described', person: true }
  const named = namedVoice(document, span, said, mentions)
  return named ? { ...named, text } : { ...unlisted(document, span, said), text }
}

/** One whom no list knows: by the fullest name that the text gives, else by the words used. */
function unlisted(document: Document, span: Span, said: string): Voice {
  const speaker = speakerAt(document, span)
  const fuller = speaker?.named === true && (speaker.person === true || !speaker.text.includes(speaker.name ?? ''))
  const name = fuller ? speaker.name : plainName(document, span)
  const person = HUMAN.test(said) || (speaker?.person ?? false)
  return { ...UNKNOWN, speaker: name, type: 'described', person }
}

/** Whom `he` or `she` means among people that no list knows. Those of the lists are carried by the stricter rules alone. */
function unlistedPerson(document: Document, span: Span): Voice {
  const speaker = speakerAt(document, span)
  if (!speaker?.named || speaker.name === null || speaker.person !== true) return UNKNOWN
  const { actorOf } = document.lexicon
  const key = nameKey(speaker.name)
  if (actorOf.has(key) || actorOf.has(key.split(' ').at(-1)!)) return UNKNOWN
  return { ...UNKNOWN, speaker: speaker.name, type: 'described', person: true }
}

/** The voice of a quotation that has no frame in its own sentence. */
export function quotedVoice(document: Document, speaker: AttributedSpeaker): Voice {
  const span = { start: speaker.start, end: speaker.end }
  const voice = voiceOf(document, span, NOTHING_SAID, null)
  return voice.speaker === null ? UNKNOWN : voice
}

function pronounPerson({ last, othersNamed }: Memory, outer: Voice | null): Voice {
  if (outer?.person) return outer
  return last?.person && (!othersNamed || last.type === 'person') ? last : UNKNOWN
}

function pronounGroup({ last }: Memory, outer: Voice | null, pronoun: string): Voice {
  if (outer) return outer
  if (!last || (pronoun === 'it' && last.person)) return UNKNOWN
  return last
}

/** `The ministry`, `the group`, `the spokesman`: the latest voice of which the description is true. */
function definite(document: Document, said: string, span: Span, memory: Memory): Voice | null {
  if (!said.startsWith('the ')) return null
  const titled = titledIn(document, span)
  if (titled) return { speaker: titled.name, text: null, side: titled.side, type: 'person', person: true }
  const noun = said
    .split(/,| of | in | on | for /)[0]!
    .trim()
    .split(' ')
    .at(-1)!
  const fits = memory.voices.find((voice) => describes(noun, voice))
  return fits ?? null
}

function describes(noun: string, { speaker, text, type, person, side }: Voice): boolean {
  const own = `${speaker ?? ''} ${text ?? ''}`.toLowerCase()
  if (own.trim() === '') return false
  if (
    /^(?:ministry|department|army|military|command|observatory|agency|office|council|embassy|staff|notice|groups|forces|factions|units|residents|activists|negotiator|spokesman|spokeswoman|spokesperson|official|officer|commander|general|envoy|diplomat|minister|negotiators|officials|rebels|insurgents|factions|centre|center)$/.test(
      noun,
    )
  ) {
    if (own.split(/[^\p{L}]+/u).some((word) => word === noun || word === `${noun}s` || `${word}s` === noun)) return true
    return noun === 'observatory' && side === 'monitor'
  }
  if (/^(?:group|organi[sz]ation|monitor)$/.test(noun))
    return (
      !person &&
      (type === 'office' || type === 'group' || type === 'described') &&
      !PLURAL.test(own) &&
      side !== 'us' &&
      side !== 'russia'
    )
  return false
}

function namedVoice(document: Document, span: Span, said: string, mentions: readonly Mention[]): Voice | null {
  if (mentions.length === 0) return null
  const head = mentions[0]!
  const person = mentions.find(({ type }) => type === 'person')
  const spokenFor =
    /\b(?:spokes\w+|adviser|aide|deputy|representative|negotiator|officer|office|official|officials|commander|ambassador|envoy|sources?|list|statement|report)\s+(?:for|of|to|in|at|from|with|issued by|close to)\s/.exec(
      said,
    )
  if (person && !(spokenFor && spokenFor.index < person.start - span.start)) {
    return { speaker: person.name, text: null, side: person.side, type: 'person', person: true }
  }
  if (spokenFor && mentions.every(({ start }) => start - span.start > spokenFor.index)) {
    const issued = /\b(?:list|statement|report)\s/.test(spokenFor[0])
    // "John Smith, a spokesman for OCHA": a name the lexicon does not know speaks for the body it does.
    const name = issued ? head.name : (ownName(document, span, said) ?? plainName(document, span))
    return {
      speaker: name,
      text: null,
      side: head.side,
      type: issued ? head.type : 'described',
      person: !issued && !/^(?:the )?office/.test(said),
    }
  }
  const unknownName = ownName(document, span, said)
  if (unknownName && head.start - span.start > unknownName.length) {
    return { speaker: unknownName, text: null, side: head.side, type: 'described', person: true }
  }
  const human = HUMAN.test(said.replace(/,.*$/, '').trim())
  const own = human || extendsName(document, span, head)
  return {
    speaker: own ? plainName(document, span) : head.name,
    text: null,
    side: head.side,
    type: own ? 'described' : head.type,
    person: human,
  }
}

/** "State Department spokesman", "insurgent groups in Aleppo": more than the name alone. */
function extendsName(document: Document, span: Span, head: Mention): boolean {
  const rest = document.folded.slice(head.end, span.end).replace(/,.*$/s, '')
  const before = document.folded.slice(span.start, head.start).replace(DETERMINER, '').trim()
  if (/^'s?\s/.test(rest)) return false
  return (
    /^\s+(?:in|near|around|from|official|spokes|source|officer)/.test(rest) || /\b(?:senior|unnamed|top)\b/.test(before)
  )
}

/** The name before an apposition: `Ahmed Saad, a commander of …`. */
function ownName(document: Document, span: Span, said: string): string | null {
  const found = /^([^,]{3,40}),\s+(?:a|an|the|who)\s/.exec(said)
  if (
    !found ||
    DETERMINER.test(found[1]!) ||
    hasMatch(document, document.lexicon.speakingNouns, { start: span.start, end: span.start + found[1]!.length })
  )
    return null
  return document.text.slice(span.start, span.start + found[1]!.length)
}

function plainName(document: Document, span: Span): string {
  const said = words(document, span)
  const skip = DETERMINER.exec(said)?.[0].length ?? 0
  const text = document.text.slice(span.start + skip, span.end).replace(/\s+/g, ' ')
  return text.split(/,|\s+who\s/i)[0]!.trim()
}

/** What this sentence leaves for the next. */
export function remember(document: Document, sentence: Span, voices: readonly Voice[], memory: Memory): Memory {
  const spoken = voices.filter(({ type }) => type !== 'unknown')
  const last = spoken.at(-1) ?? null
  const persons = mentionsIn(document, sentence).filter(({ type, name }) => type === 'person' && name !== last?.speaker)
  const named = mentionsIn(document, sentence)
  return {
    last: last ?? (voices.length === 0 && named.length === 0 ? memory.last : null),
    othersNamed: persons.length > 0,
    voices: [...spoken.toReversed(), ...memory.voices].slice(0, 40),
  }
}
