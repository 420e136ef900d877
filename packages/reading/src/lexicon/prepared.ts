// A language's lexicon with its phrases compiled, and with the names that an agreement brings along.
import type { Side } from '@trucekeeper/claims'
import { fold } from '../fold.ts'
import { anyOf, nameSaid, phrase } from '../pattern.ts'
import { dividedByWord, leadingWords, PhraseIndex } from '../phrase-index.ts'
import { ENGLISH } from './en/index.ts'
import type { ActorEntry, KindRule, Language, ModalityRule, PlaceEntry, SpeechVerb } from './language.ts'

/** Names beyond the built-in lists, such as the places and parties of one agreement. */
export interface ReadingLexicon {
  readonly places: readonly {
    readonly name: string
    readonly aliases: readonly string[]
    readonly pcode?: string | null
  }[]
  readonly actors: readonly { readonly name: string; readonly side: Side; readonly aliases: readonly string[] }[]
}

export interface PreparedRule<T> {
  readonly rule: T
  readonly pattern: RegExp
}

export interface Lexicon {
  readonly language: Language
  readonly actorOf: ReadonlyMap<string, ActorEntry>
  readonly actorNames: RegExp
  readonly nationOf: ReadonlyMap<string, Side>
  readonly nationRoles: RegExp
  readonly titles: readonly PreparedRule<ActorEntry>[]
  readonly speakingNouns: RegExp
  readonly relay: RegExp
  readonly placeOf: ReadonlyMap<string, PlaceEntry>
  readonly placeNames: RegExp
  readonly kinds: readonly PreparedRule<KindRule>[]
  readonly speech: readonly PreparedRule<SpeechVerb>[]
  readonly modality: readonly PreparedRule<ModalityRule>[]
  readonly negation: RegExp
  readonly notNegation: RegExp
  readonly subordinate: RegExp
  /** Where in a text each of these can begin. */
  readonly index: PhraseIndex
}

/** What of a lexicon is the same whatever names an agreement brings. */
type OfLanguage = Pick<
  Lexicon,
  | 'nationOf'
  | 'nationRoles'
  | 'titles'
  | 'speakingNouns'
  | 'relay'
  | 'kinds'
  | 'speech'
  | 'modality'
  | 'negation'
  | 'notNegation'
  | 'subordinate'
>

/** The lexicon of English, joined with extra names; extra names go before built-in ones. */
export function prepareLexicon(extra: Partial<ReadingLexicon> = NO_NAMES): Lexicon {
  const known = prepared.get(extra)
  if (known) return known
  const lexicon = compile(extra, ENGLISH)
  prepared.set(extra, lexicon)
  return lexicon
}

const NO_NAMES: Partial<ReadingLexicon> = {}
/** Compiling a lexicon costs more than reading a report with it, so each is compiled once. */
const prepared = new WeakMap<Partial<ReadingLexicon>, Lexicon>()

/** A name as it is looked up: folded, with spaces for hyphens and no leading article. */
export function nameKey(name: string): string {
  return fold(name)
    .replace(/[\s-]+/g, ' ')
    .trim()
}

