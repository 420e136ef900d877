// Names of places that no gazetteer knows, told by the words around them: `in the town of X`, `X village`, `near X`.
import { once, type Document } from './document.ts'
import { nameKey } from './lexicon/prepared.ts'
import { everyMatch } from './pattern.ts'
import type { Span } from './span.ts'

const SETTLEMENT =
  'town|city|village|villages|hamlet|district|sub-district|subdistrict|province|governorate|department|municipality|municipio|county|region|camp|suburb|neighbou?rhood|quarter|settlement|locality|port|island|oblast|state|territory|area|locality|crossing|township'
const LOCATIVE = 'in|near|at|around|outside|inside|from|to|into|towards?|across|of|off|between|through|over|on'
/** A capitalised word, with the particles that names hold: `Tell Abu al-Duhur`, `Puerto de la Cruz`. */
const NAME =
  "\\p{Lu}[\\p{L}\\p{N}'’]*(?:-(?:\\p{L}[\\p{L}'’]*))*(?:[ -](?:(?:al|el|ez|ar|as|ash|de|la|del|los|las|da|do|dos)[ -])*\\p{Lu}[\\p{L}\\p{N}'’]*(?:-\\p{L}[\\p{L}'’]*)*){0,3}"
const AFTER_NOUN = new RegExp(`\\b(?:${SETTLEMENT})s? (?:of|called|named) (?:the )?(${NAME})`, 'gu')
const BEFORE_NOUN = new RegExp(`(?<=\\b(?:${LOCATIVE}) (?:the )?)(${NAME})(?= (?:${SETTLEMENT})\\b)`, 'gu')
const AFTER_PREPOSITION = new RegExp(
  `(?<=\\b(?:in|near|outside|around|towards?|entered|reached|shelled|bombed|north of|south of|east of|west of|outskirts of|countryside of) )(${NAME})(?![\\p{L}])`,
  'gu',
)
/** In capitals nothing but a noun of settlement tells a name, and it ends where a known word begins. */
const CAPITALS = new RegExp(
  `\\b(?:${SETTLEMENT})s? (?:of|called|named) (?:the )?((?:(?:san|santa|santo|el|la|los|las|puerto|villa|rio|monte|al|tell|tal|deir|khan|abu|umm|kafr|new|saint|st|fort|port)[ -])*[\\p{L}'-]{3,})`,
  'giu',
)
const NO_PLACE =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|the|a|an|this|that|his|her|their|its|no|god|parliament|congress|islam|english|arabic|president|minister|general|mr|mrs|dr)\b/

/** Spans of such names inside a stretch, those that the lexicon knows for people or sides left out. */
export function unknownPlacesIn(document: Document, { start, end }: Span): Span[] {
  const said = document.text.slice(start, end)
  const patterns = hasCase(document) ? [AFTER_NOUN, BEFORE_NOUN, AFTER_PREPOSITION] : [CAPITALS]
  const found: Span[] = []
  for (const pattern of patterns) {
    for (const match of everyMatch(pattern, said)) {
      const name = match[1]!.replace(/['’]s$/u, '')
      const at = start + match.index + match[0].indexOf(match[1]!)
      const span = { start: at, end: at + name.length }
      if (isPlaceName(document, name) && !found.some((other) => other.start < span.end && span.start < other.end))
        found.push(span)
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

const cased = new WeakMap<Document, boolean>()
const NO_CAPITAL = /\P{Lu}+/gu
const NO_SMALL_LETTER = /\P{Ll}+/gu

/** Whether the text has small letters at all: where it has none, a capital tells nothing. */
export function hasCase(document: Document): boolean {
  return once(cased, document, () => {
    const sample = document.text.slice(0, 2000)
    const capitals = sample.replace(NO_CAPITAL, '').length
    return sample.replace(NO_SMALL_LETTER, '').length > capitals
  })
}

function isPlaceName({ lexicon }: Document, name: string): boolean {
  const key = nameKey(name)
  if (key.length < 3 || NO_PLACE.test(key)) return false
  const parts = [key, ...key.split(' ')]
  return !parts.some((part) => lexicon.actorOf.has(part) || lexicon.nationOf.has(part))
}
