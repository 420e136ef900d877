// Where something is told to have happened, as GeoJSON (RFC 7946), by cells of some forty by twenty kilometres and never closer.
import type { Agreement, Zone } from '@trucekeeper/agreement'
import { geohash, geohashBox, type Position } from '@trucekeeper/geo'
import type { DailyReport } from '../model/index.ts'

/** Digits of a geohash: about 39 by 20 km. */
const CELL = 4

/** Happenings of the period by cell. Those that hit something protected are in none: they are only counted, without a place. */
export function geoJsonOf({ happenings, cut_off, number }: DailyReport, { zones }: Pick<Agreement, 'zones'>): string {
  const cells = new Map<string, string[]>()
  for (const { id, areas, protected: isProtected } of happenings) {
    if (isProtected) continue
    for (const cell of new Set(zones.flatMap((zone) => (areas.includes(zone.id) ? (cellOf(zone) ?? []) : []))))
      cells.set(cell, [...(cells.get(cell) ?? []), id])
  }
  const features = [...cells]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([cell, ids]) => {
      const [west, south, east, north] = geohashBox(cell)!
      return {
        type: 'Feature',
        id: cell,
        properties: { cell, told_of: ids.length, report: number, cut_off },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [west, south],
              [east, south],
              [east, north],
              [west, north],
              [west, south],
            ],
          ],
        },
      }
    })
  const placeless = happenings.filter(({ areas }) => areas.length === 0).length
  return `${JSON.stringify({ type: 'FeatureCollection', features, without_place: placeless }, null, 2)}\n`
}

/** The cell of the middle of a zone; none where it is larger than a cell can tell of. */
function cellOf({ ground }: Zone): string | null {
  const positions = ground.kind === 'strip' ? ground.line : positionsOf(ground.place.geometry)
  const [longitudes, latitudes] = [positions.map(([longitude]) => longitude), positions.map(([, latitude]) => latitude)]
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  if (positions.length === 0 || east - west > LARGEST || north - south > LARGEST) return null
  return geohash([(west + east) / 2, (south + north) / 2], CELL)
}

/** In degrees. */
const LARGEST = 0.35

function positionsOf(geometry: unknown): Position[] {
  const found: Position[] = []
  const walk = (value: unknown) => {
    if (!Array.isArray(value)) return
    const [first, second] = value as unknown[]
    if (typeof first === 'number' && typeof second === 'number') found.push([first, second])
    else value.forEach((one) => walk(one))
  }
  walk((geometry as { readonly coordinates?: unknown }).coordinates)
  return found
}
