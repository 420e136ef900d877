import { describe, expect, it } from 'vitest'
import type { Sheet } from '../sheet.ts'
import { ROAD } from './fixture.ts'
import {
  DEPTH_COLUMNS,
  POSITION_COLUMNS,
  SITE_COLUMNS,
  takeDepths,
  takePositions,
  takeSites,
  takeWaits,
  WAIT_COLUMNS,
} from './index.ts'

const NAMES = { parties: ['government', 'opposition'], actors: ['government', 'opposition', 'monitor'], lines: [ROAD] }

const sheet = (file: string, head: readonly string[], ...rows: Record<string, string>[]): Sheet => ({
  file,
  head,
  rows: rows.map((cells, at) => ({ row: at + 2, cells: head.map((column) => cells[column] ?? '') })),
})

const POSITION = {
  id: 'p1',
  party: 'government',
  unit: 'tanks-1',
  weapon_class: 'tank',
  lon: '37',
  lat: '0.01',
  error_radius_m: '50',
  observed_at: '2016-09-16T12:00+03:00',
  means_of_observation: 'saw',
  observer: 'monitor',
  stance: 'asserts',
  source: 'example',
  recorded_at: '2016-09-16T18:00+03:00',
}
const positions = (...rows: Record<string, string>[]) =>
  takePositions(sheet('ground/positions.csv', POSITION_COLUMNS, ...rows), NAMES)

describe('a table of positions', () => {
  it.each([
    { lon: '0.01', lat: '37' },
    { lon: '0', lat: '0' },
  ])('says of %j one thing, and not that there is no place as well', (wrong) => {
    expect(positions({ ...POSITION, ...wrong }).problems).toMatchObject([{ column: 'lat' }])
  })

  it('becomes positions, the row of HXL tags left out', () => {
    const tags = Object.fromEntries(POSITION_COLUMNS.map((column) => [column, `#${column}`]))
    const { rows, problems } = positions(tags, POSITION)
    expect(problems).toEqual([])
    expect(rows).toMatchObject([{ id: 'p1', place: [37, 0.01], errorRadius_m: 50, quote: null }])
  })

  it.each([
    ['latitude and longitude swapped', { lon: '0.01', lat: '37' }, 'lat', 'look swapped'],
    ['a latitude that is none', { lon: '37', lat: '97' }, 'lat', ''],
    ['no error radius', { error_radius_m: '' }, 'error_radius_m', 'no observer is exact'],
    ['an error radius of nothing', { error_radius_m: '0' }, 'error_radius_m', 'more than 0'],
    ['a time without an offset', { observed_at: '2016-09-16T12:00' }, 'observed_at', 'offset'],
    ['an unknown party', { party: 'goverment' }, 'party', 'government, opposition'],
    ['an unknown observer', { observer: 'somebody' }, 'observer', 'monitor'],
    ['an unknown class of weapon', { weapon_class: 'tanks' }, 'weapon_class', 'small_arms'],
    ['no class of weapon', { weapon_class: '' }, 'weapon_class', ''],
    ['no means of observation', { means_of_observation: '' }, 'means_of_observation', ''],
    ['unknown means', { means_of_observation: 'felt' }, 'means_of_observation', 'satellite'],
    ['a longitude alone', { lat: '' }, 'lat', 'both'],
    ['an error without a place', { lon: '', lat: '' }, 'lon', 'give lon and lat'],
    ['a place that cannot be confirmed', { stance: 'cannot_confirm' }, 'lon', 'empty'],
    ['a formula', { unit: '=1+1' }, 'unit', ''],
    ['no words of a source', { source: 'a report' }, 'doc', 'exact words'],
    ['a record before the observation', { recorded_at: '2016-09-16T11:00+03:00' }, 'observed_at', ''],
    ['no id', { id: '' }, 'id', ''],
  ])('is refused for %s, by file, row and field, and nothing of it is taken', (_, wrong, column, help) => {
    const { rows, problems } = positions({ ...POSITION, id: 'p0' }, { ...POSITION, ...wrong })
    expect(rows).toEqual([])
    expect(problems[0]).toMatchObject({ file: 'ground/positions.csv', row: 3, column })
    expect(problems[0]!.cell).toMatch(/^[A-O]3$/)
    expect(`${problems[0]!.message} ${problems[0]!.help}`).toContain(help)
  })

  it('says all that is wrong at once', () => {
    const { problems } = positions(
      { ...POSITION, party: 'x', observed_at: 'noon' },
      { ...POSITION, id: 'p2', lat: 'x' },
    )
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual(
      expect.arrayContaining(['2 party', '2 observed_at', '3 lat']),
    )
  })

  it('is refused for an id that stands twice, and for columns that are missing, unknown or there twice', () => {
    expect(positions(POSITION, POSITION).problems).toMatchObject([{ row: 3, column: 'id' }])
    const head = [...POSITION_COLUMNS.slice(1), 'party', 'colour']
    expect(takePositions(sheet('p.csv', head), NAMES).problems.map(({ column, code }) => [column, code])).toEqual([
      ['party', 'unknown-column'],
      ['colour', 'unknown-column'],
      ['id', 'missing-column'],
    ])
  })

  it('takes words without a place, with no unit and no weapon', () => {
    const words = {
      stance: 'denies',
      lon: '',
      lat: '',
      error_radius_m: '',
      unit: '',
      weapon_class: '',
      means_of_observation: '',
    }
    expect(positions({ ...POSITION, ...words })).toMatchObject({
      problems: [],
      rows: [{ place: null, weaponClass: null }],
    })
  })
})

describe('the other tables', () => {
  const word = { source: 'example', recorded_at: '2016-09-16T18:00+03:00' }
  const row = {
    party: 'opposition',
    side: 'either',
    weapon_class: 'tank; mortar',
    depth_m: '457',
    reading: '500 yards',
  }
  const depth = { ...row, clause_id: 'pull-back', source: 'the text', quote: '500 yards' }

  it('give depths several classes of weapon, or all of them', () => {
    const { rows } = takeDepths(sheet('d.csv', DEPTH_COLUMNS, depth, { ...depth, weapon_class: 'all' }), NAMES)
    expect(rows[0]!.weapons).toEqual(['mortar', 'tank'])
    expect(rows[1]!.weapons).toContain('unknown')
    const wrong = takeDepths(
      sheet('d.csv', DEPTH_COLUMNS, { ...depth, weapon_class: 'tank;lance', depth_m: '0' }),
      NAMES,
    )
    expect(wrong.problems.map(({ column }) => column)).toEqual(['weapon_class', 'depth_m'])
  })

  it('let no party wait for itself', () => {
    const wait = { id: 'w', party: 'opposition', waits_for: 'opposition', stated_at: '2016-09-15T12:00+03:00', ...word }
    expect(takeWaits(sheet('w.csv', WAIT_COLUMNS, wait), NAMES).problems).toMatchObject([
      { column: 'waits_for', row: 2 },
    ])
  })

  it('want a place for each site', () => {
    const site = { id: 's', party: 'opposition', weapon_class: 'tank', radius_m: '500', ...word }
    expect(takeSites(sheet('s.csv', SITE_COLUMNS, site), NAMES).problems).toMatchObject([{ column: 'lon' }])
  })
})
