// A report's words in each language, and which way it is read.
import { AR } from './ar.ts'
import { EN } from './en.ts'
import { FR } from './fr.ts'
import { RU } from './ru.ts'
import type { Language, Words } from './words.ts'

export { LANGUAGES, type Language, type Words } from './words.ts'

export const WORDS: Readonly<Record<Language, Words>> = { en: EN, ar: AR, ru: RU, fr: FR }

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}
