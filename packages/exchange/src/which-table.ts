// Which table a file holds, told by its headings or its HXL tags.
import { csvGrid } from './csv/read.ts'
import { headRows } from './grid.ts'
import { headOf } from './head.ts'
import type { Table } from './table.ts'
import { partsOf } from './xlsx/archive.ts'
import { lookInto } from './xlsx/look.ts'

/** The one table that the head of a text file fits best; null where it fits none, or two alike. */
export function tableOfCsv(tables: readonly Table[], text: string): Table | null {
  const grid = csvGrid(text)
  if (!grid.ok) return null
  const rows = headRows(grid.rows)
  const fits = tables
    .map((table) => {
      const head = headOf(table, rows)
      return { table, found: Array.isArray(head) ? 0 : head.columns.filter((column) => column !== null).length }
    })
    .toSorted((a, b) => b.found - a.found)
  return fits[0]!.found > (fits[1]?.found ?? 0) ? fits[0]!.table : null
}

/** The first table after which a sheet of a spreadsheet is called; null where none is, or where it cannot be opened. */
export function tableOfXlsx(tables: readonly Table[], bytes: Uint8Array): Table | null {
  const opened = partsOf(bytes)
  const names = opened.ok ? (lookInto(opened.parts) ?? []).map(({ name }) => name) : []
  return tables.find(({ name }) => names.includes(name)) ?? null
}
