// Reads a GeoJSON file of named places, strictly: a shape that is not sound is named and left out, never guessed.
import type { Geometry, Position } from './geometry.ts'

export interface Place {
  readonly id: string
  readonly name: string
  /** Other names for it, in any language. */
  readonly also: readonly string[]
  readonly tolerance_m: number
  readonly geometry: Geometry
}

export interface PlaceProblem {
  readonly code: 'places-malformed' | 'place-malformed' | 'place-without-geometry'
  /** The id of the feature, or its number where it has none. */
  readonly feature: string
  readonly message: string
  readonly help: string
}

const HELP = 'give the feature an id, a name and a Point, LineString or Polygon in longitude, latitude (RFC 7946)'

/** Places from the text of a GeoJSON file, and what was wrong with the others. */
export function parsePlaces(text: string): { places: Place[]; problems: PlaceProblem[] } {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    const message = `the file is not JSON: ${(error as Error).message}`
    return { places: [], problems: [{ code: 'places-malformed', feature: '', message, help: HELP }] }
  }
  const features = member(parsed, 'features')
  if (member(parsed, 'type') !== 'FeatureCollection' || !Array.isArray(features)) {
    const message = 'the file is not a GeoJSON FeatureCollection'
    return { places: [], problems: [{ code: 'places-malformed', feature: '', message, help: HELP }] }
  }
  const places: Place[] = []
  const problems: PlaceProblem[] = []
  for (const [index, feature] of features.entries()) {
    const id = member(feature, 'id')
    const called = typeof id === 'string' && id !== '' ? id : `number ${index + 1}`
    const say = (code: PlaceProblem['code'], message: string) =>
      problems.push({ code, feature: called, message, help: HELP })
    const properties = member(feature, 'properties')
    const name = member(properties, 'name')
    if (typeof id !== 'string' || id === '' || typeof name !== 'string') {
      say('place-malformed', `feature \`${called}\` has no id or no name`)
      continue
    }
    if (places.some((place) => place.id === id)) {
      say('place-malformed', `feature \`${called}\` stands twice`)
      continue
    }
    const geometry = member(feature, 'geometry')
    if (geometry === null || geometry === undefined) {
      say('place-without-geometry', `feature \`${called}\` has no geometry`)
      continue
    }
    const wrong = flaw(geometry)
    if (wrong) {
      say('place-malformed', `feature \`${called}\` ${wrong}`)
      continue
    }
    const tolerance = member(properties, 'tolerance_m')
    const also = member(properties, 'also')
    const others = [...(Array.isArray(also) ? also : []), member(properties, 'name_ar')]
    places.push({
      id,
      name,
      also: others.filter((other): other is string => typeof other === 'string'),
      tolerance_m: typeof tolerance === 'number' && tolerance >= 0 ? tolerance : 0,
      geometry: geometry as Geometry,
    })
  }
  return { places, problems }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

/** What is wrong with a shape, as the end of a sentence, or null. */
function flaw(geometry: unknown): string | null {
  const coordinates = member(geometry, 'coordinates')
  switch (member(geometry, 'type')) {
    case 'Point':
      return isPosition(coordinates) ? null : 'is a point that is not on the globe'
    case 'LineString':
      if (!isPositions(coordinates)) return 'is a line with positions that are not on the globe'
      return coordinates.length >= 2 ? null : 'is a line of fewer than 2 positions'
    case 'Polygon':
      return ringsFlaw(coordinates)
    case 'MultiPolygon':
      if (!Array.isArray(coordinates) || coordinates.length === 0) return 'is an area without a ring'
      return coordinates.map(ringsFlaw).find((wrong) => wrong !== null) ?? null
    default:
      return 'is neither a Point, a LineString nor a Polygon'
  }
}

function ringsFlaw(rings: unknown): string | null {
  if (!Array.isArray(rings) || rings.length === 0) return 'is an area without a ring'
  for (const ring of rings) {
    if (!isPositions(ring)) return 'has a ring with positions that are not on the globe'
    const [first, last] = [ring[0], ring.at(-1)]
    if (ring.length < 4 || !first || !last || first[0] !== last[0] || first[1] !== last[1])
      return 'has a ring that is not closed'
  }
  return null
}

function isPositions(value: unknown): value is Position[] {
  return Array.isArray(value) && value.every(isPosition)
}

function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.every((number) => typeof number === 'number' && Number.isFinite(number)) &&
    Math.abs(value[0]) <= 180 &&
    Math.abs(value[1]) <= 90
  )
}
