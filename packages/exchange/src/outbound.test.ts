import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INCIDENTS, outbound, READERS, tableNamed, type Row } from './index.ts'

const hospital = (lon: number, lat: number, more: Row = {}): Row => ({
  ...Object.fromEntries(INCIDENTS.columns.map(({ name }) => [name, null])),
  incident_id: `${lon} ${lat}`,
  occurred_from: '2016-09-19',
  lon,
  lat,
  protected_object_type: 'health_facility',
  source: 'UN',
  recorded_at: '2016-09-20T10:00Z',
  ...more,
})

function leaving(rows: readonly Row[], reader: (typeof READERS)[number] = 'public') {
  const out = outbound(INCIDENTS, rows, reader)
  if (!out.ok) throw new Error(out.message)
  return out
}

const FIVE = [0, 1, 2, 3, 4].map((at) => hospital(37.1 + at / 1000, 36.2))

describe('the place of something protected', () => {
  it('leaves in a cell that holds five or more', () => {
    const { rows, kept } = leaving(FIVE)
    expect(kept).toBe(5)
    expect(rows.map(({ lon, lat, cell }) => [lon, lat, cell])).toEqual(FIVE.map(() => [null, null, 'sy6m']))
    expect(leaving(FIVE, 'parties').rows[0]!.cell).toHaveLength(5)
  })

  it('leaves in a larger cell where there are fewer, or in none', () => {
    const spread = [0, 1, 2, 3, 4].map((at) => hospital(36.1 + at / 2, 36.2))
    expect(leaving(spread).rows[0]!.cell).toBe('sy')
    expect(leaving(FIVE.slice(1)).rows[0]).toMatchObject({ lon: null, lat: null, cell: null })
  })

  it('is not given away by what a larger cell holds beside smaller ones', () => {
    const { rows } = leaving([...FIVE, hospital(36.6, 36.2)])
    expect(rows.at(-1)).toMatchObject({ lon: null, lat: null, cell: null })
  })

  it('is one place however often it is hit', () => {
    const again = Array.from({ length: 9 }, (_, at) => hospital(37.1, 36.2, { incident_id: String(at) }))
    expect(new Set(leaving(again).rows.map(({ cell }) => cell))).toEqual(new Set([null]))
  })

  it('never leaves exactly, whoever reads it, nor as the code of a village', () => {
    const place = fc.tuple(
      fc.double({ min: -179, max: 179, noNaN: true }),
      fc.double({ min: -89, max: 89, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), fc.constantFrom(...READERS), (places, reader) => {
        const { rows } = leaving(
          places.map(([lon, lat]) => hospital(lon, lat, { pcode: 'C1007', cod_version: 'v1' })),
          reader,
        )
        for (const row of rows) expect([row.lon, row.lat, row.pcode]).toEqual([null, null, null])
        const told = Map.groupBy(
          rows.filter(({ cell }) => cell !== null),
          ({ cell }) => cell,
        )
        for (const inside of told.values())
          expect(new Set(inside.map(({ incident_id }) => incident_id)).size).toBeGreaterThanOrEqual(5)
      }),
    )
  })

  it('is kept back for what is called an attack on something protected, too', () => {
    const row = hospital(37.1, 36.2, { protected_object_type: null, incident_type: 'attack_on_protected_object' })
    expect(leaving([row]).rows[0]!.lon).toBeNull()
  })
})

it('other places leave as they are', () => {
  const row = hospital(37.1, 36.2, { protected_object_type: null })
  expect(leaving([row])).toEqual({ ok: true, rows: [row], kept: 0 })
})

it('a convoy is told of by the name of its place, and by its position at the desk alone', () => {
  const events = tableNamed('events')!
  const row: Row = { consignment_id: 'c1', place: 'Cilvegözü', lat: 36.2, lon: 36.6 }
  expect(outbound(events, [row], 'parties')).toEqual({ ok: true, rows: [{ ...row, lat: null, lon: null }], kept: 1 })
  expect(outbound(events, [row], 'desk')).toEqual({ ok: true, rows: [row], kept: 0 })
})

it.each(['positions', 'tracks', 'sites'])('%s stay at the desk that owns them', (name) => {
  const table = tableNamed(name)!
  expect(outbound(table, [], 'public')).toMatchObject({ ok: false })
  expect(outbound(table, [], 'parties')).toMatchObject({ ok: false })
  expect(outbound(table, [], 'desk')).toMatchObject({ ok: true })
})
