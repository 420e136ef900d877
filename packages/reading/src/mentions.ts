// Names of those who speak and act, as they occur in the text.
import type { Side } from '@trucekeeper/claims'
import { hasMatch, matches, once, type Document } from './document.ts'
import type { ActorEntry, ActorType } from './lexicon/language.ts'
import { nameKey } from './lexicon/prepared.ts'
import { within, type Span } from './span.ts'

export interface Mention extends Span {
  /** The name in the lexicon, or the words themselves for somebody described by office: `senior Russian officials`. */
  readonly name: string
  readonly side: Side
  readonly type: ActorType
}

/** Verbs and nouns that show `us` to be the country where it stands bare: capitals alone must not tell. */
const US_FOLLOWED =
  /^[\s-]+(?:and russia|backed|led|brokered|russia|officials?|state|secretary|spokes|military|air|warplanes?|planes?|troops|forces|government|president|jets?|flags?|naval|special|defen[cs]e|ambassador|diplomats?|administration|envoy|side|strikes?|coalition|sanctions|citizens|senator|congress|central|navy|army|f-?\d)/

/** The country is nearly always a place; with a verb of its own it is its government. */
const SPEAKS_NEXT =
  /^\s+(?:said|says|denied|denies|accused|accuses|rejected|rejects|agreed|refused|refuses|announced|called|warned|insisted|must|will|would|wants)\b/

/** A capital after a preposition of place is a town, not a government. */
const CITY = /^(?:damascus|moscow|washington|ankara|tehran)$/
const AT_PLACE = /\b(?:in|near|of|around|outside|at|into|towards?|visiting)\s+$/

const found = new WeakMap<Document, readonly Mention[]>()

/** All mentions of a stretch of text, in order, none inside another. */
export function mentionsIn(document: Document, span: Span): Mention[] {
  const all = once(found, document, () => mentionsOf(document, { start: 0, end: document.folded.length }))
  return all.filter((mention) => within(mention, span))
}

function mentionsOf(document: Document, span: Span): Mention[] {
  const { lexicon, folded, text } = document
  const named = matches(document, lexicon.actorNames, span).flatMap((found): Mention[] => {
    const key = nameKey(folded.slice(found.start, found.end))
    const entry = lexicon.actorOf.get(key)!
    if (key === 'us' && !US_FOLLOWED.test(folded.slice(found.end, found.end + 20))) return []
    if (CITY.test(key) && /^ time\b/.test(folded.slice(found.end, found.end + 6))) return []
    if (CITY.test(key) && AT_PLACE.test(folded.slice(Math.max(0, found.start - 12), found.start))) return []
    if (key === 'syria' && !SPEAKS_NEXT.test(folded.slice(found.end, found.end + 16))) return []
    return [{ ...found, name: entry.name, side: entry.side, type: entry.type }]
  })
  const described = matches(document, lexicon.nationRoles, span)
    .filter((found) => !named.some((name) => name.start <= found.start && name.end >= found.end))
    .map((found): Mention => ({
      ...found,
      name: text.slice(found.start, found.end).replace(/\s+/g, ' '),
      side: sideOfNation(document, found),
      type: 'office',
    }))
  const persons = named.filter(({ type }) => type === 'person')
  const kept = described.filter((found) => !persons.some((person) => within(found, person)))
  return joined(
    [...named.filter((name) => !kept.some((found) => within(name, found))), ...kept].toSorted(
      (a, b) => a.start - b.start,
    ),
  )

  /** "Syrian President Bashar Assad": two words for one person, side by side, are one mention. */
  function joined(mentions: readonly Mention[]): Mention[] {
    const kept: Mention[] = []
    for (const mention of mentions) {
      const last = kept.at(-1)
      if (last?.name === mention.name && folded.slice(last.end, mention.start).trim() === '')
        kept[kept.length - 1] = { ...last, end: mention.end }
      else kept.push(mention)
    }
    return kept
  }
}

/** Persons of the lexicon whose description (`the secretary`) stands in the span, if the document also names them. */
export function titledIn(document: Document, span: Span): ActorEntry | null {
  for (const { rule, pattern } of document.lexicon.titles) {
    if (hasMatch(document, pattern, span) && document.folded.includes(nameKey(rule.name).split(' ').at(-1)!))
      return rule
  }
  return null
}

/** The first camp of the lexicon's list that the words name: camps inside a country stand before countries there. */
function sideOfNation({ folded, lexicon }: Document, span: Span): Side {
  const said = ` ${nameKey(folded.slice(span.start, span.end))} `
  for (const [word, side] of lexicon.nationOf) if (said.includes(` ${word} `)) return side
  return 'unknown'
}
