import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const zone = (lines: string) => `zone verge\n${lines}\n`

describe('zone-without-depth', () => {
  it('underlines the line along which it lies', () => {
    expect(underlined(clausesUnder(zone('  along        road\n  side         north')), 'zone-without-depth')).toEqual([
      'along        road',
    ])
  })

  it('names the zone', () => {
    expect(said(clausesUnder(zone('  along        road')), 'zone-without-depth')).toEqual([
      'the zone `verge` lies along a line and has no depth',
    ])
  })

  it('is content with a depth, and with an area', () => {
    expect(underlined(clausesUnder(zone('  along        road\n  depth        500 m')), 'zone-without-depth')).toEqual(
      [],
    )
    expect(underlined(clausesUnder(zone('  geometry     places.geojson#hill')), 'zone-without-depth')).toEqual([])
  })
})
