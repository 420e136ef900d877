// A clause reads back as one plain sentence, which a reader can hold against the article.
import type { AnyClause } from '../ast.ts'
import { ENGLISH } from './en/index.ts'
import type { Names } from './names.ts'
import type { Phrases } from './phrases.ts'

export { namesOf, type Called, type Names } from './names.ts'

const PHRASES = { en: ENGLISH } as const satisfies Record<string, Phrases>
/** The languages that clauses read back in. */
export type ReadBackLanguage = keyof typeof PHRASES

/**
 * One sentence that says all that a clause's fields say. Words in curly quotation marks are the text's own and mean to the
 * engine no more than they say; everything else is what it evaluates. The hash under `reads` and the title of a clause that
 * says what it is without one are not spoken.
 */
export function sentenceOf(clause: AnyClause, names: Names, language: ReadBackLanguage = 'en'): string {
  const phrase = PHRASES[language][clause.kind] as (clause: AnyClause, names: Names) => string
  return phrase(clause, names)
}
