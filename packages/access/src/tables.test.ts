// Tables that can be read, and every way in which one cell keeps all of them out.
import { describe, expect, it } from 'vitest'
import { shielded } from './formula.ts'
import { columnsOf, takeTables, TABLE_KINDS } from './tables.ts'
import type { Sheet } from './sheet.ts'
import { recordsOf, sheetOf, taken } from './testing/sheets.ts'

/** What is wrong, as `events.csv C3 code`. */
function places(...sheets: Sheet[]): string[] {
  const result = taken(...sheets)
  return result.ok ? [] : result.problems.map(({ file, cell, code }) => `${file} ${cell} ${code}`)
}

const event = (cells: Record<string, string>) => ({
  consignment_id: 'c1',
  status: 'despatched',
  at: '2016-09-13T10:00+03:00',
  ...cells,
})
const seal = (cells: Record<string, string>) => ({
  seal_no: 's1',
  consignment_id: 'c1',
  vehicle_id: 't1',
  check: 'applied',
  place: 'depot',
  at: '2016-09-13T08:00+03:00',
  by: 'monitor',
  ...cells,
})

describe('a folder of tables', () => {
  it('becomes records, with the row that each came from', () => {
    const { events } = recordsOf(sheetOf('events.csv', [event({ place: 'gate', quote: 'left' })]))
    expect(events).toMatchObject([
      {
        name: 'events.csv:2',
        consignmentId: 'c1',
        status: 'despatched',
        place: 'gate',
        source: 'united-nations',
        quote: 'left',
      },
    ])
  })

  it('may have a row of HXL hashtags under the head', () => {
    const { file, head, rows } = sheetOf('events.csv', [event({})])
    const tags = { row: 2, cells: head.map((_, index) => (index === 0 ? '#activity+id' : '')) }
    expect(recordsOf({ file, head, rows: [tags, ...rows.map((one) => ({ ...one, row: 3 }))] }).events).toHaveLength(1)
  })

  it('takes a time between two instants for what is not known to the hour', () => {
    const at = '2016-09-19T00:00+03:00/2016-09-20T00:00+03:00'
    const [row] = recordsOf(sheetOf('events.csv', [event({ status: 'attacked', at })])).events
    expect(row!.at.to - row!.at.from).toBe(86_400_000)
  })

  it('gives nothing at all when one cell is wrong, and says which', () => {
    const result = taken(sheetOf('events.csv', [event({}), event({ status: 'vanished' })]))
    expect(result).toEqual({
      ok: false,
      problems: [
        expect.objectContaining({
          file: 'events.csv',
          row: 3,
          column: 'status',
          code: 'bad-cell',
          message: '`vanished` is no code of `status`',
        }),
      ],
    })
  })

  it('names every column there is, for templates', () => {
    for (const kind of TABLE_KINDS)
      expect(columnsOf(kind).slice(-7, -3)).toEqual(['source', 'doc', 'quote', 'recorded_at'])
  })
})

