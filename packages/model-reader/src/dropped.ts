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

/** Words of a model cut short, between backticks. */
export function shown(words: string): string {
  const plain = printable(words.replaceAll('`', ' ')).trim()
  return `\`${plain.length > MOST_SHOWN ? `${printable(plain.slice(0, MOST_SHOWN))}…` : plain}\``
}

/** On one line, without what steers a terminal or is not seen. */
export function printable(words: string): string {
  return words.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
}
