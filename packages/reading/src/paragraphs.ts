// From the body of a report, paragraph by paragraph, to claims: what is carried from one sentence to the next is kept here.
import { kindEntry, type ClaimBody } from '@trucekeeper/claims'
import { publicationDay } from './calendar.ts'
import { datesIn, type Calendar } from './dates.ts'
import type { Document } from './document.ts'
import { figuresIn } from './figures.ts'
import { Heard } from './heard.ts'
import { mannerOf } from './modality.ts'
import { mutualIn, type Mutual } from './mutual.ts'
import { placesIn, theatreOf } from './places.ts'
import { propositionsOf, type Proposition } from './propositions.ts'
import { quotationsOf, type Quotation } from './quotations.ts'
import type { ReportMeta } from './report.ts'
import { rolesOf } from './roles.ts'
import { sentencesOf, withoutDateline } from './sentences.ts'
import { sideOfFirstPerson } from './attribution.ts'
import { remember, type Memory, type Voice } from './speakers.ts'
import { within, type Span } from './span.ts'
import { whenOf, type When } from './when.ts'
import { tellingAmong } from './telling.ts'
import { kindsIn, type KindFound } from './kinds.ts'
import { zonesOf } from './zones.ts'

/** What runs on longer is no sentence of a report; reading it would cost more than it can give. */
const LONGEST_SENTENCE = 1500

interface Carried {
  readonly places: readonly string[]
  /** Where a kind of thing last happened, for `the attack` and `the convoy`. */
  readonly byKind: ReadonlyMap<string, { readonly places: readonly string[]; readonly date: string | null }>
}

/** What is the same for the whole report. */
interface Story {
  readonly meta: ReportMeta
  readonly blocks: readonly Span[]
  readonly calendar: Calendar
  readonly theatre: () => string | null
  readonly leadDay: () => string | null
  readonly byKind: Map<string, { readonly places: readonly string[]; readonly date: string | null }>
}

/** A quotation that a paragraph left open, and who had spoken by its end. */
interface Open {
  readonly quotation: Quotation
  readonly memory: Memory
}

/** The claims of the body, in the order of their words. Headlines repeat the story and are not read. */
export function readParagraphs(document: Document, meta: ReportMeta): ClaimBody[] {
  const blocks = zonesOf(document)
    .filter(({ zone }) => zone === 'body')
    .map((block) => withoutDateline(document, block))
  const calendar: Calendar = { published: publicationDay(meta.published, meta.zone)!, zone: meta.zone }
  const story: Story = {
    meta,
    blocks,
    calendar,
    theatre: lazily(() => theatreOf(document, blocks)),
    leadDay: lazily(() => leadDayOf(document, blocks[0], calendar)),
    byKind: new Map(),
  }
  const claims: ClaimBody[] = []
  const heard = new Heard()
  let open: Open | null = null
  for (const block of blocks) {
    const quotations = quotationsOf(document.text, block, open?.quotation)
    claims.push(...readParagraph(document, story, block, quotations, heard, open))
    const unclosed = quotations.find((quotation) => quotation.open)
    open = unclosed ? { quotation: unclosed, memory: heard.soFar() } : null
  }
  return claims.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

function lazily<T>(work: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: work() }).value
}

function readParagraph(
  document: Document,
  story: Story,
  block: Span,
  quotations: readonly Quotation[],
  heard: Heard,
  open: Open | null,
): ClaimBody[] {
  const { meta, calendar, byKind, theatre } = story
  const claims: ClaimBody[] = []
  let paragraphDay: string | null = null
  let places: readonly string[] = []
  let kindBefore: KindFound | null = null
  const sentences = sentencesOf(document, block).filter(({ start, end }) => end - start <= LONGEST_SENTENCE)
  const telling = tellingAmong(document, sentences, story.blocks)
  const lastTelling = Math.max(-1, ...telling)
  for (const [index, sentence] of sentences.entries()) {
    const inheritedFrom = (memory: Memory) =>
      speakerOfQuotation(document, sentence, index, sentences, quotations, memory, open)
    if (telling.has(index)) {
      const memory = heard.soFar()
      const inherited = inheritedFrom(memory)
      const when: When = {
        calendar,
        paragraphDay,
        get leadDay() {
          return story.leadDay()
        },
      }
      const mutual = mutualIn(document, sentence, story.blocks)
      const { propositions, voices } = propositionsOf(document, sentence, memory, inherited, kindBefore)
      for (const one of propositions) {
        if (mutual && one.start < mutual.end && mutual.start < one.end) continue
        const claim = claimOf(document, meta, one, when, { places, byKind }, theatre)
        claims.push(claim)
        for (const key of [claim.kind, kindEntry(claim.kind).family]) {
          if (claim.places.length > 0) byKind.set(key, { places: claim.places, date: claim.date })
        }
        if (claim.places.length > 0) places = claim.places
        if (paragraphDay === null && claim.date?.length === 10) paragraphDay = claim.date
      }
      if (mutual) claims.push(...mutualClaims(document, meta, mutual, sentence, when, { places, byKind }, theatre))
      kindBefore = propositions.at(-1)?.found ?? kindBefore
      heard.add((before) => remember(document, sentence, heardIn(mutual ? [] : voices, inherited), before))
    } else {
      heard.add((before) => {
        const inherited = inheritedFrom(before)
        const { voices } = propositionsOf(document, sentence, before, inherited, null)
        return remember(document, sentence, heardIn(voices, inherited), before)
      })
    }
    if (index >= lastTelling) continue
    const here = placesIn(document, sentence)
    if (here.length > 0) places = here
    paragraphDay =
      datesIn(document, sentence, calendar).filter(({ date, since }) => !since && date?.length === 10)[0]?.date ??
      paragraphDay
  }
  return claims
}

