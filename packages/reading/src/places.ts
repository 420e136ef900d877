// Where: names of places in a stretch of text, and the country the document is about.
import { matches, once, type Document } from './document.ts'
import type { PlaceEntry } from './lexicon/language.ts'
import { nameKey, type Lexicon } from './lexicon/prepared.ts'
import { everyMatch } from './pattern.ts'
import { within, type Span } from './span.ts'
import { transliterationKey } from './transliteration.ts'
import { hasCase, unknownPlacesIn } from './unknown-places.ts'

/** A name of a place where it stands; one that no gazetteer knows stands for itself. */
export interface PlaceFound extends Span {
  readonly place: PlaceEntry
  readonly known: boolean
}

const OF_PLACE =
  /\b(?:in|near|to|from|around|of|outside|inside|at|across|into|over|throughout|towards?|visiting|enter|entering|leave|leaving)\s+(?:the )?(?:city of |capital )?$/
const DIRECTION = /\b(?:(north|south|east|west|north-?east|north-?west|south-?east|south-?west) of )(?:the )?$/

/** The places a stretch names, in order, each once. A direction stays: `east of Damascus`. */
export function placesIn(document: Document, span: Span): string[] {
  const names = new Set<string>()
  for (const at of placeMatches(document).filter((one) => within(one, span))) {
    const { place } = at
    const before = document.folded.slice(Math.max(0, at.start - 30), at.start)
    // A capital is a government as often as a town: only after a preposition of place is it a place.
    if (place.capital && (!OF_PLACE.test(before) || /\bbetween [^.]{0,30}$/.test(before) || isSpoken(document, at)))
      continue
    const direction = DIRECTION.exec(before)?.[1]
    names.add(direction && place.name !== 'Syria' ? `${direction} of ${place.name}` : place.name)
  }
  // "in Aleppo, Syria": the country adds nothing where a place in it is named.
  if (names.size > 1) names.delete('Syria')
  return [...names]
}

const found = new WeakMap<Document, readonly PlaceFound[]>()

/** All names of places in the document, in order, none inside another: known ones, their other spellings, then unknown ones. */
export function placeMatches(document: Document): readonly PlaceFound[] {
  return once(found, document, () => {
    const whole = { start: 0, end: document.folded.length }
    const exact = matches(document, document.lexicon.placeNames, whole).map((at): PlaceFound => ({
      ...at,
      place: document.lexicon.placeOf.get(nameKey(document.folded.slice(at.start, at.end)))!,
      known: true,
    }))
    const free = (at: Span) => !exact.some((one) => one.start < at.end && at.start < one.end)
    const spelled = otherSpellings(document).filter(free)
    const named = [...exact, ...spelled]
    const unknown = unknownPlacesIn(document, whole)
      .filter((at) => !named.some((one) => one.start < at.end && at.start < one.end))
      .map((at): PlaceFound => ({ ...at, place: asEntry(document, at), known: false }))
    return [...named, ...unknown].toSorted((a, b) => a.start - b.start)
  })
}

function asEntry({ text }: Document, { start, end }: Span): PlaceEntry {
  return { name: text.slice(start, end).replace(/\s+/g, ' '), aliases: [] }
}

const WORD = /[\p{L}\p{M}'\u2019]+(?:-[\p{L}\p{M}'\u2019]+)*/gu
const MOST_WORDS = 3
/** A shorter key fits too many words that are no names; an article or a second word makes up for one letter. */
const SHORTEST_KEY = 5

const spellings = new WeakMap<
  Lexicon,
  { readonly keys: ReadonlyMap<string, PlaceEntry>; readonly of: Map<string, string> }
>()

function spellingsOf(lexicon: Lexicon) {
  const known = spellings.get(lexicon)
  if (known) return known
  const keys = new Map<string, PlaceEntry>()
  for (const [name, place] of lexicon.placeOf) {
    const key = transliterationKey(name)
    if (key.length >= SHORTEST_KEY - 1 && !keys.has(key)) keys.set(key, place)
  }
  const made = { keys, of: new Map<string, string>() }
  spellings.set(lexicon, made)
  return made
}

/** Known names in spellings that no list holds: `Khan Shaykhoun`, `Deir Ezzor`. */
function otherSpellings(document: Document): PlaceFound[] {
  const { keys, of } = spellingsOf(document.lexicon)
  const cased = hasCase(document)
  const words = everyMatch(WORD, document.text).map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }))
  const found: PlaceFound[] = []
  for (let first = 0; first < words.length; first++) {
    // A name begins with a capital where the text has small letters; where it has none, after a preposition of place.
    if (cased && !/^\p{Lu}/u.test(words[first]!.word)) continue
    for (let count = Math.min(MOST_WORDS, words.length - first); count > 0; count--) {
      const last = words[first + count - 1]!
      const said = document.text.slice(words[first]!.start, last.end)
      if (/[,;.:()\n"]/.test(said)) continue
      const key = keyOf(said, of)
      const place = keys.get(key)
      if (!place || (key.length < SHORTEST_KEY && !/[\s-]/.test(said))) continue
      if (
        !cased &&
        count === 1 &&
        !OF_PLACE.test(document.folded.slice(Math.max(0, words[first]!.start - 30), words[first]!.start))
      )
        continue
      found.push({ start: words[first]!.start, end: last.end, place, known: true })
      first += count - 1
      break
    }
  }
  return found
}

const MOST_KEPT = 20_000

function keyOf(said: string, kept: Map<string, string>): string {
  const known = kept.get(said)
  if (known !== undefined) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const key = transliterationKey(said)
  kept.set(said, key)
  return key
}

/** The country of the conflict that the document speaks of most; null where it speaks of none. */
export function theatreOf(document: Document, spans: readonly Span[]): string | null {
  let best: { name: string; count: number } | null = null
  for (const place of document.lexicon.language.places) {
    if (!place.theatre) continue
    const inside = spans
      .flatMap((span) => placeMatches(document).filter((one) => within(one, span)))
      .filter((one) => one.place.within === place.name).length
    const pattern = new RegExp(`\\b(?:${[...place.aliases, place.adjective].filter(Boolean).join('|')})\\b`, 'g')
    const count = spans.reduce((sum, span) => sum + matches(document, pattern, span).length, inside)
    if (count > (best?.count ?? 0)) best = { name: place.name, count }
  }
  return best?.name ?? null
}

function isSpoken({ folded }: Document, at: Span): boolean {
  return (
    /^\s+(?:said|says|must|wants|expects|will|would|has|had|is|was|to (?:press|use|persuade|urge|rein|make|do|take))\b/.test(
      folded.slice(at.end, at.end + 20),
    ) || /^'s\b/.test(folded.slice(at.end, at.end + 3))
  )
}
