// A folder of tables becomes records, or the list of everything that is wrong with it: all or nothing.
import type { Position } from '@trucekeeper/geo'
import { cellsOf, SAID_COLUMNS, SAID_OPTIONAL, type Cells } from './cells.ts'
import { flawsOf } from './checks/index.ts'
import { AREA_COLUMNS, areaOf } from './records/area.ts'
import { CONSIGNMENT_COLUMNS, consignmentOf } from './records/consignment.ts'
import { EVENT_COLUMNS, eventOf } from './records/event.ts'
import { FIGURE_COLUMNS, figureOf } from './records/figure.ts'
import { ITEM_COLUMNS, itemOf } from './records/item.ts'
import { PARITY_COLUMNS, parityOf } from './records/parity.ts'
import { RECEIPT_COLUMNS, receiptOf } from './records/receipt.ts'
import { REQUEST_COLUMNS, requestOf } from './records/request.ts'
import { SEAL_COLUMNS, sealOf } from './records/seal.ts'
import { STEP_COLUMNS, stepOf } from './records/step.ts'
import { TRACK_COLUMNS, trackOf } from './records/track.ts'
import { VEHICLE_COLUMNS, vehicleOf } from './records/vehicle.ts'
import { NO_RECORDS, type AccessRecords, type RecordKind, type RowOf } from './records/index.ts'
import { cellName, isHxlRow, quoted, type AccessProblem, type Sheet } from './sheet.ts'

interface TableSpec<Row> {
  readonly needed: readonly string[]
  readonly optional: readonly string[]
  readonly read: (cells: Cells) => Row
}

/** Each table's columns beside those that say who says so, and what its rows become. The file is `KIND.csv`. */
export const TABLES: { readonly [K in RecordKind]: TableSpec<RowOf<K>> } = {
  areas: { ...AREA_COLUMNS, read: areaOf },
  requests: { ...REQUEST_COLUMNS, read: requestOf },
  steps: { ...STEP_COLUMNS, read: stepOf },
  consignments: { ...CONSIGNMENT_COLUMNS, read: consignmentOf },
  items: { ...ITEM_COLUMNS, read: itemOf },
  vehicles: { ...VEHICLE_COLUMNS, read: vehicleOf },
  seals: { ...SEAL_COLUMNS, read: sealOf },
  events: { ...EVENT_COLUMNS, read: eventOf },
  receipts: { ...RECEIPT_COLUMNS, read: receiptOf },
  tracks: { ...TRACK_COLUMNS, read: trackOf },
  parity: { ...PARITY_COLUMNS, read: parityOf },
  figures: { ...FIGURE_COLUMNS, read: figureOf },
}

export const TABLE_KINDS = Object.keys(TABLES) as readonly RecordKind[]

/** All columns of a table, in the order in which a template gives them. */
export function columnsOf(kind: RecordKind): readonly string[] {
  const { needed, optional } = TABLES[kind]
  return [...needed, ...optional, ...SAID_COLUMNS, ...SAID_OPTIONAL]
}

export type Taken =
  | { readonly ok: true; readonly records: AccessRecords }
  | { readonly ok: false; readonly problems: readonly AccessProblem[] }

/**
 * Reads the tables of a folder. A table that is missing has no rows; anything wrong anywhere refuses all of it. `near`
 * are places known to lie in the country, by which swapped coordinates are told.
 */
export function takeTables(sheets: readonly Sheet[], near: readonly Position[] = []): Taken {
  const problems: AccessProblem[] = []
  const records: { -readonly [K in RecordKind]: AccessRecords[K] } = { ...NO_RECORDS }
  for (const sheet of sheets) {
    const kind = TABLE_KINDS.find((one) => sheet.file === `${one}.csv`)
    if (kind === undefined) problems.push(unknownTable(sheet))
    else take(kind, sheet)
  }
  function take<K extends RecordKind>(kind: K, sheet: Sheet): void {
    const spec: TableSpec<RowOf<K>> = TABLES[kind]
    const rows = rowsOf(sheet, spec, problems)
    Object.assign(records, { [kind]: [...records[kind], ...rows] })
  }
  // Rows that could not be read would make others look as if they spoke of nothing.
  if (problems.length === 0) problems.push(...flawsOf(records, sheets, near))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, records }
}

function rowsOf<Row>(sheet: Sheet, { needed, optional, read }: TableSpec<Row>, problems: AccessProblem[]): Row[] {
  const { file, head } = sheet
  const known = new Set([...needed, ...optional, ...SAID_COLUMNS, ...SAID_OPTIONAL])
  const columnOf = new Map<string, number>()
  const before = problems.length
  for (const [index, column] of head.entries()) {
    const at = { file, row: 1, column, cell: cellName(index, 1) }
    if (columnOf.has(column)) {
      const message = `the column ${quoted(column)} stands twice`
      problems.push({ code: 'unknown-column', ...at, message, help: 'leave one of the two out' })
    } else if (!known.has(column)) {
      const message = `${quoted(column)} is no column of \`${file}\``
      problems.push({ code: 'unknown-column', ...at, message, help: `its columns are ${[...known].join(', ')}` })
    }
    columnOf.set(column, index)
  }
  for (const column of [...needed, ...SAID_COLUMNS]) {
    if (columnOf.has(column)) continue
    const message = `\`${file}\` has no column \`${column}\``
    const help = 'add the column; a cell of it may be empty where the manual says so'
    problems.push({ code: 'missing-column', file, row: 1, column, cell: null, message, help })
  }
  if (problems.length > before) return []
  const rows: Row[] = []
  for (const [index, row] of sheet.rows.entries()) {
    if (index === 0 && isHxlRow(row.cells)) continue
    const count = problems.length
    const taken = read(cellsOf(sheet, row, columnOf, problems))
    if (problems.length === count) rows.push(taken)
  }
  return rows
}

function unknownTable({ file }: Sheet): AccessProblem {
  const help = `its tables are ${TABLE_KINDS.map((kind) => `${kind}.csv`).join(', ')}`
  const message = `${quoted(file)} is no table of access`
  return { code: 'unknown-table', file, row: null, column: null, cell: null, message, help }
}