function heardIn(voices: readonly Voice[], inherited: Voice | null): readonly Voice[] {
  return voices.length > 0 ? voices : inherited ? [inherited] : []
}

/** Who speaks in a sentence that stands whole inside a quotation: its frame may stand in another sentence. */
function speakerOfQuotation(
  document: Document,
  sentence: Span,
  index: number,
  sentences: readonly Span[],
  quotations: readonly Quotation[],
  memory: Memory,
  open: Open | null,
): Voice | null {
  const inside = quotations.find((quotation) => within({ start: sentence.start + 1, end: sentence.end - 2 }, quotation))
  if (!inside) return null
  const opened = inside.continues && open ? open.memory.last : null
  if (opened) return opened
  // The frame may follow: "… . …", he said.
  const later = sentences.slice(index + 1).find((other) => other.start < inside.end && other.end > inside.end)
  if (later) {
    const voice = propositionsOf(document, later, memory, null, null).voices[0]
    if (voice && voice.speaker !== null) return voice
  }
  return memory.last
}

function claimOf(
  document: Document,
  meta: ReportMeta,
  one: Proposition,
  when: When,
  carried: Carried,
  theatre: () => string | null,
): ClaimBody {
  const { found, attribution, sentence } = one
  const manner = mannerOf(document, one, found, attribution.frame, one.wider)
  const { date, basis } = whenOf(document, one, sentence, found.kind, manner, attribution.frame !== null, when)
  const again = date === null && isAgain(document, one) ? (carried.byKind.get(found.kind)?.date ?? null) : null
  const side =
    attribution.voice.side === 'unknown' && attribution.voice.speaker === null
      ? sideOfFirstPerson(document, one)
      : attribution.voice.side
  return {
    ...frameOf(document, meta, one),
    speaker: attribution.voice.speaker,
    speaker_text: attribution.voice.text,
    speaker_side: side,
    via: attribution.via,
    kind: found.kind,
    modality: manner.modality,
    negated: manner.negated,
    places: placesOf(document, one, sentence, found.kind, carried, theatre),
    date: date ?? again,
    date_basis: again === null ? basis : 'context',
    ...rolesOf(document, one, found, manner, attribution),
    figures: figuresIn(document, one, found.kind),
  }
}

function mutualClaims(
  document: Document,
  meta: ReportMeta,
  mutual: Mutual,
  sentence: Span,
  when: When,
  carried: Carried,
  theatre: () => string | null,
): ClaimBody[] {
  const [strongest] = kindsIn(document, mutual)
  const kind = strongest?.kind === 'accusation' || !strongest ? 'truce_violation' : strongest.kind
  const { date, basis } = whenOf(document, mutual, sentence, kind, { modality: 'asserted', negated: false }, true, when)
  return mutual.sides.map(({ voice, blames }) => ({
    ...frameOf(document, meta, mutual),
    speaker: voice.speaker,
    speaker_text: voice.text,
    speaker_side: voice.side,
    via: null,
    kind,
    modality: 'asserted',
    negated: false,
    places: placesOf(document, mutual, sentence, kind, carried, theatre),
    date,
    date_basis: basis,
    actor_blamed: blames,
    target: null,
    victims: null,
    weapon: null,
    figures: [],
  }))
}

function frameOf(
  { text }: Document,
  meta: ReportMeta,
  { start, end }: Span,
): Pick<ClaimBody, 'doc' | 'doc_sha256' | 'quote' | 'start' | 'end' | 'outlet' | 'published'> {
  return {
    doc: meta.doc,
    ...(meta.doc_sha256 ? { doc_sha256: meta.doc_sha256 } : {}),
    quote: text.slice(start, end),
    start,
    end,
    outlet: meta.outlet,
    published: meta.published,
  }
}

/** Places of the clause, else of its sentence, else those last named; a matter of the whole truce is of the country. */
function placesOf(
  document: Document,
  one: Span,
  sentence: Span,
  kind: ClaimBody['kind'],
  { places, byKind }: Carried,
  theatre: () => string | null,
): string[] {
  const own = placesIn(document, one)
  if (own.length > 0) return own
  const { family } = kindEntry(kind)
  if (family === 'diplomacy' && kind !== 'influence_on_ally' && kind !== 'joint_cooperation') return []
  if (family !== 'violence' && family !== 'humanitarian' && kind !== 'withdrawal') return [theatre() ?? []].flat()
  const around = placesIn(document, sentence)
  if (around.length > 0) return around
  if (places.length > 0) return [...places]
  if (family === 'humanitarian') return [...(byKind.get(family)?.places ?? [])]
  return kind === 'withdrawal' || isAgain(document, one) ? [...(byKind.get(kind)?.places ?? [])] : []
}

/** `The attack`, `the convoy`: what the report has told of before. */
function isAgain({ folded }: Document, { start, end }: Span): boolean {
  return /\b(?:the|that|this) (?:air ?-?)?(?:attack|strike|strikes|raid|shelling|convoy|clashes|pull-?back|withdrawal|bombing|assault|offensive|explosion)\b/.test(
    folded.slice(start, end),
  )
}

/** The day the first paragraph gives, if it lies within two days of publication: the day of the story. */
function leadDayOf(document: Document, lead: Span | undefined, calendar: Calendar): string | null {
  if (!lead) return null
  const days = datesIn(document, lead, calendar).flatMap(({ date, since }) =>
    date?.length === 10 && !since ? [date] : [],
  )
  const [day] = days
  if (day === undefined || new Set(days).size > 1) return null
  const apart = (Date.parse(`${calendar.published}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000
  return apart >= 0 && apart <= 2 ? day : null
}
