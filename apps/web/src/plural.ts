// Counted words: the form that each language gives a number of things.
import type { Language } from './language.ts'

/** A form for each case that the language tells apart; `#` stands for the number. A case left out takes `other`. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

/** Writes counted things in a language: `plurals('ru')(3, { one: '# день', few: '# дня', other: '# дней' })`. */
export function plurals(language: Language): (n: number, forms: Forms, shown?: string) => string {
  const rule = new Intl.PluralRules(language)
  return (n, forms, shown = `${n}`) => (forms[rule.select(n)] ?? forms.other).replaceAll('#', shown)
}

const rule = new Intl.PluralRules('en')

export const isOne = (n: number) => rule.select(n) === 'one'

/** In English: `1 day`, `3 days`. */
export const count = (n: number, one: string, many: string) => `${n} ${isOne(n) ? one : many}`

/** Words for the codes of a list: every language needs one for each, and a code that is new may be looked up as well. */
export const codes = <K extends string>(list: Readonly<Record<K, string>>): CodeWords<K> => list

export type CodeWords<K extends string> = Readonly<Record<K, string>> & Readonly<Record<string, string>>
