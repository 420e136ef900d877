import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const NAME = 'map-edition-missing'
const HILL = 'zone camp\n  geometry     places.geojson#hill\n'

describe('map-edition-missing', () => {
  it('underlines the shape of a zone', () => {
    expect(underlined(clausesUnder(HILL), NAME)).toEqual(['places.geojson#hill'])
    expect(said(clausesUnder(HILL), NAME)).toEqual(['nothing says on which map `camp` is drawn'])
  })

  it('underlines the shape of a line', () => {
    expect(underlined(clausesUnder('line path\n  geometry     places.geojson#road\n'), NAME)).toEqual([
      'places.geojson#road',
    ])
  })

  it('is content with an edition, its own or that of a zone around it', () => {
    expect(underlined(clausesUnder(`${HILL}  edition      sheet 4\n`), NAME)).toEqual([])
    const inner = 'zone bank\n  geometry     places.geojson#bank\n  within       shore\n'
    const shore = 'zone shore\n  geometry     places.geojson#bank\n  within       valley\n'
    expect(underlined(clausesUnder(`${inner}\n${shore}`), NAME)).toEqual([])
  })

  it('finds no map in zones that lie in one another in a circle', () => {
    const circle = `${HILL}  within       bank\n\nzone bank\n  geometry     places.geojson#bank\n  within       camp\n`
    expect(underlined(clausesUnder(circle), NAME)).toEqual(['places.geojson#hill', 'places.geojson#bank'])
  })

  it('leaves a strip alone, which takes the map of its line', () => {
    expect(underlined(clausesUnder('zone verge\n  along        road\n  depth        500 m\n'), NAME)).toEqual([])
  })
})
