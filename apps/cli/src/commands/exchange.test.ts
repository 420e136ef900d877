// truce import and truce export with the real binary: forms out, filled files in, and nothing by halves.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))
const AREAS = 'area_id,name,lat,lon,source,doc,quote,recorded_at'
const EAST = 'east,Eastern Aleppo,36.2,37.1,example,,,2016-09-13T16:20+03:00'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'exchange-'))
})
afterEach(() => rm(dir, { recursive: true }))

function truce(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

async function put(name: string, ...lines: string[]): Promise<string> {
  const path = join(dir, name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

describe('truce import', () => {
  it('tells the table by its head, and says as JSON how many records were taken', async () => {
    const { status, stdout } = truce('import', 'csv', await put('a.csv', AREAS, EAST), '--json')
    expect(JSON.parse(stdout)).toEqual({ format: 'csv', table: 'areas', imported: 1, skipped: [], passed_over: [] })
    expect(status).toBe(0)
  })

  it('adds records to a folder once, however often they are imported', async () => {
    const file = await put('a.csv', AREAS, EAST)
    expect(truce('import', 'csv', file, '--into', dir).stdout).toContain('1 added to')
    const first = await readFile(join(dir, 'access/areas.csv'), 'utf8')
    expect(truce('import', 'csv', file, '--into', dir).stdout).toContain('0 added to')
    expect(await readFile(join(dir, 'access/areas.csv'), 'utf8')).toBe(first)
    const west = await put('b.csv', AREAS, EAST, EAST.replace('east', 'west'))
    expect(truce('import', 'csv', west, '--into', dir).status).toBe(0)
    const second = await readFile(join(dir, 'access/areas.csv'), 'utf8')
    expect(second.startsWith(first)).toBe(true)
    expect(second.split('\n')).toHaveLength(5)
  })

  it('takes nothing where one cell is wrong, names it, and ends with 1', async () => {
    const file = await put('a.csv', AREAS, EAST, EAST.replace('36.2', '=1+1'))
    const said = truce('import', 'csv', file, '--into', dir)
    expect(said.status).toBe(1)
    expect(said.stdout).toContain(`${file}:3:21: \`lat\`: \`=1+1\` is no number`)
    expect(said.stderr).toContain('was taken')
    expect(await readdir(dir)).toEqual(['a.csv'])
    expect(JSON.parse(truce('import', 'csv', file, '--json').stdout)).toMatchObject({
      imported: 0,
      skipped: [{ row: 3, place: '3:21', field: 'lat', why: expect.stringContaining('is no number') }],
    })
  })

  it('takes nothing that the rest of the folder speaks against', async () => {
    const request = 'request_id,step,decided_by,decision,at,source,doc,quote,recorded_at'
    const step = 'r1,loading,governor,denied,2016-09-13T10:00+03:00,example,,,2016-09-13T16:20+03:00'
    const said = truce('import', 'csv', await put('s.csv', request, step), '--into', dir, '--json')
    expect(said.status).toBe(1)
    expect(JSON.parse(said.stdout)).toMatchObject({
      imported: 0,
      skipped: [{ place: 'record 1, `request_id`', row: 1 }],
    })
    expect(existsSync(join(dir, 'access'))).toBe(false)
  })

  it('names a record by its number in the file, and what it clashes with by its cell', async () => {
    await cp(EXAMPLE, dir, { recursive: true })
    const there = (await readFile(join(EXAMPLE, 'access/seals.csv'), 'utf8')).split('\n')
    const seal =
      'S-101,convoy-3,truck-301,applied,gate,2016-09-14T18:30+03:00,monitors,,example,,,2016-09-16T11:00+03:00'
    const file = await put('s.csv', there[0]!, there[1]!, seal)
    const { status, stdout } = truce('import', 'csv', file, '--into', dir)
    expect(status).toBe(1)
    expect(stdout).toContain(`${file}:record 2`)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('the seal `S-101` is on vehicle')
    expect(await readFile(join(dir, 'access/seals.csv'), 'utf8')).toBe(there.join('\n'))
  })

  it.each([
    ['exchanged coordinates', '36.2695,37.127', 'government', 'look swapped'],
    ['a party that the agreement does not name', '37.127,36.2695', 'martians', 'is not named in the agreement'],
  ])('holds positions against the agreement of the folder: %s', async (_, place, party, says) => {
    for (const name of ['agreement.md', 'places.geojson', 'ground'])
      await cp(join(EXAMPLE, name), join(dir, name), { recursive: true })
    const before = await readFile(join(dir, 'ground/positions.csv'), 'utf8')
    const said = `100,2016-09-14T10:00+03:00,saw,united-nations,asserts,example,,,2016-09-14T18:00+03:00`
    const file = await put('p.csv', before.split('\n')[0]!, `g99,${party},tanks-9,tank,${place},${said}`)
    const { status, stdout } = truce('import', 'csv', file, '--into', dir, '--json')
    expect(status).toBe(1)
    expect(stdout).toContain(says)
    expect(await readFile(join(dir, 'ground/positions.csv'), 'utf8')).toBe(before)
  })

  it.each([
    ['csv', '', 'is empty'],
    ['csv', `${AREAS}\n${EAST}\n`.replaceAll(',', ';'), ':1:8: its cells are set apart by semicolons'],
    ['csv', `${AREAS}\n"${EAST}`, ':2:1: the quotation that begins here is never closed'],
    ['xlsx', 'PK no book', ': the file is'],
  ])('says of a %s file that nobody can read what is wrong with it: %j', async (format, text, says) => {
    await writeFile(join(dir, 'a'), text)
    const { status, stderr } = truce('import', format, join(dir, 'a'))
    expect(status).toBe(1)
    expect(stderr).toContain(says)
  })

  it('tells exchanged coordinates by the places of the folder, and P-codes by the sets that are given', async () => {
    const point = {
      type: 'Feature',
      id: 'a',
      geometry: { type: 'Point', coordinates: [40, 35] },
      properties: { name: 'A' },
    }
    await put('places.geojson', JSON.stringify({ type: 'FeatureCollection', features: [point] }))
    const swapped = await put('a.csv', AREAS, EAST.replace('36.2,37.1', '40.1,35.1'))
    expect(truce('import', 'csv', swapped, '--into', dir).stdout).toContain('seem to be exchanged')
    const codes = await put('codes.txt', 'SY0200')
    const coded = await put('p.csv', `${AREAS},pcode,cod_version`, `${EAST},SY0203,v1`)
    expect(truce('import', 'csv', coded, '--pcodes', `v1=${codes}`).stdout).toContain('is no P-code of version `v1`')
  })

  it('leaves out the events that cannot be used, and says why', async () => {
    const head = 'event_id_cnty,event_date,event_type,actor1,actor2,latitude,longitude,fatalities'
    const rows = ['S1,2016-09-12,Battles,A,B,36.2,37.1,5', 'S2,someday,Battles,A,B,36.2,37.1,5']
    const { status, stdout } = truce('import', 'acled', await put('acled.csv', head, ...rows), '--json', '--rows')
    expect(JSON.parse(stdout)).toMatchObject({
      imported: 1,
      skipped: [{ row: 3, why: '`event_date`: `someday` is no day' }],
      rows: [{ incident_id: 'acled-S1', fought: 'A;B', deaths_best: 5 }],
    })
    expect(status).toBe(0)
  })

  it.each([
    ['a format that is none', ['import', 'pdf', 'a']],
    ['a file that is not there', ['import', 'csv', 'nowhere.csv']],
    ['a table that is none', ['import', 'geojson', TRUCE, '--table', 'moods']],
  ])('ends with 2 for %s', (_, words) => {
    expect(truce(...words).status).toBe(2)
  })
})

describe('truce export', () => {
  it('writes a form that can be imported, and a table in every format that reads the same again', async () => {
    const form = join(dir, 'areas.xlsx')
    expect(truce('export', '--template', 'areas', '--out', form).status).toBe(0)
    expect(truce('import', 'xlsx', form).stdout).toContain('0 records of areas read')
    const file = await put('a.csv', AREAS, EAST, EAST.replace('east', "'=west"))
    expect(truce('import', 'csv', file, '--into', dir).status).toBe(0)
    const rows = JSON.parse(truce('import', 'csv', file, '--rows', '--json').stdout).rows
    expect(rows[1].area_id).toBe('=west')
    for (const format of ['csv', 'hxl', 'xlsx', 'geojson']) {
      const out = join(dir, `out.${format}`)
      expect(truce('export', dir, '--format', format, '--table', 'areas', '--out', out).status).toBe(0)
      const again = truce('import', format, out, '--table', 'areas', '--rows', '--json')
      expect(JSON.parse(again.stdout).rows).toEqual(rows)
    }
  })

  it('hands the positions of units to nobody but the desk', () => {
    const words = ['export', EXAMPLE, '--format', 'geojson', '--table', 'positions']
    const refused = truce(...words)
    expect([refused.status, refused.stdout]).toEqual([1, ''])
    expect(JSON.parse(truce(...words, '--for', 'desk').stdout).type).toBe('FeatureCollection')
  })

  it.each([
    ['neither a folder nor a form', ['export']],
    ['a table that is none', ['export', '--template', 'moods', '--out', 'x.xlsx']],
    ['a folder without the table', ['export', '.', '--format', 'csv', '--table', 'areas']],
  ])('ends with 2 for %s', (_, words) => {
    expect(truce(...words).status).toBe(2)
  })
})
