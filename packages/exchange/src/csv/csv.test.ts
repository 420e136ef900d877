import { describe, expect, it } from 'vitest'
import { readCsv, tableNamed, tableOfCsv, TABLES, writeCsv, type Read, type Surroundings } from '../index.ts'

const AREAS = tableNamed('areas')!
const HEAD = 'area_id,name,pcode,cod_version,lat,lon,population,source,recorded_at'
const TAGS =
  '#loc+area+id,#loc+area+name,#adm3+code,#meta+adm3+version,#geo+lat,#geo+lon,#population,#meta+source,#date+recorded'
const ROW = 'east,Eastern Aleppo,SY0200,v1,36.2,37.1,250000,UN,2016-09-13T16:20+03:00'

const read = (lines: readonly string[], around?: Surroundings) => readCsv(AREAS, lines.join('\n'), around)

function flawsOf(taken: Read) {
  return taken.ok ? [] : taken.flaws.map(({ place, message }) => `${place} ${message}`)
}

describe('cells set apart by something else than commas', () => {
  it.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ])('are refused with the place of the first %j', (separator, called) => {
    const lines = [HEAD, ROW].map((line) => line.replaceAll(',', separator))
    expect(flawsOf(read(lines))).toEqual([`1:8 its cells are set apart by ${called}`])
  })
})

describe('a row of HXL tags', () => {
  it.each([
    ['after the headings', [HEAD, TAGS, ROW]],
    ['before the headings', [TAGS, HEAD, ROW]],
    ['in place of headings', [TAGS, ROW]],
    ['in another spelling', [TAGS.replace('#loc+area+id', ' #LOC +id +area'), ROW]],
    ['under headings in another language', ['المنطقة,الاسم,,,,,,,', TAGS, ROW]],
    ['nowhere', [HEAD, ROW]],
  ])('is understood %s', (_, lines) => {
    const taken = read(lines)
    expect(flawsOf(taken)).toEqual([])
    expect(taken).toMatchObject({ rows: [{ area_id: 'east', pcode: 'SY0200', lat: 36.2, population: 250_000 }] })
  })

  it('tells the columns of others apart, and says which of theirs are passed over', () => {
    const taken = read([`#country,${TAGS}`, `Syria,${ROW}`])
    expect(taken).toMatchObject({ ok: true, passedOver: ['#country'], rows: [{ area_id: 'east' }] })
  })

  it('is refused where a tag breaks the syntax of HXL 1.1', () => {
    expect(flawsOf(read([HEAD, TAGS.replace('#geo+lat', '#geo+1lat'), ROW]))).toEqual([
      '2:59 `#geo+1lat` is no HXL tag',
    ])
  })

  it('is refused where it says something else than the heading does', () => {
    expect(flawsOf(read([HEAD, TAGS.replace('#geo+lat,#geo+lon', '#geo+lon,#geo+lat'), ROW]))).toEqual([
      '2:59 the heading says `lat`, the tag `#geo+lon` says `lon`',
      '2:68 the heading says `lon`, the tag `#geo+lat` says `lat`',
    ])
  })
})

