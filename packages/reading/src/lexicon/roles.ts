// What the reader must know of a language to tell who did what to whom: verbs and nouns of violence and the words around them.
import type { Language } from './language.ts'
import { ENGLISH_ROLES } from './en/roles.ts'

/** Words are folded; of people, attackers, bodies, things, weapons and neither a noun stands in one, singular and plural alike. */
export interface RoleWords {
  /** Done to people: `kidnapped`. */
  readonly harms: ReadonlySet<string>
  /** Done to people and to things: `attacked`. */
  readonly hits: ReadonlySet<string>
  /** Of these, the ones that say as much of prices and weather: a deed only where a weapon or an attacker stands with them. */
  readonly weakHits: ReadonlySet<string>
  /** Done with a weapon to the place it is put or thrown at: `planted`. */
  readonly puts: ReadonlySet<string>
  /** What a weapon does by itself: `exploded`. */
  readonly bursts: ReadonlySet<string>
  /** What people do without anybody doing it to them: `died`. */
  readonly dies: ReadonlySet<string>
  /** Verbs of two or three words, with the one word that the other lists know them by. */
  readonly joined: Readonly<Record<string, string>>
  /** The same deeds as nouns: those of which people are the object, and those that are aimed at somebody or something. */
  readonly harmNouns: ReadonlySet<string>
  readonly hitNouns: ReadonlySet<string>
  /** Between a deed and who did it: `attributed to`. */
  readonly doneBy: readonly string[]
  /** After whoever says that they did it: `claimed responsibility`. */
  readonly owning: readonly string[]
  /** After whoever is said to have had a hand in it: `involved in`. */
  readonly partaking: readonly string[]
  readonly people: ReadonlySet<string>
  readonly attackers: ReadonlySet<string>
  /** Nouns of an organisation under arms or in power. */
  readonly bodies: ReadonlySet<string>
  /** Names of armed organisations, by the word that tells them. */
  readonly groups: ReadonlySet<string>
  readonly things: ReadonlySet<string>
  readonly weapons: ReadonlySet<string>
  /** Neither people nor things: places, times, deeds, words. */
  readonly neither: ReadonlySet<string>
  /** `members of the …`: what follows is meant. */
  readonly collectives: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  readonly softeners: ReadonlySet<string>
  /** Words at which a phrase ends. */
  readonly stops: ReadonlySet<string>
  /** Words in -ed and -ing that stand inside a phrase as adjectives and nouns do. */
  readonly adjectives: ReadonlySet<string>
  readonly passive: ReadonlySet<string>
  readonly adverbs: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
  /** How great or small a thing is, which is no part of its name: `a powerful bomb`. */
  readonly qualities: ReadonlySet<string>
  /** What a body of an organisation is called without being its name: `FMLN columns`. */
  readonly units: ReadonlySet<string>
  /** Those of an organisation who are people rather than troops: `FMLN members`. */
  readonly fellows: ReadonlySet<string>
  /** What others call an organisation before its name: `leftist`. */
  readonly leanings: ReadonlySet<string>
  /** Words before a weapon that say which: `car bomb`. */
  readonly weaponKinds: ReadonlySet<string>
  /** Before which a weapon is named as used: `rifle fire`. */
  readonly weaponFollows: ReadonlySet<string>
  /** Forms of deeds that tell what is done at all times: `terrorists who attack students`. */
  readonly generals: ReadonlySet<string>
  /** Parts of a building at which the building is struck: `entrance`. */
  readonly doors: ReadonlySet<string>
  /** Buildings known by whose they are: `offices of`. */
  readonly premises: ReadonlySet<string>
  /** Of those in power and their forces. */
  readonly state: ReadonlySet<string>
  readonly military: ReadonlySet<string>
  /** Words of a sentence that tells of fighting between armed forces. */
  readonly clashes: ReadonlySet<string>
  /** Words for people and more that no other list needs, of which no name is made. */
  readonly commons: ReadonlySet<string>
}

const WORDS: Readonly<Record<string, RoleWords>> = { en: ENGLISH_ROLES }

/** Null where nobody has written the words of the language down. */
export function roleWordsOf({ code }: Language): RoleWords | null {
  return WORDS[code] ?? null
}
