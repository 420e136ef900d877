// Convoys and distances as the map may have them: coarse cells and hours, bands and windows, all of them late.
import { EXAMPLE, geohashBox, knownRows, publishedTrack } from '@trucekeeper/access'
import { publicGround } from '@trucekeeper/access/ground'
import type { Area } from '@trucekeeper/geo'
import type { Instant } from '@trucekeeper/time'
import type { WhatIsKnown, Workspace } from './deps.ts'
import { aroundLine, ringAround } from './map-outline.ts'

type Tables = Awaited<ReturnType<Workspace['tables']>>
type Account = WhatIsKnown['agreement']['accounts'][number]

/** How old a position has to be before others than its desk may see its cell. */
export const CONVOY_DELAY_H = 48

export interface MapConvoy {
  readonly vehicle: string
  /** When the hour began in which it was in the cell. */
  readonly hour: string
  readonly cell: string
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number]
  /** Whether the whole track of the vehicle was invented for an example. */
  readonly made_up: boolean
}

export interface MapBand {
  readonly line: string
  readonly party: string
  readonly weapon_class: string | null
  readonly window_from: string
  readonly window_to: string
  readonly from_m: number
  readonly to_m: number | null
  /** Between the two distances on both sides of the line; of a band without end, its beginning. */
  readonly shape: Area | null
}

interface Asked {
  readonly at: Instant
  readonly knownAt: Instant | null
  /** This machine's clock: a time still to come would undo the delay. */
  readonly now: Instant
}

/** What of convoys may be seen, by whole hours and cells of about 39 by 20 km. */
export function mapConvoys({ access }: Tables, { at, knownAt, now }: Asked, say: (at: Instant) => string): MapConvoy[] {
  if (access === null) return []
  const known = knownRows(access.tracks, { knownAt, sources: null })
  const told = new Set(known.filter(({ source }) => source !== EXAMPLE).map(({ vehicleId }) => vehicleId))
  return publishedTrack(known, Math.min(at, now), CONVOY_DELAY_H).map(({ vehicleId, hour, cell }) => ({
    vehicle: vehicleId,
    hour: say(hour),
    cell,
    box: geohashBox(cell)!,
    made_up: !told.has(vehicleId),
  }))
}

/** Bands of distance as they are published: by the deciding account alone, since one of few would tell who observed. */
export function mapBands(
  { ground }: Tables,
  account: Account,
  { at, knownAt, now }: Asked,
  say: (at: Instant) => string,
): MapBand[] {
  if (ground === null) return []
  const { terms, record } = ground
  const question = { at: Math.min(at, now), account, ...(knownAt !== null && { knownAt }) }
  const published = publicGround(terms, record, question)
  if (!published.ok) throw new Error(published.message)
  return published.ground.bands.map((band) => {
    const line = terms.lines.find(({ id }) => id === band.line)!
    return {
      ...band,
      window_from: say(band.window_from),
      window_to: say(band.window_to),
      shape:
        band.to_m === null
          ? aroundLine(line.positions, band.from_m)
          : ringAround(line.positions, band.from_m, band.to_m),
    }
  })
}