describe('a file that is wrong is refused as a whole, with its places', () => {
  it.each([
    ['a column that no table has', [`${HEAD},besieged`, `${ROW},yes`], '1:70 `besieged` is no column of `areas`'],
    ['a column twice', [`${HEAD},name`, `${ROW},East`], '1:70 the column `name` stands twice'],
    ['a column that is missing', ['area_id,name,source', 'e,East,UN'], '1:1 the file has no column `recorded_at`'],
    ['a name of machines for a heading', [`__proto__,${HEAD}`, `x,${ROW}`], '1:1 `__proto__` is no column of `areas`'],
    ['its headings again', [HEAD, ROW, HEAD], '3:1 the headings stand here again'],
    ['an empty cell that has to be filled', [HEAD, ROW.replace('UN', '')], '2:48 `source` is empty'],
    ['a formula', [HEAD, ROW.replace('Eastern Aleppo', '=1+1')], '2:6 `name`: `=1+1` begins as a formula does'],
    ['a formula after a blank', [HEAD, ROW.replace('Eastern Aleppo', ' @SUM(1)')], '2:6 `name`: ` @SUM(1)` begins as'],
    ['a P-code without its version', [HEAD, ROW.replace('v1', '')], '2:28 `pcode` is given without `cod_version`'],
    ['half a position', [HEAD, ROW.replace('37.1', '')], '2:36 `lon` is empty where the other is not'],
    ['a latitude beyond the pole', [HEAD, ROW.replace('36.2', '137.1')], '2:31 `lat`: `137.1` is beyond 90 degrees'],
    ['a position that nobody filled in', [HEAD, ROW.replace('36.2,37.1', '0,0')], '2:31 the position is 0, 0'],
    ['a decimal comma', [HEAD, ROW.replace('36.2', '"36,2"')], '2:31 `lat`: `36,2` is no number'],
    [
      'a time without an offset',
      [HEAD, ROW.replace('+03:00', '')],
      '2:51 `recorded_at`: `2016-09-13T16:20` is no time',
    ],
    ['a quotation that never ends', [HEAD, `"${ROW}`], '2:1 the quotation that begins here is never closed'],
  ])('for %s', (_, lines, said) => {
    const flaws = flawsOf(read(lines))
    expect(flaws[0]).toContain(said)
  })

  it('naming every place at once', () => {
    expect(flawsOf(read([HEAD, ROW.replace('36.2', 'north'), ROW, ROW.replace('250000', 'many')]))).toHaveLength(2)
  })
})

describe('what lies around', () => {
  const boundaries = new Map([
    ['v1', new Set(['SY0200'])],
    ['v2', new Set(['SY0203'])],
  ])

  it('tells a P-code of another version of the boundaries', () => {
    const taken = read([HEAD, ROW, ROW.replace('SY0200', 'SY0203'), ROW.replace('v1', 'v0')], { boundaries })
    expect(flawsOf(taken)).toEqual([
      '3:21 `pcode`: `SY0203` is no P-code of version `v1`',
      '4:28 `cod_version`: `v0` is no version of the boundaries in use',
    ])
    if (!taken.ok) expect(taken.flaws[0]!.help).toContain('it is one of version `v2`')
  })

  it('tells latitude and longitude in each other’s place, where only the other way round they lie near', () => {
    const extent = [36, 36, 38, 38] as const
    expect(flawsOf(read([HEAD, ROW, ROW.replace('36.2,37.1', '37.1,36.2')], { extent }))).toEqual([])
    const narrow = [37, 36, 38, 36.4] as const
    expect(flawsOf(read([HEAD, ROW, ROW.replace('36.2,37.1', '37.1,36.2')], { extent: narrow }))).toEqual([
      '3:31 `lat` 37.1 and `lon` 36.2 seem to be exchanged',
    ])
  })
})

describe('a table is told by the head of a file', () => {
  it.each(TABLES)('$name', (table) => {
    const written = writeCsv(table, [], { hxl: true })
    if (!written.ok) throw new Error('unwritable')
    expect(tableOfCsv(TABLES, written.content)).toBe(table)
    expect(tableOfCsv(TABLES, written.content.split('\n')[1]!)).toBe(table)
  })

  it('or not at all', () => {
    expect(tableOfCsv(TABLES, 'a,b\n1,2\n')).toBeNull()
    expect(tableOfCsv(TABLES, '')).toBeNull()
  })
})

it('records that a file could not give back are not written', () => {
  const row = { area_id: 'east', name: '', source: 'UN', recorded_at: '2016-09-13T16:20+03:00', population: -0 }
  const written = writeCsv(AREAS, [{ ...row, mood: 'tense' }], { hxl: false })
  expect(written.ok ? [] : written.flaws.map(({ field }) => field)).toEqual(['mood', 'name', 'population'])
})

it('numbers below nothing stay numbers', () => {
  const row = { area_id: 'south', lat: -36.2, lon: -37.1, source: 'UN', recorded_at: '2016-09-13T16:20+03:00' }
  const written = writeCsv(AREAS, [row], { hxl: false })
  if (!written.ok) throw new Error('unwritable')
  expect(written.content).toContain(',-36.2,-37.1,')
  expect(readCsv(AREAS, written.content)).toMatchObject({ ok: true, rows: [row] })
})
