// What of a table may leave the desk that owns it: no exact place of anything protected, no position of a unit or a truck.
import { geohash } from '@trucekeeper/access'
import { CELL_FIELD, columnOf, type Row, type Table } from './table.ts'

/** Who will read the file. */
export const READERS = ['desk', 'parties', 'public'] as const
export type Reader = (typeof READERS)[number]

export type Outbound =
  | { readonly ok: true; readonly rows: readonly Row[]; /** Rows whose place was kept back. */ readonly kept: number }
  | { readonly ok: false; readonly message: string; readonly help: string }

/** Length of the cells that a reader may have; fewer than `K` places in one are told of in a larger one, or not at all. */
const LENGTHS = { desk: 5, parties: 5, public: 4 } as const
const K = 5
const SMALLEST_LENGTH = 1
/** P-codes of governorates, districts and sub-districts: longer ones are a village, and so a place. */
const WIDE_PCODE = /^[A-Z]{2}\d{2}(?:\d{2}){0,2}$/

/**
 * The rows as a reader may have them. The places of protected objects leave in cells (geohash) whoever reads them; tables
 * of exact positions stay at the desk.
 */
export function outbound(table: Table, rows: readonly Row[], reader: Reader): Outbound {
  if (table.staysAtDesk && reader !== 'desk')
    return {
      ok: false,
      message: `the positions of \`${table.name}\` stay at the desk that owns them`,
      help: 'hand out what is published of them: distance bands, later; or export for the desk itself',
    }
  const [east, north] = [columnOf(table, 'longitude'), columnOf(table, 'latitude')]
  if (!east || !north) return { ok: true, rows, kept: 0 }
  if (table.positionStaysAtDesk && reader !== 'desk') {
    const without = rows.map((row) => ({ ...row, [east.name]: null, [north.name]: null }))
    return { ok: true, rows: without, kept: rows.filter((row) => (row[east.name] ?? null) !== null).length }
  }
  if (!table.isProtected) return { ok: true, rows, kept: 0 }
  const placeOf = (row: Row): readonly [number, number] | null => {
    const [longitude, latitude] = [row[east.name], row[north.name]]
    return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : null
  }
  const isKept = table.isProtected
  const places = rows
    .filter(isKept)
    .map(placeOf)
    .filter((place) => place !== null)
  const cells = cellsOf(places, LENGTHS[reader])
  let kept = 0
  const out = rows.map((row) => {
    if (!isKept(row)) return row
    const place = placeOf(row)
    kept += place ? 1 : 0
    const codes = table.columns.filter(({ kind }) => kind === 'pcode')
    const narrow = codes.filter(({ name }) => typeof row[name] === 'string' && !WIDE_PCODE.test(row[name]))
    const cell = place ? (cells.get(String(place)) ?? null) : (row[CELL_FIELD] ?? null)
    return {
      ...row,
      [east.name]: null,
      [north.name]: null,
      [CELL_FIELD]: cell,
      ...Object.fromEntries(narrow.map(({ name }) => [name, null])),
    }
  })
  return { ok: true, rows: out, kept }
}

/**
 * The cell of each place: the smallest in which at least `K` places are told of that no smaller cell tells of. Were those
 * of smaller cells counted again, what a larger one adds to them would give a single place away.
 */
function cellsOf(places: readonly (readonly [number, number])[], length: number): ReadonlyMap<string, string> {
  const told = new Map<string, string>()
  let left = new Map(places.map((place) => [String(place), place] as const))
  for (let size = length; size >= SMALLEST_LENGTH; size -= 1) {
    for (const [cell, inside] of Map.groupBy(left, ([, place]) => geohash(place, size)))
      if (inside.length >= K) for (const [key] of inside) told.set(key, cell)
    left = new Map([...left].filter(([key]) => !told.has(key)))
  }
  return told
}
