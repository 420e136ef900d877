// Records as comma-separated text: headings, the row of HXL tags where wanted, and no cell that a spreadsheet runs.
import type { Flaw, Written } from '../flaw.ts'
import type { Row, Table } from '../table.ts'
import { valueFlaw } from '../values.ts'
import { shielded } from './formula.ts'

/** The readers of this project and of others take no longer row. */
const LONGEST_ROW = 900_000

/** RFC 4180 in UTF-8 with line feeds; `row` of a flaw is the number of the record. */
export function writeCsv(table: Table, rows: readonly Row[], { hxl }: { readonly hxl: boolean }): Written<string> {
  const flaws = unwritable(table, rows)
  if (flaws.length > 0) return { ok: false, flaws }
  const head = [table.columns.map(({ name }) => name), ...(hxl ? [table.columns.map(({ tag }) => tag)] : [])]
  const lines = rows.map((row) =>
    table.columns.map(({ name }) => {
      const value = row[name] ?? null
      return value === null ? '' : typeof value === 'number' ? String(value) : inCell(shielded(value))
    }),
  )
  const text = [...head, ...lines].map((cells) => cells.join(','))
  const long = text.findIndex((line) => line.length > LONGEST_ROW)
  if (long === -1) return { ok: true, content: `${text.join('\n')}\n` }
  const message = `the record is longer than ${LONGEST_ROW.toLocaleString('en')} characters`
  const flaw = { place: `record ${long - head.length + 1}`, row: long - head.length + 1, field: null, message }
  return { ok: false, flaws: [{ ...flaw, help: 'keep long texts in the document that is quoted' }] }
}

/** What of the records no file could give back: values their columns do not take, fields no column has. */
export function unwritable({ columns, name }: Table, rows: readonly Row[]): Flaw[] {
  const names = new Set(columns.map((column) => column.name))
  return rows.flatMap((row, index) => {
    const at = { place: `record ${index + 1}`, row: index + 1 }
    const unknown = Object.keys(row)
      .filter((field) => !names.has(field))
      .map((field) => ({
        ...at,
        field,
        message: `\`${field}\` is no column of \`${name}\``,
        help: 'it would be lost: take it out, or into the table',
      }))
    const wrong = columns.flatMap((column) => {
      const flaw = valueFlaw(column, row[column.name])
      return flaw ? [{ ...at, field: column.name, ...flaw }] : []
    })
    return [...unknown, ...wrong]
  })
}

function inCell(text: string): string {
  return /[",\r\n]|^\s|\s$|^\uFEFF/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
