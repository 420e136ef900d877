// Word lists of the wording rules, language by language, and how they are found in prose.
import { en } from './en/index.ts'
import type { WordingLanguage } from './language.ts'

/** An agreement may be in several languages at once, so that every list is asked of every sentence. */
export const LANGUAGES: readonly WordingLanguage[] = [en]

export { findAll, folded, phrases, sentenceAt, withoutQuotations, type Found } from './find.ts'
export type { Pattern, VaguePhrase, WordingLanguage } from './language.ts'
