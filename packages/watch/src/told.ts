// Possible matches in the words of a report: the numbers it gives, and the names that stand in it.
import type { ListedPerson, SanctionsList } from './list.ts'
import { possibleMatches, qualityOf, type PossibleMatch } from './match.ts'
import { heardOf, resemblanceOf } from './names/compare.ts'

export interface Told {
  readonly quote: string
  /** Whom the reader of the report took for somebody in it. */
  readonly names: readonly string[]
}

export interface ToldMatch extends PossibleMatch {
  /** The words of the report, as they stand there, or the number. */
  readonly words: string
}

const NUMBER = /\b[A-Z]{2,4}\.\d{3,5}\b|\b[A-Z]{2}[ie]\.\d{3,5}\b/g
/** As many words as any name on the list is told by in a report. */
const MOST_WORDS = 6
const FEWEST_WORDS = 2

/** Each listed person once, by the most of its words. */
export function matchesIn(list: SanctionsList, { quote, names }: Told): readonly ToldMatch[] {
  const numbers = [...new Set([...quote.matchAll(NUMBER)].map(([found]) => found))]
  const byNumber = numbers.flatMap((reference) =>
    possibleMatches(list, { name: '', reference }).map((match) => ({ ...match, words: reference })),
  )
  const told = new Set(byNumber.map(({ reference }) => reference))
  const phrases = [...names, ...phrasesOf(quote)].map((words) => ({ words, heard: heardOf(words) }))
  const byName = list.people.flatMap((person) => {
    if (told.has(person.reference)) return []
    const found = bestOf(person, phrases)
    return found === null
      ? []
      : [{ ...found, kind: person.kind, reference: person.reference, list_generated: list.generated }]
  })
  return [...byNumber, ...byName]
}

interface Phrase {
  readonly words: string
  readonly heard: ReturnType<typeof heardOf>
}

function bestOf({ names }: ListedPerson, phrases: readonly Phrase[]) {
  let best: (Pick<ToldMatch, 'by' | 'listed' | 'reasons' | 'words'> & { readonly agree: number }) | null = null
  for (const listed of names) {
    const heard = heardOf(listed.name)
    for (const { words, heard: phrase } of phrases) {
      const found = resemblanceOf(phrase, heard)
      if (!found || found.left.length > 0 || found.reasons.length <= (best?.agree ?? 0)) continue
      best = {
        by: 'name',
        listed,
        words,
        agree: found.reasons.length,
        reasons: [...found.reasons, ...qualityOf(listed)],
      }
    }
  }
  if (best === null) return null
  const { agree: _, ...found } = best
  return found
}

/** Words beside each other that may be a name: with capitals where the script has them. Sentences and lists part them. */
function phrasesOf(quote: string): readonly string[] {
  return quote.split(/[.,;:!?()"“”«»…،؛؟\n]+/u).flatMap((part) => {
    const words = part.split(/\s+/u).filter(Boolean)
    const phrases: string[] = []
    for (let from = 0; from < words.length; from++)
      for (let length = FEWEST_WORDS; length <= MOST_WORDS && from + length <= words.length; length++) {
        const some = words.slice(from, from + length)
        if (mayBegin(some[0]!) && mayBegin(some.at(-1)!)) phrases.push(some.join(' '))
      }
    return phrases
  })
}

/** Arabic has no capitals; in Latin and Cyrillic a name begins and ends with one. */
const mayBegin = (word: string) =>
  /^[^\p{L}]*(?:\p{Lu}|\p{Script=Arabic})/u.test(word) || /^(?:al|аль|эль|el)-\p{Lu}/u.test(word)