describe('what keeps a folder out', () => {
  it('a table nobody knows', () => {
    expect(takeTables([{ file: 'step.csv', head: [], rows: [] }])).toMatchObject({
      problems: [{ code: 'unknown-table' }],
    })
  })

  it('columns that are missing, unknown or there twice', () => {
    const sheet = (head: string[]) => ({ file: 'vehicles.csv', head, rows: [] })
    const said = ['source', 'doc', 'quote', 'recorded_at']
    const codes = (head: string[]) => {
      const result = takeTables([sheet(head)])
      return result.ok ? [] : result.problems.map(({ code, column }) => `${code} ${column}`)
    }
    expect(codes(['consignment_id', ...said])).toEqual(['missing-column vehicle_id'])
    expect(codes(['consignment_id', 'vehicle_id', 'driver', ...said])).toEqual(['unknown-column driver'])
    expect(codes(['consignment_id', 'vehicle_id', 'kind', 'kind', ...said])).toEqual(['unknown-column kind'])
  })

  it.each(["=cmd|' /C calc'!A0", '@SUM(A1)', '+1+cmd', '-2+3', '=1'])('a formula: %s', (place) => {
    expect(places(sheetOf('events.csv', [event({ place })]))).toEqual(['events.csv H2 formula-cell'])
  })

  it('negative degrees are no formula', () => {
    expect(places(sheetOf('events.csv', [event({ lat: '-36.2', lon: '-37.1' })]))).toEqual([])
  })

  it.each(['2016-09-13T10:00', '2016-09-13', '13.9.2016', '2016-09-31T10:00+03:00'])(
    'a time without offset: %s',
    (at) => {
      expect(places(sheetOf('events.csv', [event({ at })]))).toEqual(['events.csv G2 time-without-offset'])
    },
  )

  it('a row that shows no words of its source, and an example that quotes somebody', () => {
    expect(places(sheetOf('events.csv', [event({ quote: '' })]))).toEqual(['events.csv C2 unsaid-row'])
    expect(places(sheetOf('events.csv', [event({ source: 'example', doc: 'note.txt' })]))).toEqual([
      'events.csv B2 quoted-example',
    ])
    expect(places(sheetOf('events.csv', [event({ source: 'example' })]))).toEqual([])
  })

  it('latitude and longitude that changed places', () => {
    const swapped = event({ lat: '37.19', lon: '36.21' })
    expect(places(sheetOf('events.csv', [event({ lat: '136.2', lon: '37.1' })]))).toEqual([
      'events.csv H2 swapped-position',
    ])
    expect(places(sheetOf('events.csv', [swapped]))).toEqual(['events.csv H2 swapped-position'])
    expect(places(sheetOf('events.csv', [event({ lat: '36.3', lon: '36.9' })]))).toEqual([])
  })

  it('a position that nobody filled in', () => {
    expect(places(sheetOf('events.csv', [event({ lat: '0', lon: '0' })]))).toEqual(['events.csv H2 bad-cell'])
  })

  it('a control character, which a terminal would obey, and shows none of it', () => {
    const result = taken(sheetOf('events.csv', [event({ reason: 'no\u001b[2J permit', place: 'two\nlines' })]))
    expect(result).toMatchObject({ ok: false, problems: [{ column: 'reason', code: 'bad-cell' }] })
    expect(JSON.stringify(result)).not.toMatch(/\\u001b/)
  })

  it('half a position', () => {
    expect(places(sheetOf('events.csv', [event({ lat: '36.2', lon: '' })]))).toEqual(['events.csv I2 missing-cell'])
  })

  it('ids of what is not there: areas, consignments, vehicles, requests', () => {
    expect(places(sheetOf('events.csv', [event({ area_id: 'north' })]))).toEqual(['events.csv H2 unknown-id'])
    expect(places(sheetOf('events.csv', [event({ consignment_id: 'c9' })]))).toEqual(['events.csv E2 unknown-id'])
    expect(places(sheetOf('events.csv', [event({ vehicle_id: 't9' })]))).toEqual(['events.csv H2 unknown-id'])
    expect(
      places(sheetOf('consignments.csv', [{ consignment_id: 'c1', destination: 'east', request_id: 'r9' }])),
    ).toEqual(['consignments.csv G2 unknown-id'])
  })

  it('P-codes without an edition, or of another edition than the rest', () => {
    const area = (area_id: string, cod_version: string) => ({ area_id, pcode: 'SY0200', cod_version })
    const sheet = sheetOf('areas.csv', [area('east', 'cod-2021'), area('west', 'cod-2021'), area('town', 'cod-2015')])
    expect(places(sheet)).toEqual(['areas.csv G4 wrong-edition'])
    expect(places(sheetOf('areas.csv', [area('east', ''), area('west', 'cod-2021')]))).toEqual([
      'areas.csv G2 wrong-edition',
    ])
  })

  it('what was recorded before it happened; plans may lie ahead', () => {
    const at = '2017-01-01T00:00Z'
    expect(places(sheetOf('events.csv', [event({ at })]))).toEqual(['events.csv G2 recorded-too-early'])
    expect(places(sheetOf('events.csv', [event({ at, status: 'planned' })]))).toEqual([])
  })
})

describe('a text with a mark before it', () => {
  const quoteOf = (quote: string) => recordsOf(sheetOf('events.csv', [event({ quote })])).events[0]!.quote

  it.each(['=1+1', '@SUM(1)', '+1+1', "'=1+1", '"=1', "'quoted' words", 'UN-led'])('is %j again', (text) => {
    expect(quoteOf(shielded(text))).toBe(text)
  })

  it.each(["'quoted' words", "'tis said"])('is what it says where no mark was needed: %j', (text) => {
    expect(quoteOf(text)).toBe(text)
  })

  it('is no number', () => {
    expect(places(sheetOf('areas.csv', [{ area_id: 'east', population: "'-5" }]))).toEqual(['areas.csv F2 bad-cell'])
  })
})

