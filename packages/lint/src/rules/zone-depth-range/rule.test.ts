import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const NAME = 'zone-depth-range'
const zone = (depth: string, tolerance = '50 m', side = 'north') => `
zone verge
  along        road
  side         ${side}
  depth        ${depth}
  tolerance    ${tolerance}
  within       valley
`
const duty = (...clears: string[]) => `
duty draw-back
  on           north
  act          pull-back
  in           verge
${clears.map((each) => `  clears       ${each}`).join('\n')}
  by           day-one + 2 days
  silence      unknown
`

describe('zone-depth-range', () => {
  it('underlines a depth of nothing, of next to nothing, and one beyond 100 km', () => {
    expect(underlined(clausesUnder(zone('2 m', '1 m')), NAME)).toEqual(['depth        2 m'])
    expect(underlined(clausesUnder(zone('0 m')), NAME)).toEqual(['depth        0 m'])
    expect(underlined(clausesUnder(zone('3500 km')), NAME)).toEqual(['depth        3500 km'])
    expect(said(clausesUnder(zone('3500 km')), NAME)).toEqual(['`verge` is 3500 km deep, which is more than 100 km'])
  })

  it('underlines a tolerance as large as the depth', () => {
    expect(underlined(clausesUnder(zone('2 km', '2000 m')), NAME)).toEqual(['tolerance    2000 m'])
  })

  it('underlines the depth of a strip whose line may be off by as much, where the zone says nothing of its own edge', () => {
    const rail = (tolerance: string) => `
line rail
  geometry     places.geojson#road
  tolerance    ${tolerance}
  edition      sheet 4

zone belt
  along        rail
  side         either
  depth        400 m
`
    expect(underlined(clausesUnder(rail('600 m')), NAME)).toEqual(['depth        400 m'])
    expect(said(clausesUnder(rail('600 m')), NAME)).toEqual([
      '`rail` may be off by 600 m, and `belt` along it is only 400 m deep',
    ])
    expect(underlined(clausesUnder(rail('300 m')), NAME)).toEqual([])
    expect(underlined(clausesUnder(`${rail('600 m')}  tolerance    50 m\n`), NAME)).toEqual([])
  })

  it('is content with a depth at the edge of what can be meant, and a tolerance below it', () => {
    expect(underlined(clausesUnder(zone('100 km', '99 km')), NAME)).toEqual([])
    expect(underlined(clausesUnder(zone('10 m', '0.5 m')), NAME)).toEqual([])
  })

  it('underlines the number of a distance that cannot be meant, whatever line it stands in', () => {
    const text = clausesUnder(
      zone('500 m') + duty('200 m north of road, rifles', '500 km south side of road, tanks', '0 m east of road, all'),
    )
    expect(underlined(text, NAME)).toEqual(['500 km', '0 m'])
  })

  it('underlines what has to stay farther away than the zone reaches, once a zone', () => {
    const text = clausesUnder(zone('500 m') + duty('600 m north of road, guns', '900 m north of road, tanks'))
    expect(underlined(text, NAME)).toEqual(['900 m'])
    expect(said(text, NAME)).toEqual([
      '`draw-back` keeps tanks 900 m from `road`, and the zone `verge` for which it is owed is only 500 m deep',
    ])
  })

  it('underlines a distance a hundred times smaller than its zone is deep, or than another for the same side', () => {
    expect(underlined(clausesUnder(zone('20 km') + duty('20 m north of road, guns')), NAME)).toEqual(['20 m'])
    const listed = duty('15 km south of road, guns', '25 m south of road, tanks')
    expect(underlined(clausesUnder(zone('20 km') + listed), NAME)).toEqual(['25 m'])
  })

  it('does not hold a distance against a strip on another side', () => {
    expect(underlined(clausesUnder(zone('500 m') + duty('900 m south of road, tanks')), NAME)).toEqual([])
  })

  it('is content with distances up to the depth of the zone', () => {
    const text = clausesUnder(zone('3500 m') + duty('1 km north of road, rifles', '3500 m north of road, tanks'))
    expect(underlined(text, NAME)).toEqual([])
  })
})
