import { cellsOf, type AccessProblem } from '@trucekeeper/access'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  csvGrid,
  readCsv,
  readGeoJson,
  readXlsx,
  tableNamed,
  TABLES,
  writeCsv,
  writeGeoJson,
  writeXlsx,
  type Read,
} from './index.ts'
import { recordsOf } from './testing/records.ts'

function rowsOf(read: Read) {
  if (!read.ok) throw new Error(JSON.stringify(read.flaws))
  return read.rows
}

/** Whoever reads a table of a folder refuses these. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u

it('a text that is written is the same to whoever reads it, blanks at its ends aside', () => {
  const table = tableNamed('vehicles')!
  fc.assert(
    fc.property(recordsOf(table), (rows) => {
      const kept = rows.filter(({ source, kind }) => {
        const text = String(kind ?? 'x')
        return source !== 'example' && text.trim() !== '' && !CONTROL.test(text)
      })
      const written = writeCsv(table, kept, { hxl: false })
      if (!written.ok) throw new Error(JSON.stringify(written.flaws))
      const grid = csvGrid(written.content)
      if (!grid.ok) throw new Error(grid.flaw.message)
      const [head, ...lines] = grid.rows.map(({ number, cells }) => ({ row: number, cells: cells.map(String) }))
      for (const [index, line] of lines.entries()) {
        const columns = new Map(head!.cells.map((name, at) => [name, at]))
        const problems: AccessProblem[] = []
        const cells = cellsOf({ file: 'vehicles.csv', head: head!.cells, rows: lines }, line, columns, problems)
        expect(cells.maybe('kind')).toBe((kept[index]!.kind as string | null)?.trim() ?? null)
        expect(problems).toEqual([])
      }
    }),
  )
})

describe.each(TABLES)('records of $name come back the same', (table) => {
  it('from CSV, with the row of HXL tags and without', () => {
    fc.assert(
      fc.property(recordsOf(table), fc.boolean(), (rows, hxl) => {
        const written = writeCsv(table, rows, { hxl })
        if (!written.ok) throw new Error(JSON.stringify(written.flaws))
        const again = rowsOf(readCsv(table, written.content))
        expect(again).toEqual(rows)
        const second = writeCsv(table, again, { hxl })
        expect(second).toEqual(written)
      }),
    )
  })

  it('from a spreadsheet', async () => {
    await fc.assert(
      fc.asyncProperty(recordsOf(table), fc.boolean(), async (rows, rightToLeft) => {
        const written = await writeXlsx(table, rows, { rightToLeft })
        if (!written.ok) throw new Error(JSON.stringify(written.flaws))
        expect(rowsOf(await readXlsx(table, written.content))).toEqual(rows)
      }),
      { numRuns: 15 },
    )
  })

  it('from GeoJSON', () => {
    fc.assert(
      fc.property(recordsOf(table), (rows) => {
        const written = writeGeoJson(table, rows)
        if (!written.ok) throw new Error(JSON.stringify(written.flaws))
        expect(rowsOf(readGeoJson(table, written.content))).toEqual(rows)
      }),
    )
  })
})
