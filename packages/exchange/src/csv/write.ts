// Records as comma-separated text: headings, the row of HXL tags where wanted, and no cell that a spreadsheet runs.
import { shielded } from '@trucekeeper/access'
import type { Written } from '../flaw.ts'
import { headRows } from '../grid.ts'
import { headOf } from '../head.ts'
import type { Column, Row, Table, Value } from '../table.ts'
import { unwritable } from '../unwritable.ts'
import { csvGrid } from './read.ts'

/** The readers of this project and of others take no longer row. */
const LONGEST_ROW = 900_000

/** RFC 4180 in UTF-8 with line feeds; `row` of a flaw is the number of the record. */
export function writeCsv(table: Table, rows: readonly Row[], { hxl }: { readonly hxl: boolean }): Written<string> {
  const tags = hxl ? [table.columns.map(({ tag }) => tag)] : []
  const head = [table.columns.map(({ name }) => name), ...tags].map((cells) => `${cells.join(',')}\n`).join('')
  const lines = linesOf(table, table.columns, rows)
  return lines.ok ? { ok: true, content: head + lines.content } : lines
}

/**
 * A file of the table with more records at its end, in its own columns; what stood in it stays byte for byte, since rows
 * may be called by their number.
 */
export function appendCsv(table: Table, text: string, rows: readonly Row[]): Written<string> {
  const grid = csvGrid(text)
  if (!grid.ok) return { ok: false, flaws: [grid.flaw] }
  const head = headOf(table, headRows(grid.rows))
  if (Array.isArray(head)) return { ok: false, flaws: head }
  const lacking = table.columns.find(
    ({ name }) =>
      !head.columns.some((column) => column?.name === name) && rows.some((row) => (row[name] ?? null) !== null),
  )
  if (lacking) {
    const message = `the file to add to has no column \`${lacking.name}\``
    const help = 'add the column to it, with empty cells'
    return { ok: false, flaws: [{ place: '1:1', row: 1, field: lacking.name, message, help }] }
  }
  const lines = linesOf(table, head.columns, rows)
  return lines.ok ? { ok: true, content: `${text}${/\n$|^$/.test(text) ? '' : '\n'}${lines.content}` } : lines
}

function linesOf(table: Table, columns: readonly (Column | null)[], rows: readonly Row[]): Written<string> {
  const flaws = unwritable(table, rows)
  if (flaws.length > 0) return { ok: false, flaws }
  const lines = rows.map((row) => columns.map((column) => cellOf((column && row[column.name]) ?? null)).join(','))
  const long = lines.findIndex((line) => line.length > LONGEST_ROW)
  if (long === -1) return { ok: true, content: lines.map((line) => `${line}\n`).join('') }
  const message = `the record is longer than ${LONGEST_ROW.toLocaleString('en')} characters`
  const flaw = { place: `record ${long + 1}`, row: long + 1, field: null, message }
  return { ok: false, flaws: [{ ...flaw, help: 'keep long texts in the document that is quoted' }] }
}

function cellOf(value: Value): string {
  return value === null ? '' : typeof value === 'number' ? String(value) : inCell(shielded(value))
}

function inCell(text: string): string {
  return /[",\r\n]|^\s|\s$|^\uFEFF/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
