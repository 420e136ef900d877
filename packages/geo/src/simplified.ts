// Fewer positions for the same line, as far as a tolerance allows (Ramer 1972; Douglas and Peucker 1973).
import { LONGEST_DEGREE } from './contour.ts'
import { DEGREE } from './ellipsoid.ts'
import type { Position } from './geometry.ts'

/** The ends stay, and so does every position that lies farther than the tolerance from the straight way without it. */
export function simplified(line: readonly Position[], tolerance_m: number): Position[] {
  const last = line.length - 1
  const closed = line[0]![0] === line[last]![0] && line[0]![1] === line[last]![1]
  const kept = new Uint8Array(line.length)
  kept[0] = kept[last] = 1
  const waiting: [from: number, to: number][] = []
  if (closed) {
    // A ring has no way from its beginning to its end: it is halved where it is farthest from there.
    const { at } = farthest(line, 0, last)
    kept[at] = 1
    waiting.push([0, at], [at, last])
  } else waiting.push([0, last])
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    const [from, to] = stretch
    if (to - from < 2) continue
    const { at, metres } = farthest(line, from, to)
    if (metres <= tolerance_m) continue
    kept[at] = 1
    waiting.push([from, at], [at, to])
  }
  return line.filter((_, at) => kept[at] === 1)
}

/** The position between two of a line that lies farthest from the straight way between them. */
function farthest(line: readonly Position[], from: number, to: number): { at: number; metres: number } {
  const [[lon, lat], [endLon, endLat]] = [line[from]!, line[to]!]
  const [east, north] = [LONGEST_DEGREE * Math.cos(lat * DEGREE), LONGEST_DEGREE]
  const [dx, dy] = [(endLon - lon) * east, (endLat - lat) * north]
  const square = dx * dx + dy * dy
  let [at, most] = [from, -1]
  for (let between = from + 1; between < to; between += 1) {
    const [x, y] = [(line[between]![0] - lon) * east, (line[between]![1] - lat) * north]
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / square))
    const metres = (x - share * dx) ** 2 + (y - share * dy) ** 2
    if (metres > most) [at, most] = [between, metres]
  }
  return { at, metres: Math.sqrt(most) }
}
