// Why something a model proposed is not handed on.

export type DropCode =
  | 'proposal-malformed'
  | 'proposal-not-a-quote'
  | 'proposal-quote-ambiguous'
  | 'proposal-quotes-hidden-text'
  | 'proposal-invents-words'
  | 'proposal-figure-unsound'
  | 'proposal-refused'
  | 'proposal-repeated'
  | 'proposals-too-many'

export interface Dropped {
  /** Which of the proposals, from 0. */
  readonly index: number
  readonly code: DropCode
  /** One lower-case sentence; what the model wrote stands in backticks, cut short. */
  readonly message: string
}

const MOST_SHOWN = 60

/** Words of a model, safe to print: cut short, on one line, without characters that steer a terminal. */
export function shown(words: string): string {
  const plain = words.replaceAll(/[\p{C}\p{Zl}\p{Zp}`]+/gu, ' ').trim()
  return `\`${plain.length > MOST_SHOWN ? `${plain.slice(0, MOST_SHOWN).toWellFormed()}…` : plain}\``
}
