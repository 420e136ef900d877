// Rows of cells to records: what a text file and a spreadsheet have in common.
import { rowFlaws, type Surroundings } from './checks.ts'
import type { Flaw, Read } from './flaw.ts'
import { headOf, type HeadRow } from './head.ts'
import { ROWS_SEARCHED } from './hxl.ts'
import type { Column, Row, Table, Value } from './table.ts'
import { valueOf, type Raw, type Refused } from './values.ts'

export interface GridRow {
  readonly number: number
  readonly cells: readonly Raw[]
  place(index: number): string
}

/** What a format makes of a cell before the column does; a refusal where it must not stand there. */
type Prepared = (column: Column, raw: Raw) => { readonly raw: Raw } | Refused

/** All records of a grid, each with every field of its table, or every flaw. */
export function readGrid(
  table: Table,
  grid: readonly GridRow[],
  around: Surroundings,
  prepared: Prepared = (_, raw) => ({ raw }),
): Read {
  const head = headOf(table, headRows(grid))
  if (Array.isArray(head)) return { ok: false, flaws: head }
  const flaws: Flaw[] = []
  const rows: Row[] = []
  const none = Object.fromEntries(table.columns.map(({ name }) => [name, null] as const))
  for (const { number, cells, place } of grid.slice(head.rows)) {
    if (cells.every((cell) => cell === null || cell === '')) continue
    const say = (index: number, field: string | null, { message, help }: Refused) =>
      flaws.push({ place: place(index), row: number, field, message, help })
    if (isHeadAgain(head.headings, cells)) {
      say(0, null, { message: 'the headings stand here again', help: 'delete the row' })
      continue
    }
    const before = flaws.length
    const values: [string, Value][] = []
    for (const [index, raw] of cells.entries()) {
      const column = head.columns[index]
      if (!column) {
        if (head.passedOver.length > 0 || raw === null || raw === '') continue
        say(index, null, { message: 'a cell stands under no heading', help: 'give its column a heading, or empty it' })
        continue
      }
      const cell = prepared(column, raw)
      const taken = 'raw' in cell ? valueOf(column, cell.raw) : { ok: false as const, ...cell }
      if (taken.ok) values.push([column.name, taken.value])
      else say(index, column.name, taken)
    }
    const row: Row = { ...none, ...Object.fromEntries(values) }
    if (flaws.length === before) {
      rows.push(row)
      const indexOf = (field: string) =>
        Math.max(
          0,
          head.columns.findIndex((column) => column?.name === field),
        )
      for (const flaw of rowFlaws(table, row, around)) say(indexOf(flaw.field), flaw.field, flaw)
    }
  }
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, rows, passedOver: head.passedOver }
}

/** The rows among which a head is looked for. */
export function headRows(grid: readonly GridRow[]): HeadRow[] {
  return grid
    .slice(0, ROWS_SEARCHED + 1)
    .map(({ number, cells, place }) => ({ number, cells: cells.map(asText), place }))
}

/** Only what stands under names that a table has: a row of data may well repeat one word of the head. */
function isHeadAgain(headings: readonly string[], cells: readonly Raw[]): boolean {
  return headings.length > 0 && headings.every((heading, index) => asText(cells[index] ?? null) === heading)
}

function asText(raw: Raw): string {
  if (raw === null) return ''
  return typeof raw === 'object' ? raw.day : String(raw)
}
