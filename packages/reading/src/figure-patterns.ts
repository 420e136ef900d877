// A language's words for numbers and for what is counted, as regular expressions over folded text.
import { amountWordsOf } from './lexicon/amounts.ts'
import type { FigureNoun, Language } from './lexicon/language.ts'

export interface FigurePatterns {
  readonly number: string
  /** Whether a text speaks of any amount at all: quick, where the others are slow. */
  readonly any: RegExp
  readonly softened: string
  readonly range: string
  readonly counted: RegExp
  readonly times: RegExp
  /** `the number of dead at 20`. */
  readonly toll: RegExp
  /** A further number of what was counted before. */
  readonly elliptic: RegExp
  /** The hundreds of a number that a clause begins in the middle of: `one hundred and`. */
  readonly hundreds: RegExp
  readonly nouns: readonly { readonly noun: FigureNoun; readonly pattern: RegExp }[]
}

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const NOTHING = /(?!)/gu

const prepared = new WeakMap<Language, FigurePatterns>()

export function figurePatterns(language: Language): FigurePatterns {
  const known = prepared.get(language)
  if (known) return known
  const { words, qualifiers, nouns } = language.figures
  const amounts = amountWordsOf(language)
  const word = Object.keys(words).join('|')
  const number = `(?:(?:${DIGITS})(?: (?:hundred|thousand|million|billion|dozen))?|(?:${word})(?:[\\s-](?:and )?(?:${word}))*)`
  const softened = `(?:(?<qualifier>${Object.keys(qualifiers)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})\\s+)?(?:another\\s+|a further\\s+|other\\s+)?(?:the\\s+)?`
  const range = `(?:between\\s+(?=(?:${number})\\s+and\\s+))?(?<first>${number})(?:(?:\\s?(?:-|to|or)\\s?|(?<=between\\s[^.;]{1,40})\\sand\\s)(?<second>${number}))?`
  const noun = nouns.map(({ words: one }) => one).join('|')
  const made: FigurePatterns = {
    number,
    any: new RegExp(
      `\\d|(?<!\\p{L})(?:${[word, ...Object.keys({ ...amounts?.vague, ...amounts?.shares })].join('|')})(?!\\p{L})`,
      'u',
    ),
    softened,
    range,
    counted: new RegExp(
      `(?<![\\p{L}\\p{N}.:])${softened}${range}(?:\\s+of\\s+(?:the|its|their)\\b)?[\\s-](?<adjective>(?:(?!and\\b|to\\b|in\\b|of\\b|were\\b|was\\b|times\\b|on\\b|at\\b|from\\b)[\\p{L}'-]+\\s){0,3}?)(?<noun>${noun})(?![\\p{L}\\p{N}])(?![\\s-]old|\\s+ago|\\s+earlier|\\s+later)`,
      'gu',
    ),
    times: new RegExp(`(?<![\\p{L}\\p{N}.:])${softened}${range}\\stimes(?![\\p{L}])`, 'gu'),
    toll: new RegExp(
      `\\b(?<noun>dead|deaths|killed|toll|wounded|injured)\\s(?:[\\p{L}]+\\s){0,3}?(?:at|to)\\s${softened}${range}(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    elliptic: amounts
      ? new RegExp(
          `(?<=(?:,|\\b${amounts.and})\\s+)${softened}(?<first>${number})\\s+(?=(?:${amounts.elliptic})(?![\\p{L}]))`,
          'gu',
        )
      : NOTHING,
    hundreds: new RegExp(`(?:(?:${word}|\\d+)\\s+)*(?:hundred|thousand|million)\\s+and\\s+$`),
    nouns: nouns.map((one) => ({ noun: one, pattern: new RegExp(`^(?:${one.words})$`, 'u') })),
  }
  prepared.set(language, made)
  return made
}
