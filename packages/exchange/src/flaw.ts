// What is wrong in a file that was handed over: where, in which field, and what to do about it.
import type { Row } from './table.ts'

export interface Flaw {
  /** Where it stands, as its format counts: `3:7` (line and column), `positions!F7`, `feature 4`. */
  readonly place: string
  /** The line, the row of the sheet or the number of the feature, from 1. */
  readonly row: number
  /** The field, null where it is about more than one. */
  readonly field: string | null
  readonly message: string
  readonly help: string
}

/** All rows of a file, or nothing of it. */
export type Read =
  | {
      readonly ok: true
      readonly rows: readonly Row[]
      /** Columns of the file that are no columns of the table, by their heading or tag; only HXL files may have some. */
      readonly passedOver: readonly string[]
    }
  | { readonly ok: false; readonly flaws: readonly Flaw[] }

/** What cannot be written into a format, and so nothing is. */
export type Written<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly flaws: readonly Flaw[] }

const LONGEST_SHOWN = 60

/** Words of a user, so that they end no quotation and fill no page. */
export function quoted(text: string): string {
  const shown = text.replaceAll('`', "'").replaceAll(/\p{Cc}/gu, ' ')
  return `\`${shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN - 1)}…` : shown}\``
}
