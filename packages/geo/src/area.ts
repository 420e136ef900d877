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
  let toEdge = Infinity
  for (const rings of polygons) {
    let here = false
    for (const ring of rings) {
      if (crossings(point, ring) % 2 === 1) here = !here
      toEdge = Math.min(toEdge, distanceToLine(point, ring).metres)
    }
    inside ||= here
  }
  if (toEdge <= tolerance_m) return 'edge'
  return inside ? 'inside' : 'outside'
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
