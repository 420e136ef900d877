import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const NAME = 'zone-without-line'
const LINES = `
line path
  geometry     places.geojson#road
  edition      sheet 4

zone verge
  along        road
  side         north
  depth        500 m
`
const duty = (zones: string, line: string) => `
duty draw-back
  on           north
  act          pull-back
  in           ${zones}
  clears       200 m north of road, rifles
  clears       400 m north of ${line}, guns
  by           day-one + 2 days
  silence      unknown
`

describe('zone-without-line', () => {
  it('underlines a depth from nowhere', () => {
    const text = clausesUnder(
      'zone camp\n  geometry     places.geojson#hill\n  depth        500 m\n  edition      sheet 4\n',
    )
    expect(underlined(text, NAME)).toEqual(['depth        500 m'])
    expect(said(text, NAME)).toEqual(['`camp` has a depth and lies along no line to tell it from'])
  })

  it('underlines a side of nothing', () => {
    const text = clausesUnder(
      'zone camp\n  geometry     places.geojson#hill\n  side         north\n  edition      sheet 4\n',
    )
    expect(underlined(text, NAME)).toEqual(['side         north'])
  })

  it('underlines the line of a distance that none of the zones lies along', () => {
    expect(underlined(clausesUnder(LINES + duty('verge', 'path')), NAME)).toEqual(['path'])
  })

  it('is content where each distance is from the line of a zone', () => {
    expect(underlined(clausesUnder(LINES + duty('verge', 'road')), NAME)).toEqual([])
  })

  it('does not ask where the zones are areas, or some of them', () => {
    expect(underlined(clausesUnder(LINES + duty('valley', 'path')), NAME)).toEqual([])
    expect(underlined(clausesUnder(LINES + duty('verge, valley', 'path')), NAME)).toEqual([])
  })
})
