// Arabic reports into claims: the verb first, then who says it, then the words; enough for a smoke set, and a start.
import type { ClaimBody, Modality } from '@trucekeeper/claims'
import { actorsIn, arabicWords, dateIn, figuresIn, foldArabic, placesIn } from './arabic-fields.ts'
import { publicationDay } from './calendar.ts'
import { KIND_RULES, WORDS } from './lexicon/ar/index.ts'
import type { KindRule, SpeechMood } from './lexicon/language.ts'
import type { ReportMeta } from './report.ts'
import { trimmed, type Span } from './span.ts'

const KINDS = KIND_RULES.map((rule) => ({
  rule,
  pattern: arabicWords(rule.says.map((one) => `(?:${one})`).join('|')),
})).toSorted((a, b) => b.rule.rank - a.rule.rank)
const SPEECH = Object.entries(WORDS.SPEECH).map(([forms, mood]) => ({ mood, pattern: arabicWords(forms) }))
const OPENS = arabicWords(WORDS.OPENS_CONTENT)
const SENTENCE = /[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*/g
const EDGE = /[\s,;:."]/
const ARABIC = /\p{Script=Arabic}/u
const NO_ARABIC_LETTER = /\P{Script=Arabic}+/gu
const NO_LETTER = /\P{L}+/gu

/** Whether most letters of a text are Arabic. */
export function isArabic(text: string): boolean {
  const sample = text.slice(0, 4000)
  return ARABIC.test(sample) && sample.replace(NO_ARABIC_LETTER, '').length * 2 > sample.replace(NO_LETTER, '').length
}

/** The claims of an Arabic report, one for a sentence at most, in the order of their words; `meta` has been checked before. */
export function readArabic(text: string, meta: ReportMeta): ClaimBody[] {
  const folded = foldArabic(text)
  return [...folded.matchAll(SENTENCE)].flatMap((found) => {
    const sentence = trimmed(folded, { start: found.index, end: found.index + found[0].length }, /\s/)
    const claim = sentence.end - sentence.start > 5 ? claimOf(text, folded, sentence, meta) : null
    return claim ? [claim] : []
  })
}

interface Heard {
  readonly mood: SpeechMood | null
  readonly speaker: string | null
  readonly text: string | null
  readonly side: ClaimBody['speaker_side']
  /** The words that are said. */
  readonly content: Span
}

function claimOf(text: string, folded: string, sentence: Span, meta: ReportMeta): ClaimBody | null {
  const heard = heardIn(text, folded, sentence)
  const said = folded.slice(heard.content.start, heard.content.end)
  const found = KINDS.map(({ rule, pattern }) => ({ rule, at: pattern.exec(said) })).find(({ at }) => at !== null)
  if (!found) return null
  const { rule, at } = found
  const whole = folded.slice(sentence.start, sentence.end)
  const date =
    dateIn(said, publicationDay(meta.published, meta.zone)!) ??
    dateIn(whole, publicationDay(meta.published, meta.zone)!)
  const places = placesIn(said)
  return {
    doc: meta.doc,
    ...(meta.doc_sha256 ? { doc_sha256: meta.doc_sha256 } : {}),
    quote: text.slice(heard.content.start, heard.content.end),
    start: heard.content.start,
    end: heard.content.end,
    speaker: heard.speaker ?? (heard.mood === null ? meta.outlet : null),
    speaker_text: heard.text,
    speaker_side: heard.mood === null ? 'outlet' : heard.side,
    via: null,
    outlet: meta.outlet,
    published: meta.published,
    kind: rule.kind,
    ...mannerOf(said, heard, rule, at!.index),
    places: places.length > 0 ? places : placesIn(whole),
    date: date?.date ?? null,
    date_basis: date?.basis ?? null,
    actor_blamed: blamedIn(said, heard, rule),
    target: null,
    victims: null,
    weapon: null,
    figures: figuresIn(said, rule.kind),
  }
}

/** `قال لافروف إن …`, and `«…», قال لافروف`. */
function heardIn(text: string, folded: string, sentence: Span): Heard {
  const said = folded.slice(sentence.start, sentence.end)
  const verb = SPEECH.map(({ mood, pattern }) => ({ mood, at: pattern.exec(said) }))
    .filter(({ at }) => at !== null)
    .toSorted((a, b) => a.at!.index - b.at!.index)[0]
  const none: Heard = {
    mood: null,
    speaker: null,
    text: null,
    side: 'outlet',
    content: trimmed(folded, sentence, EDGE),
  }
  if (!verb) return none
  const after = verb.at!.index + verb.at![0].length
  const rest = said.slice(after)
  const [speaker] = actorsIn(rest).filter(({ start }) => start < 60)
  const opens = OPENS.exec(rest)
  const mark = rest.search(/[:"]/)
  const quoted = /^\s*"([^"]+)"/.exec(said)
  const object =
    verb.mood === 'accused' || verb.mood === 'demanded' || verb.mood === 'denied' || verb.mood === 'recorded'
  const begin =
    quoted && quoted[0].length <= verb.at!.index + 2
      ? null
      : opens && (mark < 0 || opens.index < mark)
        ? opens.index + opens[0].length
        : mark >= 0
          ? mark
          : speaker
            ? speaker.end
            : object
              ? 0
              : null
  const content =
    quoted && begin === null
      ? { start: sentence.start, end: sentence.start + quoted[0].length }
      : { start: sentence.start + after + (begin ?? 0), end: sentence.end }
  return {
    mood: verb.mood,
    speaker: speaker?.entry.name ?? null,
    text: speaker ? text.slice(sentence.start + after + speaker.start, sentence.start + after + speaker.end) : null,
    side: speaker?.entry.side ?? 'unknown',
    content: trimmed(folded, content, EDGE),
  }
}

function mannerOf(said: string, { mood }: Heard, rule: KindRule, at: number): { modality: Modality; negated: boolean } {
  if (mood === 'denied') return { modality: 'denied', negated: true }
  if (arabicWords(WORDS.UNCONFIRMED).test(said)) return { modality: 'reported-unconfirmed', negated: true }
  const before = said.slice(Math.max(0, at - 40), at)
  const negated = rule.inherent !== true && arabicWords(WORDS.NEGATION).test(before)
  if (mood === 'demanded' || arabicWords(WORDS.DEMAND).test(said.slice(0, 6))) return { modality: 'demanded', negated }
  return { modality: arabicWords(WORDS.PLAN).test(said) ? 'planned' : 'asserted', negated }
}

const BLAMING = new Set([
  'truce_violation',
  'shelling',
  'air_strike',
  'attack_on_aid',
  'abduction',
  'aid_denial',
  'explosive_device',
])

/** Whoever is named after `من قبل`, is accused, or is the first named in what is said. */
function blamedIn(said: string, { mood }: Heard, { kind }: KindRule): string | null {
  const named = actorsIn(said)
  const by = arabicWords(WORDS.BY_WHOM).exec(said)
  const doer = by ? named.find(({ start }) => start >= by.index + by[0].length) : undefined
  if (doer) return doer.entry.name
  return mood === 'accused' || BLAMING.has(kind) ? (named[0]?.entry.name ?? null) : null
}
