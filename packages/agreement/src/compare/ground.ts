// How the drawn ground of a zone or a line changed: by points laid over both shapes, or by the distance between two lines.
import { areaTest, distanceToLine, type Geometry, type Position } from '@trucekeeper/geo'
import type { Reach } from './change.ts'

export interface GroundChange {
  readonly reach: Reach
  readonly means: string
  /** Whether it is more than the points laid over it can tell apart. */
  readonly seen: boolean
}

/** Points along each edge of the rectangle around both shapes: 4,096 in all, so that a share is told to some percent. */
const POINTS = 64

/** Null when both shapes have the same positions. */
export function groundChange(old: Geometry, now: Geometry): GroundChange | null {
  if (JSON.stringify(old) === JSON.stringify(now)) return null
  if (isArea(old) && isArea(now)) return areaChange(old, now)
  if (old.type === 'LineString' && now.type === 'LineString') {
    const metres = Math.max(farthest(old.coordinates, now.coordinates), farthest(now.coordinates, old.coordinates))
    return { reach: 0, seen: true, means: `the line is drawn up to ${Math.ceil(metres)} m away from where it was` }
  }
  return { reach: 0, seen: true, means: `a ${now.type} stands where a ${old.type} stood` }
}

function areaChange(old: Geometry, now: Geometry): GroundChange {
  const [before, after] = [old, now].map(positionsOf) as [Position[], Position[]]
  const all = [...before, ...after]
  const [west, east] = edges(all.map(([lon]) => lon))
  const [south, north] = edges(all.map(([, lat]) => lat))
  const count = { both: 0, old: 0, now: 0 }
  for (let row = 0; row < POINTS; row += 1) {
    for (let column = 0; column < POINTS; column += 1) {
      const at: Position = [
        west + ((column + 0.5) / POINTS) * (east - west),
        south + ((row + 0.5) / POINTS) * (north - south),
      ]
      const [was, is] = [areaTest(at, old, 0) === 'inside', areaTest(at, now, 0) === 'inside']
      if (was && is) count.both += 1
      else if (was) count.old += 1
      else if (is) count.now += 1
    }
  }
  const share = (part: number, whole: number) => `about ${Math.max(1, Math.round((100 * part) / Math.max(1, whole)))} %`
  const lost = `${share(count.old, count.old + count.both)} of the old ground is no longer in it`
  const won = `${share(count.now, count.now + count.both)} of the new ground was not in it`
  if (count.old > 0 && count.now > 0) return { reach: 0, seen: true, means: `${lost}, and ${won}` }
  if (count.old > 0) return { reach: -1, seen: true, means: `it shrinks: ${lost}` }
  if (count.now > 0) return { reach: 1, seen: true, means: `it widens: ${won}` }
  return { reach: 0, seen: false, means: 'its edge is drawn otherwise, by less than test points can tell' }
}

function farthest(from: readonly Position[], to: readonly Position[]): number {
  return from.reduce((most, position) => Math.max(most, distanceToLine(position, to).metres), 0)
}

function edges(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  )
}

function isArea({ type }: Geometry): boolean {
  return type === 'Polygon' || type === 'MultiPolygon'
}

function positionsOf(geometry: Geometry): readonly Position[] {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat()
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : []
}
