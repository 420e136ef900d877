// Figures of several sources stay several figures.
import { describe, expect, it } from 'vitest'
import { numberCards } from './figures.ts'
import { recordsOf, sheetOf } from './testing/sheets.ts'

const LATE = { at: Date.UTC(2016, 10, 1), knownAt: null, sources: null }
const figure = (cells: Record<string, string>) => ({
  what: 'besieged_people',
  about: 'east',
  unit: 'people',
  as_of: '2016-09-01T00:00Z',
  ...cells,
})
const cardOf = (rows: Record<string, string>[]) =>
  numberCards(recordsOf(sheetOf('figures.csv', rows)).figures, LATE)[0]!

describe('a number card', () => {
  it('keeps 250,000, around 300,000 and more than 250,000 side by side, with who says which', () => {
    const card = cardOf([
      figure({ value: '250000' }),
      figure({ value: '300000', qualifier: 'around', source: 'envoy' }),
      figure({ low: '250000', qualifier: 'more than', source: 'agency' }),
    ])
    expect(card.figures.map(({ source, value, low, qualifier }) => [source, value, low, qualifier])).toEqual([
      ['united-nations', 250_000, null, null],
      ['envoy', 300_000, null, 'around'],
      ['agency', null, 250_000, 'more than'],
    ])
    expect(card).toMatchObject({ spread: { low: 250_000, high: 300_000 }, differ: true })
  })

  it('does not call figures different that leave each other room', () => {
    expect(cardOf([figure({ value: '300000' }), figure({ low: '250000', source: 'agency' })]).differ).toBe(false)
  })

  it('calls figures different that count by other definitions', () => {
    const rows = [
      figure({ value: '18', definition: 'dead' }),
      figure({ value: '18', definition: 'dead and missing', source: 'b' }),
    ]
    expect(cardOf(rows).differ).toBe(true)
  })
})
