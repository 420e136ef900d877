// What the reader must know of a language to tell amounts that are no plain numbers: dozens, shares, money, parts of a hundred.
import { ENGLISH_AMOUNTS } from './en/amounts.ts'
import type { Language } from './language.ts'

export interface AmountWords {
  /** Numbers that nobody counted, by the least that they can mean: `dozens` is 24 or more. */
  readonly vague: Readonly<Record<string, number>>
  /** Parts of a whole, with what must follow them: `half of`. */
  readonly shares: Readonly<Record<string, number>>
  /** Words that multiply the number before them: `two dozen`. */
  readonly multipliers: readonly string[]
  readonly percent: string
  /** ISO 4217 code by the words or signs that stand before or after the number. */
  readonly currencies: Readonly<Record<string, string>>
  /** Verbs and nouns that tell the dead from the hurt. */
  readonly killed: string
  readonly injured: string
  readonly and: string
  /** Before the second number of one thing: `23 on Tuesday and 37 on Wednesday`. */
  readonly elliptic: string
}

const WORDS: Readonly<Record<string, AmountWords>> = { en: ENGLISH_AMOUNTS }

export function amountWordsOf({ code }: Language): AmountWords | null {
  return WORDS[code] ?? null
}
