// What the server says of the ground, as the sources of a map have it.
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import type { Counted, Drawn, Ground } from './columns.ts'

export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] }
const PIXELS_OF_THE_EARTH = 512
const EQUATOR_M = 40_075_017

/** Pixels at zoom 0 that some metres have at a latitude. */
function pixelsOf(metres: number, latitude: number): number {
  return (metres * PIXELS_OF_THE_EARTH) / (EQUATOR_M * Math.cos((latitude * Math.PI) / 180))
}

/** The same shape in the words of those who draw it, who promise less. */
export const drawable = (shape: Drawn['spots'][number]['shape']): Geometry => shape as unknown as Geometry

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })
const feature = (geometry: unknown, properties: Record<string, unknown>): Feature => ({
  type: 'Feature',
  geometry: geometry as Geometry,
  properties,
})

export function groundFeatures({ zones, lines }: Ground): FeatureCollection {
  return collection([
    ...zones.flatMap(({ shape, tolerance_m }) =>
      shape ? [feature(shape, { as: 'zone', px: pixelsOf(2 * tolerance_m, cornersOf(drawable(shape))[0]![1]!) })] : [],
    ),
    ...lines.map(({ positions, tolerance_m }) =>
      feature(
        { type: 'LineString', coordinates: positions },
        { as: 'line', px: pixelsOf(2 * tolerance_m, positions[0]![1]) },
      ),
    ),
  ])
}

/** The latest window of each party, line and class of weapon. */
export function bandFeatures(ground: Ground): FeatureCollection {
  return collection(
    latestBands(ground).flatMap(({ shape, to_m }) =>
      shape ? [feature(shape, { as: to_m === null ? 'beyond' : 'band' })] : [],
    ),
  )
}

export function latestBands({ bands }: Pick<Drawn, 'bands'>): Drawn['bands'] {
  const groups = Map.groupBy(bands, ({ line, party, weapon_class }) => JSON.stringify([line, party, weapon_class]))
  return [...groups.values()].flatMap((same) => {
    const last = Math.max(...same.map(({ window_to }) => Date.parse(window_to)))
    return same.filter(({ window_to }) => Date.parse(window_to) === last)
  })
}

export function convoyFeatures({ convoys }: Ground): FeatureCollection {
  const boxes = new Map(convoys.map(({ cell, box }) => [cell, box]))
  return collection(
    [...boxes.values()].map(([west, south, east, north]) =>
      feature(
        {
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
        {},
      ),
    ),
  )
}

export function spotFeatures({ spots }: Drawn, counted: readonly Counted[], chosen: string | null): FeatureCollection {
  return collection(
    spots.flatMap(({ id, as, shape }, at) =>
      (counted[at]?.all ?? 0) > 0 ? [feature(shape, { as, chosen: id === chosen })] : [],
    ),
  )
}

/** Where numbers are written: in the middle of what is drawn. */
export function happeningFeatures({ spots }: Drawn, counted: readonly Counted[]): FeatureCollection {
  return collection(
    spots.flatMap(({ id, label }, at) => {
      const { all, by } = counted[at] ?? { all: 0, by: {} }
      return all > 0 ? [feature({ type: 'Point', coordinates: label }, { spot: id, all, ...by })] : []
    }),
  )
}

export type Box = readonly [west: number, south: number, east: number, north: number]

/** What is worth looking at: lines, small zones and everything that happened. */
export function boxAround({ spots, lines }: Drawn): Box | null {
  return boxOf([...spots.map(({ label }) => label), ...lines.flatMap(({ positions }) => positions)])
}

export function boxOfShape(shape: Geometry): Box | null {
  return boxOf(cornersOf(shape))
}

function boxOf(corners: readonly (readonly number[])[]): Box | null {
  if (corners.length === 0) return null
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number]
  for (const [lon, lat] of corners) {
    box[0] = Math.min(box[0], lon!)
    box[1] = Math.min(box[1], lat!)
    box[2] = Math.max(box[2], lon!)
    box[3] = Math.max(box[3], lat!)
  }
  return box
}

function cornersOf(shape: Geometry): Position[] {
  if (shape.type === 'LineString') return shape.coordinates
  if (shape.type === 'Polygon') return shape.coordinates.flat()
  return shape.type === 'MultiPolygon' ? shape.coordinates.flat(2) : []
}
