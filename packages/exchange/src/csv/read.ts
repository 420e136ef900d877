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
  const otherwise = otherSeparator(text)
  if (otherwise) return { ok: false, flaw: otherwise }
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

const LONGEST_HEAD = 10_000

/** Tables have several columns: a first line without a comma was saved with something else between its cells. */
function otherSeparator(text: string): Flaw | null {
  const first = text.slice(0, LONGEST_HEAD).split('\n', 1)[0]!
  const at = first.search(/[;\t]/)
  if (at === -1 || first.includes(',')) return null
  const message = `its cells are set apart by ${first[at] === ';' ? 'semicolons' : 'tabs'}`
  const help = 'save it again as CSV with commas between the cells'
  return { place: `1:${at + 1}`, row: 1, field: null, message, help }
}
