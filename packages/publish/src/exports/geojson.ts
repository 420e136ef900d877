// Where something is told to have happened, as GeoJSON (RFC 7946), by cells of some forty by twenty kilometres and never closer.
import { geohashBox } from '@trucekeeper/geo'
import type { DailyReport } from '../model/index.ts'

/**
 * Happenings of the period by cell. Those that hit something protected are in none, nor are those of which no place is known or
 * only one larger than a cell: they are counted in `without_place`.
 */
export function geoJsonOf({ happenings, cut_off, number }: DailyReport): string {
  const cells = new Map<string, number>()
  for (const cell of happenings.flatMap((happening) => happening.cells)) cells.set(cell, (cells.get(cell) ?? 0) + 1)
  const features = [...cells]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([cell, toldOf]) => {
      const [west, south, east, north] = geohashBox(cell)!
      return {
        type: 'Feature',
        id: cell,
        properties: { cell, told_of: toldOf, report: number, cut_off },
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
  const placeless = happenings.filter((happening) => happening.cells.length === 0).length
  return `${JSON.stringify({ type: 'FeatureCollection', features, precision: PRECISION, without_place: placeless }, null, 2)}\n`
}

const PRECISION = 'the cell, of some 39 by 20 km, in which the middle of the place lies'
