// Reads a GeoJSON file of named places, strictly: a shape that is not sound is named and left out, never guessed.
import type { Geometry } from './geometry.ts'
import { geometryFlaw } from './soundness.ts'

export interface Place {
  readonly id: string
  readonly name: string
  /** Other names for it, in any language. */
  readonly also: readonly string[]
  readonly tolerance_m: number
  readonly geometry: Geometry
}

export const PLACE_PROBLEM_CODES = ['places-malformed', 'place-malformed', 'place-without-geometry'] as const

export interface PlaceProblem {
  readonly code: (typeof PLACE_PROBLEM_CODES)[number]
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
  const taken = new Set<string>()
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
    if (taken.has(id)) {
      say('place-malformed', `feature \`${called}\` stands twice`)
      continue
    }
    taken.add(id)
    const geometry = member(feature, 'geometry')
    if (typeof geometry !== 'object' || geometry === null) {
      say('place-without-geometry', `feature \`${called}\` has no geometry`)
      continue
    }
    const wrong = geometryFlaw(geometry)
    if (wrong !== null) {
      say('place-malformed', `feature \`${called}\` ${wrong}`)
      continue
    }
    const tolerance = member(properties, 'tolerance_m') ?? undefined
    if (tolerance !== undefined && !isDistance(tolerance)) {
      say('place-malformed', `feature \`${called}\` has a \`tolerance_m\` that is no distance in metres`)
      continue
    }
    const also = member(properties, 'also')
    const others = [...(Array.isArray(also) ? also : []), member(properties, 'name_ar')]
    places.push({
      id,
      name,
      also: others.filter((other): other is string => typeof other === 'string'),
      tolerance_m: tolerance ?? 0,
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

function isDistance(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
