// Records as a spreadsheet, and the empty form of one that people fill in offline.
import writeSheets, { type CellObject, type SheetData } from 'write-excel-file/universal'
import { getCellAddress } from 'write-excel-file/utility'
import type { Flaw, Written } from '../flaw.ts'
import type { Column, Row, Table, Value } from '../table.ts'
import { unwritable } from '../unwritable.ts'
import { isNumeric } from '../values.ts'
import { timeless } from './archive.ts'
import { dropDowns } from './drop-downs.ts'

/** The sheet in which the codes of the drop-downs stand; it is not read. */
export const CODES_SHEET = 'codes'
const HEAD_ROWS = 3
/** Empty rows that are formatted as text, so that a spreadsheet program leaves what is written there alone. */
const ROWS_READY = 500
const LAST_ROW = 10_000
const LONGEST_TEXT = 32_767
const MOST_ROWS = 1_000_000

export interface XlsxOptions {
  /** From right to left, as Arabic is read. */
  readonly rightToLeft?: boolean
}

/** The form of a table: help words, headings, HXL tags, then rows to fill in. The same bytes each time. */
export async function xlsxTemplate(table: Table, options: XlsxOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  return workbook(table, [], ROWS_READY, options)
}

/** The same with records in it; `row` of a flaw is the number of the record. */
export async function writeXlsx(
  table: Table,
  rows: readonly Row[],
  options: XlsxOptions = {},
): Promise<Written<Uint8Array<ArrayBuffer>>> {
  const flaws = [...unwritable(table, rows), ...tooLong(table, rows)]
  if (flaws.length > 0) return { ok: false, flaws }
  return { ok: true, content: await workbook(table, rows, 0, options) }
}

function tooLong({ columns }: Table, rows: readonly Row[]): Flaw[] {
  const help = 'export it as CSV or GeoJSON'
  if (rows.length > MOST_ROWS) {
    const message = `a sheet holds no more than ${MOST_ROWS.toLocaleString('en')} records`
    return [{ place: `record ${MOST_ROWS + 1}`, row: MOST_ROWS + 1, field: null, message, help }]
  }
  return rows.flatMap((row, index) =>
    columns.flatMap(({ name }) => {
      const value = row[name]
      if (typeof value !== 'string' || inSheet(value).length <= LONGEST_TEXT) return []
      const message = `\`${name}\` is longer than a cell of a spreadsheet, ${LONGEST_TEXT.toLocaleString('en')} characters`
      return [{ place: `record ${index + 1}`, row: index + 1, field: name, message, help }]
    }),
  )
}

async function workbook(table: Table, rows: readonly Row[], empty: number, { rightToLeft = false }: XlsxOptions) {
  const { columns, name } = table
  const blank = columns.map((column) => cellOf(column, null))
  const data: SheetData = [
    columns.map(({ help, required }) => ({
      value: inSheet(required ? `${help} (required)` : help),
      wrap: true,
      alignVertical: 'top',
      fontStyle: 'italic',
      textColor: '#444444',
    })),
    columns.map((column) => ({ value: column.name, fontWeight: 'bold', backgroundColor: '#e8eef4' })),
    columns.map(({ tag }) => ({ value: tag, textColor: '#444444' })),
    ...rows.map((row) => columns.map((column) => cellOf(column, row[column.name] ?? null))),
    ...Array.from({ length: empty }, () => blank),
  ]
  const listed = columns.filter(({ codes }) => codes !== undefined)
  const longest = Math.max(0, ...listed.map(({ codes }) => codes!.length))
  const lists: SheetData = [
    listed.map((column) => ({ value: column.name, fontWeight: 'bold' })),
    ...Array.from({ length: longest }, (_, at) => listed.map(({ codes }) => codes![at] ?? null)),
  ]
  const listOf = (column: Column) => {
    const index = listed.indexOf(column)
    const letters = getCellAddress(0, index < 0 ? 0 : index).slice(0, -1)
    return index < 0 ? null : `${CODES_SHEET}!$${letters}$2:$${letters}$${column.codes!.length + 1}`
  }
  const sheet = { sheet: name, data, stickyRowsCount: HEAD_ROWS, columns: columns.map(widthOf), rightToLeft }
  const codes = { sheet: CODES_SHEET, data: lists, columns: listed.map(widthOf), rightToLeft }
  const features = [dropDowns(table, { first: HEAD_ROWS, last: Math.max(LAST_ROW, rows.length + HEAD_ROWS), listOf })]
  const written = await writeSheets(listed.length > 0 ? [sheet, codes] : [sheet], { features }).toBlob()
  return timeless(new Uint8Array(await written.arrayBuffer()))
}

/** Text stays text however it looks: `007`, `2016-09-12` and `=1+1` are shown as they are. */
function cellOf(column: Column, value: Value): CellObject {
  if (typeof value === 'number') return { value, type: Number }
  if (isNumeric(column)) return { type: Number }
  return value === null
    ? { type: String, format: '@' }
    : { value: inSheet(value), type: String, format: '@', wrap: true }
}

/** In characters; Arabic letters are as wide, but their words stand in for longer ones: nothing is narrower than this. */
const WIDTHS: Partial<Record<Column['kind'], number>> = { text: 32, instant: 28, moment: 34, when: 28, code: 28 }
const NARROWEST = 16

function widthOf({ kind, name }: Column): { width: number } {
  return { width: Math.max(WIDTHS[kind] ?? NARROWEST, name.length + 4) }
}

/**
 * What XML 1.0 cannot hold, or would change, as `_xHHHH_` (ECMA-376 Part 1, 22.9.2.19); and what looks like it. The
 * library takes `__proto__` and its like for texts that it has already.
 */
function inSheet(text: string): string {
  if (text in {}) return `_x${hex(text.charCodeAt(0))}_${text.slice(1)}`
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/(?![\t\n])\p{Cc}|\ufffd|\p{Noncharacter_Code_Point}/gu, (character) =>
      Array.from({ length: character.length }, (_, at) => `_x${hex(character.charCodeAt(at))}_`).join(''),
    )
}

function hex(unit: number): string {
  return unit.toString(16).toUpperCase().padStart(4, '0')
}
