// Where: names of places in a stretch of text, and the country the document is about.
import { matches, once, type Document } from './document.ts'
import { nameKey } from './lexicon/prepared.ts'
import { within, type Span } from './span.ts'

const OF_PLACE =
  /\b(?:in|near|to|from|around|of|outside|inside|at|across|into|over|throughout|towards?|visiting|enter|entering|leave|leaving)\s+(?:the )?(?:city of |capital )?$/
const DIRECTION = /\b(?:(north|south|east|west|north-?east|north-?west|south-?east|south-?west) of )(?:the )?$/

/** The places a stretch names, in order, each once. A direction stays: `east of Damascus`. */
export function placesIn(document: Document, span: Span): string[] {
  const names = new Set<string>()
  for (const at of placeMatches(document).filter((one) => within(one, span))) {
    const place = document.lexicon.placeOf.get(nameKey(document.folded.slice(at.start, at.end)))!
    const before = document.folded.slice(Math.max(0, at.start - 30), at.start)
    // A capital is a government as often as a town: only after a preposition of place is it a place.
    if (
      'capital' in place &&
      place.capital &&
      (!OF_PLACE.test(before) || /\bbetween [^.]{0,30}$/.test(before) || isSpoken(document, at))
    )
      continue
    const direction = DIRECTION.exec(before)?.[1]
    names.add(direction && place.name !== 'Syria' ? `${direction} of ${place.name}` : place.name)
  }
  // "in Aleppo, Syria": the country adds nothing where a place in it is named.
  if (names.size > 1) names.delete('Syria')
  return [...names]
}

const found = new WeakMap<Document, readonly Span[]>()

function placeMatches(document: Document): readonly Span[] {
  return once(found, document, () =>
    matches(document, document.lexicon.placeNames, { start: 0, end: document.folded.length }),
  )
}

/** The country of the conflict that the document speaks of most; null where it speaks of none. */
export function theatreOf(document: Document, spans: readonly Span[]): string | null {
  let best: { name: string; count: number } | null = null
  for (const place of document.lexicon.language.places) {
    if (!place.theatre) continue
    const inside = spans
      .flatMap((span) => placeMatches(document).filter((one) => within(one, span)))
      .filter(
        ({ start, end }) =>
          document.lexicon.placeOf.get(nameKey(document.folded.slice(start, end)))!.within === place.name,
      ).length
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
