// Which features a client asks for: those that touch a box, those of a time.
import { areaTest, type Geometry, type Position } from '@trucekeeper/geo'
import type { Instant } from '@trucekeeper/time'

/** West, south, east, north in degrees; west lies east of east where the box crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** From the first to the last instant, both within; null is without end. */
export interface Period {
  readonly from: Instant | null
  readonly to: Instant | null
}

/** Whether a shape and a box have a point in common. */
export function touches(shape: Geometry, [west, south, east, north]: Box): boolean {
  if (west > east) return touches(shape, [west, south, 180, north]) || touches(shape, [-180, south, east, north])
  const box: Box = [west, south, east, north]
  if (shape.type === 'Point') return clips(shape.coordinates, shape.coordinates, box)
  const lines =
    shape.type === 'LineString'
      ? [shape.coordinates]
      : shape.type === 'Polygon'
        ? shape.coordinates
        : shape.coordinates.flat()
  const crosses = lines.some((line) => line.some((corner, at) => at > 0 && clips(line[at - 1]!, corner, box)))
  // An edge that meets no side of the box leaves two ways to touch it: the area holds the box, or it does not.
  return crosses || (shape.type !== 'LineString' && areaTest([west, south], shape, 0) !== 'outside')
}

/** Whether a straight edge has a point in the box (Liang and Barsky 1984). */
function clips([x0, y0]: Position, [x1, y1]: Position, [west, south, east, north]: Box): boolean {
  let [enters, leaves] = [0, 1]
  const sides = [
    [x0 - x1, x0 - west],
    [x1 - x0, east - x0],
    [y0 - y1, y0 - south],
    [y1 - y0, north - y0],
  ] as const
  for (const [towards, room] of sides) {
    if (towards === 0 && room < 0) return false
    if (towards < 0) enters = Math.max(enters, room / towards)
    if (towards > 0) leaves = Math.min(leaves, room / towards)
  }
  return enters <= leaves
}

/** Whether two periods have an instant in common. */
export function overlaps(a: Period, b: Period): boolean {
  return (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity)
}

/** The smallest box around shapes that do not cross the antimeridian; null where there are none. */
export function boxAround(shapes: readonly Geometry[]): Box | null {
  let box: [number, number, number, number] | null = null
  for (const [lon, lat] of shapes.flatMap(positionsOf)) {
    const [west, south, east, north]: Box = box ?? [lon, lat, lon, lat]
    box = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)]
  }
  return box
}

function positionsOf(shape: Geometry): readonly Position[] {
  if (shape.type === 'Point') return [shape.coordinates]
  if (shape.type === 'LineString') return shape.coordinates
  return shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates.flat(2)
}

/** Outer rings against the clock and holes with it, as RFC 7946 has it. */
export function wound<T extends Geometry>(shape: T): T {
  if (shape.type === 'Polygon') return { ...shape, coordinates: woundRings(shape.coordinates) }
  if (shape.type === 'MultiPolygon') return { ...shape, coordinates: shape.coordinates.map(woundRings) }
  return shape
}

function woundRings(rings: readonly (readonly Position[])[]): (readonly Position[])[] {
  return rings.map((ring, at) => (isAgainstTheClock(ring) === (at === 0) ? ring : ring.toReversed()))
}

function isAgainstTheClock(ring: readonly Position[]): boolean {
  let twice = 0
  for (const [at, [x1, y1]] of ring.entries()) {
    const [x0, y0] = ring.at(at - 1)!
    twice += x0 * y1 - x1 * y0
  }
  return twice > 0
}
