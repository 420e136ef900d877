// Where vehicles were at instants, and pairs of words that have one vehicle in two places at once.
import { metresBetween, type Position } from '@trucekeeper/geo'
import type { EventRow, SealRow, TrackRow } from '../records/index.ts'
import type { Said } from '../said.ts'

/** Faster than this no truck gets from one place to another, in metres per second (150 km/h). */
const FASTEST = 41.7
/** As far apart two positions of one place may be, in metres. */
const ONE_PLACE_M = 2000

export interface Sighting {
  readonly row: Said
  readonly vehicleId: string
  readonly at: number
  readonly place: string | null
  readonly point: Position | null
}

/** What happened some time between two instants tells nothing here. */
export function sightingsOf(
  events: readonly EventRow[],
  seals: readonly SealRow[],
  tracks: readonly TrackRow[],
): Sighting[] {
  const seen: Sighting[] = []
  for (const row of events)
    if (row.vehicleId !== null && row.at.from === row.at.to && (row.place !== null || row.point !== null))
      seen.push({ row, vehicleId: row.vehicleId, at: row.at.from, place: row.place, point: row.point })
  for (const row of seals)
    if (row.at.from === row.at.to)
      seen.push({ row, vehicleId: row.vehicleId, at: row.at.from, place: row.place, point: null })
  for (const row of tracks) seen.push({ row, vehicleId: row.vehicleId, at: row.at, place: null, point: row.point })
  return seen
}

/** Neighbours in time, of one vehicle, that are too far apart for the time between them. */
export function pairsApart(sightings: readonly Sighting[]): (readonly [earlier: Sighting, later: Sighting])[] {
  const byVehicle = Map.groupBy(sightings, ({ vehicleId }) => vehicleId)
  return [...byVehicle.values()].flatMap((own) => {
    const ordered = own.toSorted((a, b) => a.at - b.at || (a.row.name < b.row.name ? -1 : 1))
    return ordered
      .slice(1)
      .map((later, index) => [ordered[index]!, later] as const)
      .filter(([earlier, later]) => apart(earlier, later))
  })
}

function apart(earlier: Sighting, later: Sighting): boolean {
  if (earlier.point && later.point) {
    const metres = metresBetween(earlier.point, later.point)
    return metres > ONE_PLACE_M && metres - ONE_PLACE_M > (FASTEST * (later.at - earlier.at)) / 1000
  }
  return earlier.at === later.at && earlier.place !== null && later.place !== null && earlier.place !== later.place
}
