// Reads lines, points and areas from GeoJSON strictly: what is not sound is named with its feature and position.
import type { Area } from './boundary.ts'
import type { Geometry, Position } from './geometry.ts'
import { LONGEST_SEGMENT, lineLength } from './line.ts'
import { geometryFault, lineFault, within } from './soundness.ts'
import type { Fault } from './rings.ts'

export interface ShapeProblem {
  readonly code: 'shapes-malformed' | 'shape-malformed' | 'line-not-one'
  /** The id of the feature, or its number where it has none; empty where the whole file is meant. */
  readonly feature: string
  /** Where in the feature, such as `geometry.coordinates[0][3]`; empty where no one place is meant. */
  readonly place: string
  readonly message: string
  readonly help: string
}

export interface LineRead {
  readonly parts: readonly (readonly Position[])[]
}

export interface PlacedShape {
  /** As the feature has it; its number, from 1, where it has none. */
  readonly id: string | number
  readonly shape: Extract<Geometry, { type: 'Point' }> | Area
}

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] }

interface Feature {
  readonly id: string | number
  readonly called: string
  readonly geometry: unknown
}

const HELP =
  'give longitude first, then latitude, in degrees of WGS 84 (RFC 7946), and mend the file: nothing of it was used'

/** The one line of a GeoJSON text, or that of the feature with an id; a MultiLineString has several parts. */
export function readLine(text: string, id?: string): Read<LineRead> {
  const read = readFeatures(text)
  if (!read.ok) return read
  const named = id === undefined ? read.value : read.value.filter((feature) => String(feature.id) === id)
  const problems = named.flatMap((feature) => faultsOf(feature, lineGeometryFault, id === undefined))
  if (problems.length > 0) return { ok: false, problems }
  const lines = named.filter(({ geometry }) => isLine(geometry))
  if (lines.length === 1) return { ok: true, value: { parts: partsOf(lines[0]!.geometry) } }
  const message =
    id === undefined
      ? `the file has ${lines.length === 0 ? 'no line' : `${lines.length} lines`}, and one is needed`
      : `the file has no line with the id \`${id}\``
  const ids = read.value.filter(({ geometry }) => isLine(geometry)).map(({ called }) => `\`${called}\``)
  const help = ids.length === 0 ? 'add a feature with a LineString' : `name one of ${ids.slice(0, 12).join(', ')}`
  return { ok: false, problems: [{ code: 'line-not-one', feature: '', place: '', message, help }] }
}

/** The points and areas of a GeoJSON text: all of them, or what is wrong with each that is not sound. */
export function readPoints(text: string): Read<readonly PlacedShape[]> {
  const read = readFeatures(text)
  if (!read.ok) return read
  const problems = read.value.flatMap((feature) => faultsOf(feature, pointGeometryFault, false))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: read.value.map(({ id, geometry }) => ({ id, shape: geometry as PlacedShape['shape'] })) }
}

function readFeatures(text: string): Read<readonly Feature[]> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    return malformed(`the file is not JSON: ${(error as Error).message}`)
  }
  const type = member(parsed, 'type')
  if (type !== 'FeatureCollection') {
    if (typeof type !== 'string') return malformed('the file is not GeoJSON: it has no `type`')
    return {
      ok: true,
      value: [type === 'Feature' ? featureOf(parsed, 0) : { id: 1, called: 'number 1', geometry: parsed }],
    }
  }
  const features = member(parsed, 'features')
  if (!Array.isArray(features)) return malformed('the file is a FeatureCollection without a list of features')
  return { ok: true, value: features.map(featureOf) }
}

function malformed(message: string): Read<never> {
  return { ok: false, problems: [{ code: 'shapes-malformed', feature: '', place: '', message, help: HELP }] }
}

function featureOf(feature: unknown, at: number): Feature {
  const own = [member(feature, 'id'), member(member(feature, 'properties'), 'id')]
  const id = own.find(
    (one) => (typeof one === 'string' && one !== '') || (typeof one === 'number' && Number.isFinite(one)),
  )
  const known = id as string | number | undefined
  const isFeature = member(feature, 'type') === 'Feature'
  return {
    id: known ?? at + 1,
    called: String(known ?? `number ${at + 1}`),
    geometry: isFeature ? member(feature, 'geometry') : undefined,
  }
}

function faultsOf(
  { called, geometry }: Feature,
  faultIn: (geometry: object) => Fault | null,
  mayLack: boolean,
): ShapeProblem[] {
  if (geometry === null && mayLack) return []
  const fault =
    typeof geometry === 'object' && geometry !== null ? faultIn(geometry) : { says: 'has no geometry', at: [] }
  if (!fault) return []
  const place = ['geometry', ...fault.at]
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join('')
  const there = fault.at.reduce<unknown>((value, step) => member(value, step), geometry)
  const flat = !(Array.isArray(there) ? there : [there]).some((one) => typeof one === 'object' && one !== null)
  const shown = there === undefined || !flat ? '' : JSON.stringify(there, plainly)
  const it = shown === '' || shown.length > 60 ? '' : ` (${shown})`
  return [
    {
      code: 'shape-malformed',
      feature: called,
      place,
      message: `feature \`${called}\` ${fault.says}, at \`${place}\`${it}`,
      help: HELP,
    },
  ]
}

/** JSON has no name for a number beyond its range, such as 1e400. */
function plainly(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
}

/** In a file of lines the points and areas have to be sound too: half a file is not used. */
function lineGeometryFault(geometry: object): Fault | null {
  if (!isLine(geometry)) return geometryFault(geometry)
  if (member(geometry, 'type') === 'LineString')
    return geometryFault(geometry) ?? within(segmentFault(partsOf(geometry)[0]!), 'coordinates')
  const single = geometryFault({ ...geometry, type: 'Point', coordinates: [1, 1] })
  if (single) return single
  const parts = member(geometry, 'coordinates')
  if (!Array.isArray(parts) || parts.length === 0) return { says: 'is a line without a part', at: ['coordinates'] }
  for (const [at, part] of parts.entries()) {
    const fault = lineFault(part) ?? segmentFault(part as Position[])
    if (fault) return within(within(fault, at), 'coordinates')
  }
  return null
}

function segmentFault(positions: readonly Position[]): Fault | null {
  const at = positions.findIndex((b, index) => {
    const metres = index === 0 ? 1 : lineLength([positions[index - 1]!, b])
    return metres === 0 || metres > LONGEST_SEGMENT
  })
  if (at === -1) return null
  return {
    says: 'is a line that goes to the opposite side of the earth, where many ways are equally short, or nowhere',
    at: [at],
  }
}

function pointGeometryFault(geometry: object): Fault | null {
  return isLine(geometry)
    ? { says: 'is a line, where points and areas are asked about', at: ['type'] }
    : geometryFault(geometry)
}

function isLine(geometry: unknown): boolean {
  return member(geometry, 'type') === 'LineString' || member(geometry, 'type') === 'MultiLineString'
}

function partsOf(geometry: unknown): (readonly Position[])[] {
  const coordinates = member(geometry, 'coordinates')
  return (member(geometry, 'type') === 'LineString' ? [coordinates] : coordinates) as Position[][]
}

function member(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined
}
