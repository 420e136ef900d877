// Sheets for tests, written as rows with named cells; who says so is filled in where a test does not care.
import { takeTables, type Taken } from '../tables.ts'
import type { AccessRecords } from '../records/index.ts'
import type { Sheet } from '../sheet.ts'

type Cells = Readonly<Record<string, string>>

const SAID: Cells = {
  source: 'united-nations',
  doc: 'note.txt',
  quote: 'word for word',
  recorded_at: '2016-12-01T00:00Z',
}

/** A sheet whose head has every column that any of its rows names. */
export function sheetOf(file: string, rows: readonly Cells[]): Sheet {
  const full = rows.map((row) => ({ ...SAID, ...(row.source === 'example' ? { doc: '', quote: '' } : {}), ...row }))
  const head = [...new Set(full.flatMap((row) => Object.keys(row)))]
  return {
    file,
    head,
    rows: full.map((row: Cells, index) => ({ row: index + 2, cells: head.map((column) => row[column] ?? '') })),
  }
}

/** The areas, the request and the consignment that most tests speak of. */
export const GROUND: readonly Sheet[] = [
  sheetOf('areas.csv', [
    { area_id: 'east', name: 'East', lat: '36.21', lon: '37.19', access_status: 'besieged' },
    { area_id: 'west', name: 'West', lat: '36.2', lon: '37.1', access_status: 'accessible' },
  ]),
  sheetOf('consignments.csv', [{ consignment_id: 'c1', destination: 'east', people: '100' }]),
  sheetOf('vehicles.csv', [
    { consignment_id: 'c1', vehicle_id: 't1' },
    { consignment_id: 'c1', vehicle_id: 't2' },
  ]),
]

/** What comes of sheets; a table of those above that is given anew takes its place. */
export function taken(...sheets: Sheet[]): Taken {
  const named = new Set(sheets.map(({ file }) => file))
  return takeTables([...GROUND.filter(({ file }) => !named.has(file)), ...sheets])
}

export function recordsOf(...sheets: Sheet[]): AccessRecords {
  const result = taken(...sheets)
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1))
  return result.records
}
