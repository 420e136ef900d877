// Tables of a folder as rows of cells, each with the number that a spreadsheet gives it.
import { csvReader, type CsvFlaw } from '@trucekeeper/events'
import { utf8Of } from '@trucekeeper/workspace'
import type { Sheet, SheetRow } from '@trucekeeper/access'
import { NO, Stop } from './terminal.ts'

/** The rows of a CSV file; stops with its line and column where it is none. */
export function sheetOf(file: string, bytes: Uint8Array): Sheet {
  const text = utf8Of(bytes)
  if (text === null) throw new Stop(`\`${file}\` is not UTF-8 text`, 'save it as CSV in UTF-8', NO)
  const rows: SheetRow[] = []
  // A cell with line breaks is one row of a spreadsheet and several lines of the file.
  let breaks = 0
  const reader = csvReader((row) => {
    const cells = Array.from({ length: row.cells }, (_, index) => row.cell(index))
    rows.push({ row: row.line - breaks, cells })
    for (const cell of cells) breaks += cell.split('\n').length - 1
    return null
  })
  const flaw: CsvFlaw | null = reader.push(text) ?? reader.end()
  if (flaw) throw new Stop(`\`${file}\`, line ${flaw.line}, column ${flaw.column}: ${flaw.message}`, flaw.help, NO)
  const [head, ...rest] = rows
  return { file, head: head?.cells.map((cell) => cell.trim()) ?? [], rows: rest }
}
