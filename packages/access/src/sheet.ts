// Rows of a table as they come out of a CSV file or a spreadsheet, and the problem that one cell of them can be.

export interface SheetRow {
  /** As a spreadsheet numbers it: the head is row 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/** One table, whatever kind of file it came from. */
export interface Sheet {
  /** The file's name, such as `steps.csv`. */
  readonly file: string
  readonly head: readonly string[]
  readonly rows: readonly SheetRow[]
}

export const PROBLEM_CODES = [
  'unknown-table',
  'unknown-column',
  'missing-column',
  'missing-cell',
  'formula-cell',
  'bad-cell',
  'unsaid-row',
  'quoted-example',
  'time-without-offset',
  'recorded-too-early',
  'swapped-position',
  'unknown-id',
  'id-twice',
  'correction',
  'wrong-edition',
  'seal-twice',
  'seal-healed',
  'two-places-at-once',
  'arrival-before-departure',
  'more-than-loaded',
] as const

/** Why nothing of a folder was taken, said of the cell where it went wrong. */
export interface AccessProblem {
  readonly code: (typeof PROBLEM_CODES)[number]
  readonly file: string
  /** Null where the head or the whole file is meant. */
  readonly row: number | null
  readonly column: string | null
  /** The cell as spreadsheets name it, `C7`. */
  readonly cell: string | null
  /** One lower-case sentence with the user's input in backticks. */
  readonly message: string
  readonly help: string
}

/** `C7` of column 2, row 7; columns count from 0. */
export function cellName(column: number, row: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return `${letters}${row}`
}

/** The optional row of HXL hashtags under the head: every cell is empty or begins with `#`. */
export function isHxlRow(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.startsWith('#')) && cells.every((cell) => cell === '' || cell.startsWith('#'))
}

const MOST_SHOWN = 60

export function quoted(text: string): string {
  const shown = text.replaceAll('`', "'").replaceAll(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
  return `\`${shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN - 1)}…` : shown}\``
}
