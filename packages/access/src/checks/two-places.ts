// A truck that one source has in two places at once.
import { metresBetween, type Position } from '@trucekeeper/geo'
import type { AccessRecords } from '../records/index.ts'
import { uncorrected, type Said } from '../said.ts'
import { quoted } from '../sheet.ts'
import type { Flag } from './flag.ts'

/** Faster than this no truck gets from one place to another, in metres per second (150 km/h). */
const FASTEST = 41.7
/** As far apart two positions of one place may be, in metres. */
const ONE_PLACE_M = 2000

interface Sighting {
  readonly row: Said
  readonly column: string
  readonly vehicleId: string
  readonly at: number
  readonly place: string | null
  readonly point: Position | null
}

export function flagTwoPlaces(records: AccessRecords, flag: Flag): void {
  const bySource = Map.groupBy(sightings(records), ({ row, vehicleId }) => JSON.stringify([row.source, vehicleId]))
  for (const group of bySource.values()) {
    const ordered = group.toSorted((a, b) => a.at - b.at || (a.row.name < b.row.name ? -1 : 1))
    for (const [index, later] of ordered.entries()) {
      const earlier = ordered[index - 1]
      if (!earlier || !apart(earlier, later)) continue
      const where = ({ place, point }: Sighting) => quoted(place ?? `${point?.[1]}, ${point?.[0]}`)
      const message = `vehicle ${quoted(later.vehicleId)} is at ${where(later)} and, in row ${earlier.row.row} of \`${earlier.row.file}\`, at ${where(earlier)}, too far for the time between`
      const help = 'correct the time, the place or the vehicle of one of the two'
      flag(later.row, later.column, { code: 'two-places-at-once', message, help })
    }
  }
}

function apart(earlier: Sighting, later: Sighting): boolean {
  if (earlier.point && later.point) {
    const metres = metresBetween(earlier.point, later.point)
    return metres > ONE_PLACE_M && metres - ONE_PLACE_M > (FASTEST * (later.at - earlier.at)) / 1000
  }
  return earlier.at === later.at && earlier.place !== null && later.place !== null && earlier.place !== later.place
}

/** Where vehicles were at instants; what happened some time between two instants tells nothing here. */
function sightings({ events, seals, tracks }: AccessRecords): Sighting[] {
  return [
    ...uncorrected(events).flatMap((row) =>
      row.vehicleId !== null && row.at.from === row.at.to && (row.place !== null || row.point !== null)
        ? [{ row, column: 'at', vehicleId: row.vehicleId, at: row.at.from, place: row.place, point: row.point }]
        : [],
    ),
    ...uncorrected(seals).flatMap((row) =>
      row.at.from === row.at.to
        ? [{ row, column: 'at', vehicleId: row.vehicleId, at: row.at.from, place: row.place, point: null }]
        : [],
    ),
    ...uncorrected(tracks).map((row) => ({
      row,
      column: 'at',
      vehicleId: row.vehicleId,
      at: row.at,
      place: null,
      point: row.point,
    })),
  ]
}
