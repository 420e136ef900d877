// Cells that spreadsheets run, from a list outside the project.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shielded } from '@trucekeeper/access'
import { readCsv, tableNamed, writeCsv } from '../index.ts'

const LIST = '../shared/hostile/lists/csv-formula.json'
const cells: string[] = existsSync(LIST) ? JSON.parse(readFileSync(LIST, 'utf8')).cells : []

describe.skipIf(cells.length === 0)(`the cells of ${LIST} (skipped where the list is not there)`, () => {
  it.each(cells)('%j opens as text, and comes back as it was', (cell) => {
    expect(shielded(cell)).toBe(`'${cell}`)
    const table = tableNamed('areas')!
    const row = { area_id: cell, name: cell, source: cell, recorded_at: '2016-09-13T16:20+03:00' }
    const written = writeCsv(table, [row], { hxl: true })
    if (!written.ok) throw new Error('unwritable')
    expect(readCsv(table, written.content)).toMatchObject({ ok: true, rows: [row] })
  })
})
