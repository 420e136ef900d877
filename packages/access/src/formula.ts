// Cells that a spreadsheet would run: a mark before them makes it show them, and is taken off again on reading.

/** Blanks, controls and signs that cannot be seen, which a spreadsheet may drop before it looks at what follows. */
const UNSEEN = '[\\s\\p{Cc}\\p{Cf}\\u00a0]'
/** Signs that begin a formula, full-width ones too, and `|` and `%`, with which some programs and links begin. */
const STARTS = '[=+\\-@|%＝＋－＠]'
/** At the start, or after what another program may take for the end of a cell. */
const RISKY = new RegExp(`^'*(?:${UNSEEN}|["'])*${STARTS}|[\\r\\n\\t;,"]${UNSEEN}*${STARTS}|^'*[\\t\\r\\n]`, 'u')
const FORMULA = new RegExp(`^${UNSEEN}*[=+\\-@＝＋－＠]|^[\\t\\r]`, 'u')

const NUMBER = /^[+-]?\d+([.,]\d+)*$/

/** The text as it goes into a file that may be opened in a spreadsheet. */
export function shielded(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** The text of a cell as it was before `shielded`. */
export function unshielded(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** Whether a spreadsheet would run the cell instead of showing it (CWE-1236). */
export function isFormula(cell: string): boolean {
  return FORMULA.test(cell) && !NUMBER.test(cell)
}
