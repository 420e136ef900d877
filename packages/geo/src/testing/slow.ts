// The distance to a line found the slow way: along GeographicLib's geodesics step by step, by golden section.
import geodesic from 'geographiclib-geodesic'
import type { Position } from '../geometry.ts'

const WGS84 = geodesic.Geodesic.WGS84
const STEPS = 24
const GOLDEN = (Math.sqrt(5) - 1) / 2
/** Metres: the distance then errs by far less. */
const NARROW = 1e-3

/** Metres from a point to the geodesics between the positions of a line. Shares nothing with what it checks but the inverse problem. */
export function slowDistance(point: Position, line: readonly Position[]): number {
  return Math.min(...line.slice(1).map((b, at) => slowToSegment(point, line[at]!, b)))
}

function slowToSegment([lon, lat]: Position, a: Position, b: Position): number {
  const way = WGS84.InverseLine(a[1], a[0], b[1], b[0])
  const distance = (at: number) => {
    const { lat2, lon2 } = way.Position(at)
    return WGS84.Inverse(lat2!, lon2!, lat, lon, geodesic.Geodesic.DISTANCE).s12!
  }
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => (way.s13 * step) / STEPS)
  const found = steps.map(distance)
  const low = found.flatMap((metres, at) =>
    metres <= (found[at - 1] ?? Infinity) && metres <= (found[at + 1] ?? Infinity)
      ? [golden(distance, steps[at - 1] ?? 0, steps[at + 1] ?? way.s13)]
      : [],
  )
  return Math.min(...low)
}

function golden(distance: (at: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  let one = high - (high - low) * GOLDEN
  let other = low + (high - low) * GOLDEN
  let [first, second] = [distance(one), distance(other)]
  while (high - low > NARROW) {
    if (first < second) {
      high = other
      other = one
      second = first
      one = high - (high - low) * GOLDEN
      first = distance(one)
    } else {
      low = one
      one = other
      first = second
      other = low + (high - low) * GOLDEN
      second = distance(other)
    }
  }
  return Math.min(first, second, distance(from), distance(to))
}
