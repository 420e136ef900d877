// A made-up country with sites in it, and its twin, in which each site stands elsewhere in the same cell.
import { geohash, geohashBox } from '@trucekeeper/geo'
import type { LonLat } from '../entries.ts'

/** Numbers from 0 to 1 that are the same for one seed (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Towns with many sites, and villages with one each, within some 200 km. None of them is real. */
export function madeUpSites(seed: number, count: number): readonly LonLat[] {
  const draw = drawn(seed)
  const towns = Array.from({ length: 6 }, () => [36 + draw() * 2, 35 + draw() * 2] as const)
  return Array.from({ length: count }, (_, at): LonLat => {
    if (at % 4 === 0) return [36 + draw() * 2, 35 + draw() * 2]
    const [lon, lat] = towns[Math.floor(draw() * towns.length)]!
    return [lon + (draw() - 0.5) * 0.04, lat + (draw() - 0.5) * 0.04]
  })
}

/** The same sites, each somewhere else in its cell of that length. */
export function movedWithin(sites: readonly LonLat[], length: number, seed: number): readonly LonLat[] {
  const draw = drawn(seed)
  return sites.map((site) => {
    const [west, south, east, north] = geohashBox(geohash(site, length))!
    return [west + (east - west) * draw(), south + (north - south) * draw()] as const
  })
}
