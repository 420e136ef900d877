// Outlines to draw: strips beside a line, rings around it, circles; each from the geodesic distances that verdicts rest on.
import {
  bufferOf,
  geohash,
  geohashBox,
  metresBetween,
  prepareLine,
  stripTest,
  type Area,
  type Geometry,
  type LineSide,
  type Position,
} from '@trucekeeper/geo'

/** A drawing of a distance may be off by this share of it. */
const ACCURACY = 1 / 50
const COARSEST_M = 20
/** About 4.9 km: where a point stands is told no finer, because it may be a site to protect. */
const FINEST_CELL = 5
const CORNERS = 48
const METRES_PER_DEGREE = 111_320

/** Digits that a drawing needs: 0.00001 degrees are about a metre. */
const rounded = ([lon, lat]: Position): Position => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]

const drawn = new WeakMap<readonly Position[], Map<number, Area | null>>()

/** Everything within `metres` of a line; null where that cannot be drawn. Worked out once for each line and distance. */
export function aroundLine(line: readonly Position[], metres: number): Area | null {
  const own = drawn.get(line) ?? new Map<number, Area | null>()
  drawn.set(line, own)
  if (!own.has(metres)) own.set(metres, outlineOf(line, metres))
  return own.get(metres)!
}

function outlineOf(line: readonly Position[], metres: number): Area | null {
  const area = bufferOf(prepareLine([line]), metres, Math.max(COARSEST_M, metres * ACCURACY))
  if (area === null) return null
  return area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: area.coordinates.map((ring) => ring.map(rounded)) }
    : { type: 'MultiPolygon', coordinates: area.coordinates.map((rings) => rings.map((ring) => ring.map(rounded))) }
}

/** What lies between two distances from a line, on both its sides, because it is not published on which. */
export function ringAround(line: readonly Position[], from_m: number, to_m: number): Area | null {
  const outer = aroundLine(line, to_m)
  if (outer === null || from_m === 0) return outer
  const inner = aroundLine(line, from_m)
  if (outer.type !== 'Polygon' || inner?.type !== 'Polygon') return null
  const hole = inner.coordinates[0]!.toReversed()
  return { type: 'Polygon', coordinates: [...outer.coordinates, hole] }
}

/** The strip of some depth along one side of a line; null where the line winds so that its side is no single piece. */
export function stripOutline(line: readonly Position[], side: LineSide, depth_m: number): Area | null {
  const around = aroundLine(line, depth_m)
  if (side === 'either' || around?.type !== 'Polygon' || around.coordinates.length > 1) return around
  const ring = around.coordinates[0]!.slice(0, -1)
  const isOnSide = ring.map((corner) => stripTest(corner, line, side, depth_m * 1.1, 0) !== 'outside')
  const begins = isOnSide.flatMap((on, at) => (on && !isOnSide.at(at - 1) ? [at] : []))
  if (begins.length !== 1) return null
  const turned = [...ring.slice(begins[0]), ...ring.slice(0, begins[0])]
  const arc = turned.slice(0, isOnSide.filter(Boolean).length)
  const last = arc.at(-1)!
  const isAhead = metresBetween(last, line[0]!) < metresBetween(last, line.at(-1)!)
  const back = (isAhead ? line : line.toReversed()).map(rounded)
  return { type: 'Polygon', coordinates: [[...arc, ...back, arc[0]!]] }
}

export interface Disc {
  readonly centre: Position
  readonly radius_m: number
}

/** A circle that surely holds a point of some tolerance, and is the same for every point of its cell. */
export function discAround(point: Position, tolerance_m: number): Disc {
  const [west, south, east, north] = geohashBox(geohash(point, FINEST_CELL))!
  const centre = rounded([(west + east) / 2, (south + north) / 2])
  const reach = Math.max(metresBetween(centre, [west, south]), metresBetween(centre, [west, north]))
  return { centre, radius_m: Math.ceil((reach + tolerance_m) / 100) * 100 }
}

export function discOutline({ centre: [lon, lat], radius_m }: Disc): Area {
  const across = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const ring = Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const turn = ((corner % CORNERS) / CORNERS) * 2 * Math.PI
    return rounded([lon + (radius_m * Math.cos(turn)) / across, lat + (radius_m * Math.sin(turn)) / METRES_PER_DEGREE])
  })
  return { type: 'Polygon', coordinates: [ring] }
}

/** Where a label of a shape may stand: inside the box around it. */
export function middleOf(shape: Geometry): Position {
  const all = positionsOf(shape)
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)]
  return rounded([(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2])
}

/** Metres from corner to corner of the box around a shape: to tell the narrower of two. */
export function extentOf(shape: Geometry): number {
  const all = positionsOf(shape)
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)]
  return metresBetween([Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)])
}

function positionsOf(shape: Geometry): readonly Position[] {
  if (shape.type === 'Point') return [shape.coordinates]
  if (shape.type === 'LineString') return shape.coordinates
  return shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates.flat(2)
}
