// The words of the page in the language of its reader, to be had before anything is shown.
import { language, type Language } from './language.ts'
import { en } from './words/en.ts'

/** Another language is another object of this shape. */
export type Words = typeof en

/** English comes with the page; who reads another language loads that one and no third. */
export const OTHER_WORDS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>> = {
  ar: async () => (await import('./words/ar.ts')).ar,
  ru: async () => (await import('./words/ru.ts')).ru,
  fr: async () => (await import('./words/fr.ts')).fr,
}

// Modules take their words from here when they are loaded, so that they must be loaded after `takeWords`.
export let words: Words = en

export async function takeWords(): Promise<void> {
  if (language !== 'en') words = await OTHER_WORDS[language]()
}
