// A truck that one source has in two places at once.
import { pairsApart, sightingsOf, type Sighting } from '../convoys/sightings.ts'
import type { AccessRecords } from '../records/index.ts'
import { uncorrected } from '../said.ts'
import { quoted } from '../sheet.ts'
import type { Flag } from './flag.ts'

export function flagTwoPlaces({ events, seals, tracks }: AccessRecords, flag: Flag): void {
  const seen = sightingsOf(uncorrected(events), uncorrected(seals), uncorrected(tracks))
  for (const own of Map.groupBy(seen, ({ row }) => row.source).values())
    for (const [earlier, later] of pairsApart(own)) {
      const where = ({ place, point }: Sighting) => quoted(place ?? `${point?.[1]}, ${point?.[0]}`)
      const message = `vehicle ${quoted(later.vehicleId)} is at ${where(later)} and, in row ${earlier.row.row} of \`${earlier.row.file}\`, at ${where(earlier)}, too far for the time between`
      const help = 'correct the time, the place or the vehicle of one of the two'
      flag(later.row, 'at', { code: 'two-places-at-once', message, help })
    }
}
