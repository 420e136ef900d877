import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeSheets, { type SheetData } from 'write-excel-file/universal'
import { readXlsx, tableNamed, writeXlsx, xlsxTemplate, type Read, type Surroundings } from '../index.ts'

const POSITIONS = tableNamed('positions')!
const HEAD = POSITIONS.columns.map(({ name }) => name)
const GOOD: Readonly<Record<string, string | number>> = {
  id: 'g01',
  party: 'government',
  weapon_class: 'tank',
  lon: 37.127,
  lat: 36.2695,
  error_radius_m: 100,
  observed_at: '2016-09-14T10:00+03:00',
  observer: 'united-nations',
  stance: 'asserts',
  source: 'example',
  recorded_at: '2016-09-14T18:00+03:00',
}
type Cell = SheetData[number][number]

const filled = (changes: Readonly<Record<string, Cell>> = {}): Cell[] =>
  HEAD.map((name) => (Object.hasOwn(changes, name) ? changes[name] : (GOOD[name] ?? null)))

async function book(data: SheetData, sheet = 'positions'): Promise<Uint8Array> {
  return new Uint8Array(await (await writeSheets([{ data, sheet }], {}).toBlob()).arrayBuffer())
}

/** The file with one of its parts changed by hand, as other programs write them. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const before = strFromU8(parts[part]!)
  const after = change(before)
  if (after === before) throw new Error('nothing was changed')
  return zipSync({ ...parts, [part]: strToU8(after) })
}

function flawsOf(taken: Read) {
  return taken.ok ? [] : taken.flaws.map(({ place, message }) => `${place}: ${message}`)
}

const SHEET = 'xl/worksheets/sheet1.xml'

describe('a form', () => {
  it('has help, headings, tags, drop-downs for codes, and a head that stays in sight', async () => {
    const parts = unzipSync(await xlsxTemplate(POSITIONS))
    const sheet = strFromU8(parts[SHEET]!)
    expect(sheet).toContain('<pane ySplit="3"')
    expect(sheet).toMatch(/type="list"[^>]*sqref="D4:D\d+"><formula1>codes!\$A\$2:\$A\$17</)
    expect(sheet).toMatch(/type="decimal"[^>]*sqref="F4:F\d+"><formula1>-90</)
    const texts = strFromU8(parts['xl/sharedStrings.xml']!)
    for (const word of ['weapon_class', '#item+weapon', 'the class of weapon', 'artillery_tube'])
      expect(texts).toContain(word)
  })

  it('runs from right to left where it is asked to', async () => {
    const parts = unzipSync(await xlsxTemplate(POSITIONS, { rightToLeft: true }))
    expect(strFromU8(parts[SHEET]!)).toContain('rightToLeft="1"')
  })

  it('is the same bytes each time, and has no records', async () => {
    const form = await xlsxTemplate(POSITIONS)
    expect(await xlsxTemplate(POSITIONS)).toEqual(form)
    expect(await readXlsx(POSITIONS, form)).toEqual({ ok: true, rows: [], passedOver: [] })
  })

  it('keeps what looks like a number, a date or a formula as it was written', async () => {
    const row = { ...Object.fromEntries(HEAD.map((name) => [name, null])), ...GOOD, unit: '007' }
    for (const unit of ['007', '2016-09-12', '=1+1', 'TRUE', '_x0041_', 'a\r\nb', ' ', '__proto__']) {
      const written = await writeXlsx(POSITIONS, [{ ...row, unit }])
      if (!written.ok) throw new Error('unwritable')
      expect(await readXlsx(POSITIONS, written.content)).toMatchObject({ ok: true, rows: [{ unit }] })
    }
  })

  it('says which text is longer than a cell', async () => {
    const written = await writeXlsx(POSITIONS, [{ ...GOOD, quote: 'x'.repeat(32_768) }])
    expect(written).toMatchObject({ ok: false, flaws: [{ place: 'record 1', field: 'quote' }] })
  })
})

describe('a filled form', () => {
  it('is read, a date of the spreadsheet where a day belongs', async () => {
    const incidents = tableNamed('incidents')!
    const head = ['incident_id', 'occurred_from', 'source', 'recorded_at']
    const day = { value: new Date('2016-09-12T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' } as const
    const bytes = await book([head, ['i1', day, 'UN', '2016-09-13T10:00Z']], 'incidents')
    expect(await readXlsx(incidents, bytes)).toMatchObject({ ok: true, rows: [{ occurred_from: '2016-09-12' }] })
  })

  const time = { value: new Date('2016-09-14T10:00:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' } as const
  it.each([
    ['a code that is none', { weapon_class: 'tanks' }, 'positions!D2: `weapon_class`: `tanks` is no code of its list'],
    ['latitude beyond the pole', { lat: 137.1 }, 'positions!F2: `lat`: `137.1` is beyond 90 degrees'],
    ['words for a number', { lat: '36,2' }, 'positions!F2: `lat`: `36,2` is no number'],
    ['a number for a time', { observed_at: 42_627.4 }, 'positions!H2: `observed_at` holds the number 42627.4 where a'],
    ['a spreadsheet’s time', { observed_at: time }, 'positions!H2: `observed_at` holds a spreadsheet’s date'],
    ['a number for words', { unit: 7 }, 'positions!C2: `unit` holds the number 7 where words belong'],
    ['a tick for words', { unit: true }, 'positions!C2: `unit` holds TRUE'],
    ['an empty cell', { stance: null }, 'positions!K2: `stance` is empty'],
    ['half a position', { lon: null }, 'positions!E2: `lon` is empty where the other is not'],
    ['a formula', { unit: { value: '=A1', type: 'Formula' } as const }, 'positions!C2: the cell holds a formula'],
    ['merged cells', { party: { value: 'government', columnSpan: 2 } }, 'positions!B2:C2: the cells are merged'],
  ])('with %s is refused at its cell', async (_, changes: Readonly<Record<string, Cell>>, said) => {
    const taken = await readXlsx(POSITIONS, await book([HEAD, filled(changes)]))
    expect(flawsOf(taken)).toHaveLength(1)
    expect(flawsOf(taken)[0]).toContain(said)
  })

  it('is taken as a whole or not at all', async () => {
    const bytes = await book([HEAD, filled(), filled({ lat: 'north' }), filled({ party: null })])
    expect(flawsOf(await readXlsx(POSITIONS, bytes)).map((flaw) => flaw.split(':')[0])).toEqual([
      'positions!F3',
      'positions!B4',
    ])
  })

  it('tells latitude and longitude in each other’s place', async () => {
    const around: Surroundings = { extent: [37, 36, 38, 36.5] }
    const taken = await readXlsx(POSITIONS, await book([HEAD, filled({ lon: 36.2, lat: 37.1 })]), around)
    expect(flawsOf(taken)).toEqual(['positions!F2: `lat` 37.1 and `lon` 36.2 seem to be exchanged'])
  })

  it('with a misspelt heading is told the right one', async () => {
    const taken = await readXlsx(POSITIONS, await book([HEAD.with(3, 'wepon_class'), filled()]))
    expect(taken.ok ? '' : taken.flaws[0]!.help).toContain('did you mean `weapon_class`?')
  })

  it('with cells beside the table is refused', async () => {
    expect(flawsOf(await readXlsx(POSITIONS, await book([HEAD, [...filled(), 'a remark']])))).toEqual([
      'positions!P2: a cell stands under no heading',
    ])
  })
})

describe('what a spreadsheet can hide is brought to light', () => {
  it('a hidden sheet', async () => {
    const bytes = changed(await book([HEAD, filled()]), 'xl/workbook.xml', (xml) =>
      xml.replace('<sheet ', '<sheet state="hidden" '),
    )
    expect(flawsOf(await readXlsx(POSITIONS, bytes))).toEqual(['positions: the sheet `positions` is hidden'])
  })

  it('a hidden row and a hidden column', async () => {
    const bytes = changed(await book([HEAD, filled()]), SHEET, (xml) =>
      xml
        .replace('<row r="2"', '<row hidden="1" r="2"')
        .replace('<sheetData>', '<cols><col min="3" max="3" hidden="true"/></cols><sheetData>'),
    )
    expect(flawsOf(await readXlsx(POSITIONS, bytes))).toEqual([
      'positions!C: the column is hidden',
      'positions!2: the row is hidden',
    ])
  })

  it('an error that a formula left behind', async () => {
    const bytes = changed(await book([HEAD, filled()]), SHEET, (xml) =>
      xml.replace(/<c r="F2"[^>]*>.*?<\/c>/, '<c r="F2" t="e"><v>#REF!</v></c>'),
    )
    expect(flawsOf(await readXlsx(POSITIONS, bytes))).toEqual(['positions!F2: the cell holds an error'])
  })

  it('another sheet with records', async () => {
    const sheets = ['positions', 'more'].map((sheet) => ({ sheet, data: [HEAD, filled()] }))
    const bytes = new Uint8Array(await (await writeSheets(sheets, {}).toBlob()).arrayBuffer())
    expect(flawsOf(await readXlsx(POSITIONS, bytes))).toEqual(['more: the sheet `more` is not read'])
  })
})

describe('what is no spreadsheet is said to be none', () => {
  it.each([
    ['text', strToU8('id,party\n')],
    ['nothing', new Uint8Array()],
    ['a broken archive', strToU8('PK\u0003\u0004 and so on')],
    ['another archive', zipSync({ 'a.txt': strToU8('a') })],
    ['a workbook without sheets', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
    [
      'a workbook of its own document type',
      zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE a><workbook/>'), 'xl/_rels/workbook.xml.rels': strToU8('<a/>') }),
    ],
  ])('%s', async (_, bytes) => {
    const taken = await readXlsx(POSITIONS, bytes)
    expect(taken).toMatchObject({ ok: false, flaws: [{ place: 'workbook' }] })
  })
})
