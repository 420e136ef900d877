// The edge of an area as a line with the inside on its left: holes, cuts along the 180th meridian and poles included.
import { DEGREE, inSpace, length, minus, WGS84 } from './ellipsoid.ts'
import type { Geometry, Position } from './geometry.ts'
import { prepareLine, type Line } from './line.ts'

export type Area = Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>

/** Metres by which an edge that runs straight in longitude and latitude may leave the geodesics put in its place. */
const CLOSE = 0.01
const SAME_PLACE = 1e-6

/**
 * The edge of a sound area (shells against the clock, holes with it, as RFC 7946 has them). Its edges run straight in
 * longitude and latitude, as there: geodesics between enough places of each stand for it, a centimetre apart or less.
 * Edges that two parts share, along the 180th meridian or anywhere, bound nothing and are left out.
 */
export function boundaryOf(area: Area): Line {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()
  const edges = new Set(rings.flatMap((ring) => ring.slice(1).map((b, at) => edgeKey(ring[at]!, b))))
  const chains: Position[][] = []
  for (const ring of rings) {
    let chain: Position[] | null = null
    for (const [at, b] of ring.slice(1).entries()) {
      const a = ring[at]!
      if (edges.has(edgeKey(b, a)) || (Math.abs(a[1]) === 90 && a[1] === b[1])) {
        chain = null
        continue
      }
      if (!chain) chains.push((chain = [a]))
      chain.push(...onEdge(a, b), b)
    }
  }
  return prepareLine(joined(chains))
}

/** An edge along the 180th meridian has one name, so that both sides of a cut are known for the same. */
function edgeKey(a: Position, b: Position): string {
  const along = a[0] === b[0] && Math.abs(a[0]) === 180
  return [a, b].map(([lon, lat]) => `${along ? 180 : lon},${lat}`).join(' ')
}

function samePlace(a: Position, b: Position): boolean {
  return length(minus(inSpace(a), inSpace(b))) < SAME_PLACE
}

/** Places between the ends of an edge, closer together the more a parallel bends away from the geodesic. */
function onEdge([lonA, latA]: Position, [lonB, latB]: Position): Position[] {
  const [most, least] = [Math.max(Math.abs(latA), Math.abs(latB)), Math.min(Math.abs(latA), Math.abs(latB))]
  // An edge towards the pole is cut where it bends most, which is at the pole; half a degree short of it will do.
  const east = (lonB - lonA) * DEGREE * Math.cos((latA * latB < 0 ? 0 : least) * DEGREE)
  const metres = Math.hypot(east, (latB - latA) * DEGREE) * WGS84.a
  const bends = Math.abs(east) * WGS84.a * metres * Math.tan(Math.min(most, 89.5) * DEGREE)
  const count = Math.max(Math.ceil(Math.sqrt(bends / (8 * WGS84.a * CLOSE))), Math.ceil(Math.abs(lonB - lonA) / 90))
  return Array.from({ length: Math.max(0, count - 1) }, (_, at): Position => {
    const share = (at + 1) / count
    return [lonA + (lonB - lonA) * share, latA + (latB - latA) * share]
  })
}

/** Chains that end where others begin, made one. */
function joined(chains: readonly Position[][]): Position[][] {
  const waiting = [...chains]
  const done: Position[][] = []
  for (let chain = waiting.shift(); chain; chain = waiting.shift()) {
    for (;;) {
      const next = waiting.findIndex(([start]) => !closed(chain) && samePlace(chain.at(-1)!, start!))
      if (next === -1) break
      chain.push(...waiting.splice(next, 1)[0]!)
    }
    done.push(chain)
  }
  return done
}

function closed(chain: readonly Position[]): boolean {
  return chain.length > 2 && samePlace(chain[0]!, chain.at(-1)!)
}
