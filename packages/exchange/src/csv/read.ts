// Records from comma-separated text, with or without a row of HXL tags.
import { isFormula, unshielded } from '@trucekeeper/access'
import { csvReader } from '@trucekeeper/events'
import type { Surroundings } from '../checks.ts'
import { quoted, type Flaw, type Read } from '../flaw.ts'
import { readGrid, type GridRow } from '../grid.ts'
import type { Table } from '../table.ts'
import { isNumeric } from '../values.ts'

/** Records of a table from the text of a file, places as `line:column`; all of them, or every flaw. */
export function readCsv(table: Table, text: string, around: Surroundings = {}): Read {
  const grid = csvGrid(text)
  if (!grid.ok) return { ok: false, flaws: [grid.flaw] }
  return readGrid(table, grid.rows, around, (column, raw) => {
    if (typeof raw !== 'string' || isNumeric(column)) return { raw }
    if (isFormula(raw))
      return {
        message: `\`${column.name}\`: ${quoted(raw)} begins as a formula does`,
        help: "a file is not to run anything: put a ' before it where the words are meant",
      }
    return { raw: unshielded(raw) }
  })
}

/** Rows of cells, each with its place; the first flaw of the form ends the reading. */
export function csvGrid(text: string): { ok: true; rows: GridRow[] } | { ok: false; flaw: Flaw } {
  const rows: GridRow[] = []
  const reader = csvReader((row) => {
    const indices = Array.from({ length: row.cells }, (_, index) => index)
    const places = indices.map((index) => row.placeOf(index))
    rows.push({
      number: row.line,
      cells: indices.map((index) => row.cell(index)),
      place: (index) => `${places[index]?.line ?? row.line}:${places[index]?.column ?? 1}`,
    })
    return null
  })
  reader.push(text)
  const flaw = reader.end()
  if (flaw === null) return { ok: true, rows }
  const { line, column, message, help } = flaw
  return { ok: false, flaw: { place: `${line}:${column}`, row: line, field: null, message, help } }
}
