// The tables of the example leave in every format, and come back the same.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readCsv, readGeoJson, readXlsx, tableNamed, writeCsv, writeGeoJson, writeXlsx } from './index.ts'

const EXAMPLE = fileURLToPath(new URL('../../../examples/aleppo-2016', import.meta.url))
const FILES = ['access', 'ground'].flatMap((folder) =>
  readdirSync(join(EXAMPLE, folder))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => join(folder, name)),
)

function sound<T extends { readonly ok: boolean }>(taken: T): Extract<T, { readonly ok: true }> {
  if (!taken.ok) throw new Error(JSON.stringify(taken))
  return taken as Extract<T, { readonly ok: true }>
}

describe.each(FILES)('%s of the example', (file) => {
  const table = tableNamed(/(\w+)\.csv$/.exec(file)![1]!)!
  const rows = () => sound(readCsv(table, readFileSync(join(EXAMPLE, file), 'utf8'))).rows

  it.each([true, false])('comes back from CSV, with HXL tags: %j', (hxl) => {
    expect(rows().length).toBeGreaterThan(0)
    expect(sound(readCsv(table, sound(writeCsv(table, rows(), { hxl })).content)).rows).toEqual(rows())
  })

  it('comes back from GeoJSON', () => {
    expect(sound(readGeoJson(table, sound(writeGeoJson(table, rows())).content)).rows).toEqual(rows())
  })

  it('comes back from a spreadsheet', async () => {
    const written = sound(await writeXlsx(table, rows(), { rightToLeft: false }))
    expect(sound(await readXlsx(table, written.content)).rows).toEqual(rows())
  })
})
