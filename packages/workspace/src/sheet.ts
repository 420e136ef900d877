// Tables of a folder as rows of cells, each with the number that a spreadsheet gives it.
import type { Sheet, SheetRow } from '@trucekeeper/access'
import { csvReader } from '@trucekeeper/events'
import { utf8Of } from './text.ts'

export type SheetRead =
  | { readonly ok: true; readonly sheet: Sheet }
  /** `message` says the line and the column where there is one. */
  | { readonly ok: false; readonly message: string; readonly help: string }

/** The rows of a CSV file, or the first place at which it is none. */
export function sheetOf(file: string, bytes: Uint8Array): SheetRead {
  const text = utf8Of(bytes)
  if (text === null) return { ok: false, message: `\`${file}\` is not UTF-8 text`, help: 'save it as CSV in UTF-8' }
  const rows: SheetRow[] = []
  // A cell with line breaks is one row of a spreadsheet and several lines of the file.
  let breaks = 0
  const reader = csvReader((row) => {
    const cells = Array.from({ length: row.cells }, (_, index) => row.cell(index))
    rows.push({ row: row.line - breaks, cells })
    for (const cell of cells) breaks += cell.split('\n').length - 1
    return null
  })
  const flaw = reader.push(text) ?? reader.end()
  if (flaw) return { ok: false, message: `line ${flaw.line}, column ${flaw.column}: ${flaw.message}`, help: flaw.help }
  const [head, ...rest] = rows
  return { ok: true, sheet: { file, head: head?.cells.map((cell) => cell.trim()) ?? [], rows: rest } }
}
