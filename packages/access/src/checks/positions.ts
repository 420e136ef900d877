// Latitude and longitude in each other's place, and codes from another edition of the boundaries.
import { metresBetween, type Position } from '@trucekeeper/geo'
import type { AccessRecords } from '../records/index.ts'
import { quoted } from '../sheet.ts'
import type { Flag } from './flag.ts'

/** Nearer than this to a known place, nothing is suspected. */
const NEAR_M = 100_000
/** As far as this each way is never as far as 100 km. */
const CLOSE_DEGREES = 0.5
/** As much nearer a position has to come when its numbers change places. */
const NEARER = 4

/** Positions far from all known places that come near one when latitude and longitude change places. */
export function flagSwapped(records: AccessRecords, near: readonly Position[], flag: Flag): void {
  const places = [...near, ...records.areas.flatMap(({ point }) => (point ? [point] : []))]
  const cells = Map.groupBy(places, ([lon, lat]) => cellAt(lon, lat))
  for (const row of [...records.areas, ...records.events, ...records.tracks]) {
    const { point } = row
    if (point === null) continue
    if (Math.abs(point[0]) > 90 || hasNeighbour(point, cells)) continue
    // The position itself is among the areas, and so would be its own witness.
    const others = places.filter((place) => place !== point)
    const away = nearest(point, others)
    if (others.length === 0 || away <= NEAR_M || nearest([point[1], point[0]], others) * NEARER > away) continue
    flag(row, 'lat', {
      code: 'swapped-position',
      message: `\`${point[1]}\`, \`${point[0]}\` lies ${Math.round(away / 1000)} km from every known place`,
      help: 'latitude and longitude look swapped: put the latitude into `lat` and the longitude into `lon`',
    })
  }
}

const cellAt = (lon: number, lat: number) => `${Math.floor(lon / CLOSE_DEGREES)} ${Math.floor(lat / CLOSE_DEGREES)}`

/** Whether another place lies close by: spares measuring most positions of a long track, or of a long list of areas. */
function hasNeighbour(point: Position, cells: ReadonlyMap<string, readonly Position[]>): boolean {
  const steps = [-CLOSE_DEGREES, 0, CLOSE_DEGREES]
  return steps.some((east) =>
    steps.some((north) =>
      cells.get(cellAt(point[0] + east, point[1] + north))?.some((place) => place !== point && closeBy(point, place)),
    ),
  )
}

function closeBy(one: Position, other: Position): boolean {
  return Math.abs(one[0] - other[0]) < CLOSE_DEGREES && Math.abs(one[1] - other[1]) < CLOSE_DEGREES
}

function nearest(point: Position, places: readonly Position[]): number {
  return places.reduce((least, place) => Math.min(least, metresBetween(point, place)), Infinity)
}

/** P-codes mean something only within one edition: a folder speaks of one. */
export function flagEditions({ areas }: AccessRecords, flag: Flag): void {
  const counts = new Map<string, number>()
  for (const row of areas) {
    if (row.pcode !== null && row.codVersion === null) {
      const help = 'name the edition of the boundaries in `cod_version`: the same code means other places in others'
      const message = `the code ${quoted(row.pcode)} names no edition`
      flag(row, 'cod_version', { code: 'wrong-edition', message, help })
    }
    if (row.codVersion !== null) counts.set(row.codVersion, (counts.get(row.codVersion) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))
  for (const row of areas) {
    if (row.codVersion === null || row.codVersion === most![0]) continue
    const message = `${quoted(row.codVersion)} is another edition than ${quoted(most![0])} of the other rows`
    const help = 'look the code up in the edition that the other rows use'
    flag(row, 'cod_version', { code: 'wrong-edition', message, help })
  }
}