describe('one source that contradicts itself', () => {
  it('cannot put a seal number on two vehicles', () => {
    const again = seal({ vehicle_id: 't2', at: '2016-09-14T08:00+03:00' })
    expect(places(sheetOf('seals.csv', [seal({}), again]))).toEqual(['seals.csv E3 seal-twice'])
    const replaced = seal({
      seal_no: 's2',
      vehicle_id: 't2',
      check: 'replaced',
      new_no: 's1',
      at: '2016-09-14T08:00+03:00',
    })
    expect(places(sheetOf('seals.csv', [seal({}), replaced]))).toEqual(['seals.csv L3 seal-twice'])
  })

  it('cannot find a broken seal intact', () => {
    const broken = seal({ check: 'broken', at: '2016-09-14T08:00+03:00' })
    const healed = seal({ check: 'intact', at: '2016-09-15T08:00+03:00' })
    expect(places(sheetOf('seals.csv', [seal({}), broken, healed]))).toEqual(['seals.csv H4 seal-healed'])
  })

  it('cannot have a truck in two places at once', () => {
    const here = event({ vehicle_id: 't1', place: 'gate' })
    const there = event({ vehicle_id: 't1', place: 'bridge', status: 'at_checkpoint' })
    expect(places(sheetOf('events.csv', [here, there]))).toEqual(['events.csv G3 two-places-at-once'])
  })

  it('cannot have a truck drive 100 km in ten minutes', () => {
    const point = (at: string, lon: string) => ({ consignment_id: 'c1', vehicle_id: 't1', at, lat: '36.2', lon })
    const rows = [point('2016-09-13T10:00Z', '36.0'), point('2016-09-13T10:10Z', '37.1')]
    expect(places(sheetOf('tracks.csv', rows))).toEqual(['tracks.csv G3 two-places-at-once'])
    expect(places(sheetOf('tracks.csv', [rows[0]!, point('2016-09-13T12:10Z', '37.1')]))).toEqual([])
  })

  it('cannot have a convoy arrive before it sets out', () => {
    const arrived = event({ status: 'delivered', at: '2016-09-13T09:00+03:00' })
    expect(places(sheetOf('events.csv', [event({}), arrived]))).toEqual(['events.csv G2 arrival-before-departure'])
  })

  it('cannot deliver more than was loaded', () => {
    const items = sheetOf('items.csv', [
      { consignment_id: 'c1', stage: 'loaded', item: 'flour', qty: '100', unit: 'bag' },
    ])
    const receipt = (qty: string, condition: string) => ({
      consignment_id: 'c1',
      stage: 'received',
      at: '2016-09-14T08:00Z',
      item: 'flour',
      unit: 'bag',
      condition,
      qty,
    })
    expect(places(items, sheetOf('receipts.csv', [receipt('90', 'good'), receipt('10', 'lost')]))).toEqual([])
    expect(places(items, sheetOf('receipts.csv', [receipt('90', 'good'), receipt('11', 'lost')]))).toEqual([
      'receipts.csv K3 more-than-loaded',
    ])
  })

  it('cannot tell of one consignment twice, unless it corrects itself', () => {
    const twice = { consignment_id: 'c1', destination: 'west' }
    const first = { consignment_id: 'c1', destination: 'east', entry_id: 'e1' }
    expect(places(sheetOf('consignments.csv', [first, twice]))).toEqual(['consignments.csv E3 id-twice'])
    expect(places(sheetOf('consignments.csv', [first, { ...twice, corrects: 'e1' }]))).toEqual([])
    expect(places(sheetOf('consignments.csv', [first, { ...twice, source: 'beta', corrects: 'e1' }]))).toEqual([
      'consignments.csv H3 correction',
    ])
  })

  it('can take a row back for nothing, and then it is as if it had not spoken', () => {
    const broken = seal({ check: 'broken', at: '2016-09-14T08:00+03:00', entry_id: 'b1' })
    const intact = seal({ check: 'intact', at: '2016-09-15T08:00+03:00' })
    const back = { ...broken, entry_id: 'b2', withdraws: 'b1' }
    expect(places(sheetOf('seals.csv', [seal({}), broken, back, intact]))).toEqual([])
    expect(places(sheetOf('seals.csv', [seal({}), broken, { ...back, source: 'beta' }, intact]))).toContain(
      'seals.csv M4 correction',
    )
    const again = seal({ check: 'broken', at: '2016-09-14T08:00+03:00', withdraws: 'b2' })
    expect(places(sheetOf('seals.csv', [seal({}), broken, back, again]))).toEqual(['seals.csv M5 correction'])
    expect(places(sheetOf('seals.csv', [seal({}), broken, { ...back, corrects: 'b1' }]))).toEqual([
      'seals.csv M4 correction',
    ])
  })

  it('is refused where two sources would only be contested', () => {
    const arrived = event({ status: 'delivered', at: '2016-09-13T09:00+03:00', source: 'army' })
    expect(places(sheetOf('events.csv', [event({}), arrived]))).toEqual([])
  })
})
