import { describe, expect, it } from 'vitest'
import { ROAD } from './fixture.ts'
import { termsOf, weaponsNamed, type DepthRow, type PullBackDuty } from './index.ts'

const duty = (id: string, debtor: string, of: string, together: string | null = null): PullBackDuty => ({
  id,
  debtors: [debtor],
  attest: ['monitor'],
  clears: [{ metres: 500, side: 'either', line: { id: 'road' }, of }],
  together: together === null ? null : { duty: together, within: { count: 1, unit: 'day' } },
  source: { sentence: 'the opposition does likewise' },
})
const row = (more: Partial<DepthRow> = {}): DepthRow => ({
  row: 2,
  party: 'opposition',
  side: 'either',
  weapons: ['tank'],
  depth_m: 457,
  reading: '500 yards',
  clause: 'b',
  source: 'the text',
  quote: '500 yards',
  ...more,
})

describe('words for weapons', () => {
  it.each([
    ['tanks, artillery and mortars', ['mortar', 'artillery_tube', 'mlrs_rocket', 'tank']],
    ['other vehicles, carriers and crew-served weapons', ['heavy_machine_gun', 'atgm', 'ifv_apc']],
    ['people with small arms and light machine guns', ['small_arms']],
    ['heavy weapons', ['mortar', 'artillery_tube', 'mlrs_rocket', 'tank', 'missile']],
    ['anti-tank guided missiles', ['atgm']],
    ['Heavy machine guns', ['heavy_machine_gun']],
  ])('are read: %s', (words, classes) => {
    expect(weaponsNamed(words)).toEqual(classes)
  })

  it('mean everything where they say all, what nobody could name too', () => {
    expect(weaponsNamed('all')).toContain('unknown')
    expect(weaponsNamed('all weapons')).toEqual(weaponsNamed('everything'))
  })

  it.each(['where the Kurdish forces go back as far', 'tanks of the second division', 'siege engines', ''])(
    'are no guess where one is not known, or makes a condition: %s',
    (words) => {
      expect(weaponsNamed(words)).toBeNull()
    },
  )
})

describe('what an agreement asks on the ground', () => {
  it('is read from its own words, in the reading of the text', () => {
    const { terms, problems } = termsOf([duty('a', 'government', 'tanks')], [ROAD], [], 'depths.csv')
    expect(problems).toEqual([])
    expect(terms.depths).toMatchObject([{ party: 'government', depth_m: 500, weapons: ['tank'], reading: 'text' }])
  })

  it('has to be given in the table where those words cannot be read', () => {
    const unread = duty('b', 'opposition', 'where others go back as far')
    expect(termsOf([unread], [ROAD], [], 'depths.csv').problems).toMatchObject([{ code: 'unread-depth' }])
    const { terms, problems } = termsOf(
      [unread],
      [ROAD],
      [row(), row({ row: 3, depth_m: 500, reading: '500 metres' })],
      'depths.csv',
    )
    expect(problems).toEqual([])
    expect(terms.depths.map(({ depth_m, reading }) => [depth_m, reading])).toEqual([
      [457, '500 yards'],
      [500, '500 metres'],
    ])
  })

  it('binds only whom the clause binds, and only where there is a line', () => {
    const b = duty('b', 'opposition', 'tanks')
    const wrong = termsOf([b], [], [row({ clause: 'c' }), row({ row: 3, party: 'government' })], 'depths.csv')
    expect(wrong.problems.map(({ row: at, column, code }) => [at, column, code])).toEqual([
      [2, 'clause_id', 'unknown-id'],
      [3, 'party', 'unknown-id'],
      [null, null, 'line-without-shape'],
    ])
  })

  it('pairs two duties that run together once, with the tolerance in hours', () => {
    const both = [duty('a', 'government', 'tanks', 'b'), duty('b', 'opposition', 'tanks', 'a')]
    expect(termsOf(both, [ROAD], [], 'depths.csv').terms.pairs).toMatchObject([
      { a: { party: 'government' }, b: { party: 'opposition' }, tolerance_h: 24 },
    ])
  })
})
