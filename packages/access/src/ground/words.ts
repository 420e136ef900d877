// A reference to somebody's word: enough to find its row, and to read it.
import type { Position } from './records.ts'

/** The id of a row, whose word it is, and the exact words. */
export interface WordRef {
  readonly id: string
  readonly observer: string
  readonly quote: string | null
  readonly doc: string | null
  readonly source: string
}

export function wordRef({ id, observer, quote, doc, source }: Position): WordRef {
  return { id, observer, quote, doc, source }
}
