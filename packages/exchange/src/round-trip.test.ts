import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, readGeoJson, readXlsx, TABLES, writeCsv, writeGeoJson, writeXlsx, type Read } from './index.ts'
import { recordsOf } from './testing/records.ts'

function rowsOf(read: Read) {
  if (!read.ok) throw new Error(JSON.stringify(read.flaws))
  return read.rows
}

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
