// Points and lines to try distances on: roads, long ways, the 180th meridian, the poles, anywhere.
import geodesic from 'geographiclib-geodesic'
import type { Position } from '../geometry.ts'

const WGS84 = geodesic.Geodesic.WGS84

export interface Case {
  readonly kind: (typeof CASE_KINDS)[number]
  readonly line: readonly Position[]
  readonly point: Position
}

export const CASE_KINDS = ['road', 'long', 'date line', 'pole', 'anywhere'] as const

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The cases in turn, each of its kind; but for the last kind, the point lies within 100 km of some place of the line. */
export function madeCase(at: number, draw: () => number): Case {
  const kind = CASE_KINDS[at % CASE_KINDS.length]!
  const starts: Record<Case['kind'], Position> = {
    road: [37.16 + draw(), 36.2 + draw()],
    long: [360 * draw() - 180, anyLatitude(draw)],
    'date line': [draw() < 0.5 ? 179.9 : -179.9, anyLatitude(draw)],
    pole: [360 * draw() - 180, (draw() < 0.5 ? -1 : 1) * (90 - draw() ** 2)],
    anywhere: [360 * draw() - 180, anyLatitude(draw)],
  }
  const [least, most] = {
    road: [10, 20_000],
    long: [1e5, 1.5e7],
    'date line': [1e3, 3e5],
    pole: [1e2, 4e5],
    anywhere: [1e4, 1.9e7],
  }[kind] as [number, number]
  const line = [starts[kind]]
  const bends = kind === 'long' || kind === 'anywhere' ? 1 + Math.floor(draw() * 2) : 1 + Math.floor(draw() * 8)
  while (line.length <= bends) line.push(from(line.at(-1)!, 360 * draw(), least * (most / least) ** draw()))
  const segment = Math.floor(draw() * bends)
  const way = WGS84.InverseLine(line[segment]![1], line[segment]![0], line[segment + 1]![1], line[segment + 1]![0])
  const { lat2, lon2 } = way.Position(way.s13 * draw())
  const point = from([lon2!, lat2!], 360 * draw(), kind === 'anywhere' ? 2e7 * draw() : 1e5 * draw() ** 3)
  return { kind, line, point }
}

function anyLatitude(draw: () => number): number {
  return (Math.asin(2 * draw() - 1) * 180) / Math.PI
}

function from([lon, lat]: Position, azimuth: number, metres: number): Position {
  const { lat2, lon2 } = WGS84.Direct(lat, lon, azimuth, metres)
  return [lon2!, lat2!]
}
