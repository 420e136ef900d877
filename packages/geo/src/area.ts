// Whether a place lies in an area whose drawn edge may be some way from the real one.
import { distanceToLine } from './distance.ts'
import type { Geometry, Position } from './geometry.ts'

/** edge: nearer to the edge than the tolerance, so nobody can tell. */
export type AreaAnswer = 'inside' | 'outside' | 'edge'

/** Whether a point lies in a polygon with holes. `tolerance_m` is the uncertainty of edge and point together, in metres. */
export function areaTest(point: Position, area: Geometry, tolerance_m: number): AreaAnswer {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.type === 'MultiPolygon' ? area.coordinates : null
  if (!polygons) throw new TypeError(`a ${area.type} has no inside`)
  let inside = false
  for (const rings of polygons) {
    let here = false
    for (const ring of rings) {
      if (nearEdge(point, ring, tolerance_m)) return 'edge'
      if (crossings(point, ring) % 2 === 1) here = !here
    }
    inside ||= here
  }
  return inside ? 'inside' : 'outside'
}

/** On the plane touching at the point, a distance of some tens of kilometres is wrong by far less than half. */
const FAR_ENOUGH = 2
const METRES_PER_DEGREE = 111_320

/** Whether a point lies within the tolerance of a ring: exact for the edges that may be near, and for no others. */
function nearEdge(point: Position, ring: readonly Position[], tolerance_m: number): boolean {
  const reach = tolerance_m * FAR_ENOUGH + METRES_PER_DEGREE / 100
  const perLongitude = METRES_PER_DEGREE * Math.cos((point[1] * Math.PI) / 180)
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [a, b] = [ring[at]!, ring[at + 1]!]
    if (roughly(point, a, b, perLongitude) > reach) continue
    if (distanceToLine(point, [a, b]).metres <= tolerance_m) return true
  }
  return false
}

/** Metres on that plane from a point to an edge; 0, which is never too far, where the plane would be no use. */
function roughly([x, y]: Position, [ax, ay]: Position, [bx, by]: Position, perLongitude: number): number {
  if (Math.abs(ax - x) > 90 || Math.abs(bx - x) > 90 || Math.abs(y) > 80) return 0
  const [px, py] = [(ax - x) * perLongitude, (ay - y) * METRES_PER_DEGREE]
  const [dx, dy] = [(bx - ax) * perLongitude, (by - ay) * METRES_PER_DEGREE]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(px * dx + py * dy) / length))
  return Math.hypot(px + dx * share, py + dy * share)
}

/** How often a ray to the east crosses a closed ring. */
export function crossings([x, y]: Position, ring: readonly Position[]): number {
  let count = 0
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [ax, ay] = ring[at]!
    const [bx, by] = ring[at + 1]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) count += 1
  }
  return count
}
