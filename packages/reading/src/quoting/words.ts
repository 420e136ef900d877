// The words of a language around quotations, made ready for looking up.
import type { Document } from '../document.ts'
import type { Language, Quoting } from '../lexicon/language.ts'

export type Form = 'base' | 'third' | 'past' | 'participle'

export interface QuotingWords {
  readonly verbs: ReadonlyMap<string, Form>
  readonly nearby: ReadonlyMap<string, Form>
  readonly pronouns: ReadonlyMap<string, Quoting['pronouns'][string]>
  readonly given: ReadonlyMap<string, 'male' | 'female'>
  readonly is: Readonly<Record<(typeof SETS)[number], ReadonlySet<string>>>
}

const SETS = [
  'auxiliaries',
  'passive',
  'openings',
  'conjunctions',
  'prepositions',
  'articles',
  'stopsAfter',
  'finite',
  'notFinite',
  'titles',
  'maleTitles',
  'femaleTitles',
  'people',
  'bodies',
  'sayings',
  'works',
  'notNames',
  'organisations',
] as const

const prepared = new WeakMap<Language, QuotingWords>()

/** Null for a language that has no such words yet. */
export function quotingWords({ lexicon: { language } }: Document): QuotingWords | null {
  const known = prepared.get(language)
  if (known || !language.quoting) return known ?? null
  const { verbs, nearby, pronouns, names } = language.quoting
  const made: QuotingWords = {
    verbs: formsOf(verbs),
    nearby: formsOf(nearby),
    pronouns: new Map(Object.entries(pronouns)),
    given: new Map([
      ...names.male.map((name) => [name, 'male'] as const),
      ...names.female.map((name) => [name, 'female'] as const),
    ]),
    is: setsOf(language.quoting),
  }
  prepared.set(language, made)
  return made
}

function setsOf(quoting: Quoting): QuotingWords['is'] {
  const sets: Partial<Record<(typeof SETS)[number], ReadonlySet<string>>> = {}
  for (const name of SETS) sets[name] = new Set(quoting[name])
  return sets as QuotingWords['is']
}

const FORMS: readonly Form[] = ['base', 'third', 'past', 'participle']

function formsOf(verbs: readonly string[]): Map<string, Form> {
  const forms = new Map<string, Form>()
  for (const verb of verbs) {
    // A word that is both base and past, such as "put", counts as past.
    for (const [index, word] of verb.split('/').entries()) forms.set(word, FORMS[index]!)
  }
  return forms
}

/** Third persons that are nouns as often. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  'states claims reports charges demands orders comments notes answers posts estimates views brands labels fears hopes promises remarks rules signs terms texts challenges attacks offers puts tweets reasons finds calls e-mails emails talks cites sees'.split(
    ' ',
  ),
)

/** Whether a word looks like a verb in the past or present. */
export function isFinite(words: QuotingWords, word: string): boolean {
  if (words.is.finite.has(word)) return true
  if (words.is.notFinite.has(word)) return false
  const form = words.verbs.get(word) ?? words.nearby.get(word)
  if (form === 'past' || (form === 'third' && !AMBIGUOUS.has(word))) return true
  return word.length > 4 && word.endsWith('ed') && !word.includes('-')
}