function compile(extra: Partial<ReadingLexicon>, language: Language): Lexicon {
  const actorOf = new Map<string, ActorEntry>()
  for (const actor of [...(extra.actors ?? []).map(asActor), ...language.actors]) {
    for (const alias of [actor.name, ...actor.aliases]) {
      if (nameKey(alias) !== '' && !actorOf.has(nameKey(alias))) actorOf.set(nameKey(alias), actor)
    }
  }
  // "the opposition units" is the longer name with an article, not the name "the opposition".
  const articled = Array.from(actorOf).filter(([key]) => !key.startsWith('the ') && !actorOf.has(`the ${key}`))
  for (const [key, actor] of articled) actorOf.set(`the ${key}`, actor)
  const placeOf = new Map<string, PlaceEntry>()
  const places = withPcodes([...(extra.places ?? []), ...language.places])
  for (const place of places) {
    for (const alias of [place.name, ...place.aliases]) {
      if (nameKey(alias) !== '' && !placeOf.has(nameKey(alias))) placeOf.set(nameKey(alias), place)
    }
  }
  const rest = ofLanguage(language)
  const actorNames = names([...actorOf.keys()])
  const placeNames = names([...placeOf.keys()])
  const { nationRoles, speakingNouns, relay, negation, notNegation, subordinate } = rest
  const rules = [rest.titles, rest.kinds, rest.speech, rest.modality].flatMap((list) =>
    list.map(({ pattern }) => pattern),
  )
  const words = [nationRoles, speakingNouns, relay, negation, notNegation, subordinate]
  return {
    ...rest,
    language,
    actorOf,
    actorNames,
    placeOf,
    placeNames,
    index: new PhraseIndex([actorNames, placeNames, ...words, ...rules]),
  }
}

/** An agreement names a place, a gazetteer of its own gives the code: the entry that is found first carries it. */
function withPcodes(places: readonly PlaceEntry[]): readonly PlaceEntry[] {
  const codes = new Map(
    places.flatMap(({ name, aliases, pcode }) =>
      pcode ? [name, ...aliases].map((alias) => [nameKey(alias), pcode] as const) : [],
    ),
  )
  if (codes.size === 0) return places
  return places.map((place) => {
    const pcode = place.pcode ?? codes.get(nameKey(place.name))
    return pcode ? { ...place, pcode } : place
  })
}

const languages = new WeakMap<Language, OfLanguage>()

function ofLanguage(language: Language): OfLanguage {
  const known = languages.get(language)
  if (known) return known
  const { vocabulary } = language
  const withPattern = <T extends { readonly says: readonly string[] }>(rule: T): PreparedRule<T> => ({
    rule,
    pattern: anyOf(rule.says, vocabulary),
  })
  const nationOf = new Map(
    language.nations.flatMap(({ side, words }) => words.map((word) => [nameKey(word), side] as const)),
  )
  const nations = namesSource([...nationOf.keys()])
  const made: OfLanguage = {
    nationOf,
    nationRoles: nameSaid(
      `((${language.ranks}) ){0,3}(${nations})( (${language.ranks}|${nations}|for|the))*( |'s )(${language.roles})`,
      vocabulary,
    ),
    titles: language.actors.flatMap((rule) => (rule.titles ? [{ rule, pattern: anyOf(rule.titles, vocabulary) }] : [])),
    speakingNouns: phrase(language.speakingNouns, vocabulary),
    relay: phrase(language.relayNouns, vocabulary),
    kinds: language.kinds.map(withPattern),
    speech: language.speech.map((rule) => ({ rule, pattern: anyOf(rule.forms, vocabulary) })),
    modality: language.modality.map(withPattern),
    negation: phrase(language.negation.words, vocabulary),
    notNegation: phrase(language.negation.not, vocabulary),
    subordinate: phrase(language.negation.subordinate, vocabulary),
  }
  languages.set(language, made)
  return made
}

function asActor({ name, side, aliases }: ReadingLexicon['actors'][number]): ActorEntry {
  return { name, side, aliases, type: 'group' }
}

/** Names as one expression, longest first, so that a name inside a longer one is not taken for it. */
function names(keys: readonly string[]): RegExp {
  const all = nameExpression(keys)
  const byWord = Map.groupBy(keys, (key) => leadingWords(key, 0))
  const parts = new Map<string, RegExp | null>()
  return dividedByWord(all, (word) => {
    const known = parts.get(word)
    if (known !== undefined) return known
    const some = byWord.get(word)
    const made = some === undefined ? null : nameExpression(some)
    parts.set(word, made)
    return made
  })
}

function nameExpression(keys: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${namesSource(keys).replaceAll(' ', '[\\s-]+')})(?![\\p{L}\\p{N}])`, 'uy')
}

function namesSource(keys: readonly string[]): string {
  return keys
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
}
