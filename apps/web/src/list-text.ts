// Several things told as one text, as the language of the page strings them together.
import { isolate } from './bidi.ts'
import { words } from './words.ts'

const sentence = new Intl.ListFormat(words.locale, { type: 'conjunction' })

/** `Russia and United States`. */
export function namesText(names: readonly string[]): string {
  return sentence.format(names.map(apart))
}

/** `truck-1, truck-2`: things in a row that make no sentence. */
export function rowText(things: readonly string[]): string {
  return things.map(apart).join(words.comma)
}

/** Texts that may have commas of their own. */
export function textsText(texts: readonly string[]): string {
  return texts.join(words.semicolon)
}

/** A name or a code in a sentence of the page, which does not turn its order round. */
export function apart(name: string): string {
  return words.dir === 'rtl' ? isolate(name) : name
}
