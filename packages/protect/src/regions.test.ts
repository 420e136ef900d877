// Regions hold none or at least k, by example and for any sites.
import * as fc from 'fast-check'
import { geohash, geohashAround } from '@trucekeeper/geo'
import { describe, expect, it } from 'vitest'
import { countsOfMovements, countsOfSites, toldOf, type LonLat } from './index.ts'

const DIGITS = [...'0123456789bcdefghjkmnpqrstuvwxyz']
const K = 5
const HERE: LonLat = [37.1, 36.2]
const cell = geohash(HERE, 5)

/** Sites in clusters within some 60 km: dense cells, thin ones and empty ones. */
const places = fc
  .array(
    fc.tuple(
      fc.double({ min: 36.8, max: 37.5, noNaN: true }),
      fc.double({ min: 35.9, max: 36.5, noNaN: true }),
      fc.integer({ min: 1, max: 9 }),
    ),
    { maxLength: 12 },
  )
  .map((clusters) => clusters.flatMap(([lon, lat, size]) => Array.from({ length: size }, (): LonLat => [lon, lat])))

/** Every cell of length 5 in the area, with what is told of it. */
function told(sites: readonly LonLat[]) {
  const counts = countsOfSites(sites)
  const larger = new Set<string>()
  for (let lon = 36.7; lon < 37.7; lon += 0.1)
    for (let lat = 35.8; lat < 36.6; lat += 0.1) larger.add(geohash([lon, lat], 4))
  for (const site of sites) larger.add(geohash(site, 4))
  return [...larger].flatMap((around) =>
    DIGITS.map((digit) => [around + digit, toldOf(around + digit, counts, K)] as const),
  )
}

describe('what is told of a cell', () => {
  it('is that there are some, of the cell itself, where it holds five', () => {
    const sites = Array.from({ length: 5 }, () => HERE)
    expect(toldOf(cell, countsOfSites(sites), K)).toEqual({ there: true, within: cell })
    expect(toldOf(geohash(HERE, 4), countsOfSites(sites), K)).toEqual({ there: true, within: geohash(HERE, 4) })
  })

  it('takes as many looks whatever there is: nothing, one, five, many around it or in it', () => {
    const around: LonLat[] = Array.from({ length: 40 }, (_, at) => [37 + at / 50, 36.2])
    const worlds = [[], [HERE], Array.from({ length: 5 }, () => HERE), around, [...around, ...around, HERE]]
    const looks = worlds.map((sites) => {
      const { held, additive } = countsOfSites(sites)
      let number = 0
      const counting = new Map(held)
      counting.get = (of) => (number++, held.get(of))
      toldOf(cell, { held: counting, additive }, K)
      return number
    })
    expect(looks).toEqual(worlds.map(() => cell.length * DIGITS.length))
  })

  it('is never that there are none where one is, however few there are in all', () => {
    expect(toldOf(cell, countsOfSites([HERE]), K)).toEqual({ there: true, within: '' })
    fc.assert(
      fc.property(places, (sites) => {
        const counts = countsOfSites(sites)
        for (const site of sites) expect(toldOf(geohash(site, 5), counts, K).there).toBe(true)
      }),
    )
  })

  it('puts cells together until each that is told apart holds none or five', () => {
    fc.assert(
      fc.property(places, (sites) => {
        const regions = new Map<string, number>()
        for (const [name, { there, within }] of told(sites)) {
          const held = sites.filter((site) => geohash(site, 5) === name).length
          const region = there ? within : 'none'
          regions.set(region, (regions.get(region) ?? 0) + held)
        }
        for (const [region, held] of regions) {
          if (region === 'none') expect(held).toBe(0)
          else if (region !== '') expect(held).toBeGreaterThanOrEqual(K)
        }
      }),
    )
  })

  it('is no more to who asks by larger cells than to who asks by smaller ones', () => {
    fc.assert(
      fc.property(places, (sites) => {
        const counts = countsOfSites(sites)
        for (const [name, small] of told(sites)) {
          const large = toldOf(geohashAround(name), counts, K)
          expect(name.startsWith(large.within) && (small.within.startsWith(large.within) || !large.there)).toBe(true)
        }
      }),
    )
  })

  it('tells of a movement no more exactly than of five vehicles', () => {
    const beside = geohash([37.3, 36.2], 5)
    const few = countsOfMovements([{ cells: [cell, beside], vehicles: 3 }])
    expect(toldOf(cell, few, K)).toEqual({ there: true, within: '' })
    const more = countsOfMovements([{ cells: [cell, beside], vehicles: 31 }])
    expect(toldOf(cell, more, K)).toEqual({ there: true, within: cell })
  })
})
