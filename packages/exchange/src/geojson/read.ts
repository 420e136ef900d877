// Records from GeoJSON: the fields of the properties, the position from the shape where the properties have none.
import { rowFlaws, type Surroundings } from '../checks.ts'
import { quoted, type Flaw, type Read } from '../flaw.ts'
import { columnOf, type Row, type Table, type Value } from '../table.ts'
import { valueOf, type Raw, type Refused } from '../values.ts'
import { shapeOf } from './write.ts'

const HELP = 'write a FeatureCollection as RFC 7946 has it: longitude before latitude, WGS 84, no `crs`'

const SHAPE_MEMBERS = new Set(['type', 'coordinates', 'bbox'])

/** Records of a table from the text of a file, places as `feature 4`; all of them, or every flaw. */
export function readGeoJson(table: Table, text: string, around: Surroundings = {}): Read {
  const refuse = (message: string): Read => ({
    ok: false,
    flaws: [{ place: 'file', row: 0, field: null, message, help: HELP }],
  })
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    return refuse(`the file is not JSON: ${(error as Error).message}`)
  }
  if (member(parsed, 'type') !== 'FeatureCollection') return refuse('the file is no FeatureCollection')
  if (member(parsed, 'crs') !== undefined) return refuse('the file names a `crs`, which RFC 7946 took away')
  const features = member(parsed, 'features')
  if (!Array.isArray(features)) return refuse('the file has no list of features')
  const flaws: Flaw[] = []
  const rows: Row[] = []
  for (const [index, feature] of (features as unknown[]).entries()) {
    const taken = rowOf(table, feature, around)
    if (!Array.isArray(taken)) rows.push(taken)
    else flaws.push(...taken.map((flaw) => ({ place: `feature ${index + 1}`, row: index + 1, ...flaw })))
  }
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, rows, passedOver: [] }
}

type FeatureFlaw = Refused & { readonly field: string | null }

function rowOf(table: Table, feature: unknown, around: Surroundings): Row | FeatureFlaw[] {
  const wrong = (message: string, help = HELP): FeatureFlaw[] => [{ field: null, message, help }]
  if (member(feature, 'type') !== 'Feature') return wrong('it is no Feature')
  const [geometry, properties] = [member(feature, 'geometry'), member(feature, 'properties')]
  if (geometry === undefined) return wrong('it has no member `geometry`', 'write null where nothing is known')
  if (typeof properties !== 'object' || properties === null) return wrong('it has no properties')
  const unknown = Object.keys(properties).find((key) => !table.columns.some(({ name }) => name === key))
  if (unknown !== undefined) {
    const names = table.columns.map(({ name }) => name).join(', ')
    return wrong(`${quoted(unknown)} is no column of \`${table.name}\``, `it has ${names}`)
  }
  const flaws: FeatureFlaw[] = []
  const values = table.columns.map((column): [string, Value] => {
    const raw: unknown = member(properties, column.name) ?? null
    const taken = isRaw(raw)
      ? valueOf(column, raw)
      : { ok: false as const, message: 'it is a list or an object', help: HELP }
    if (taken.ok) return [column.name, taken.value]
    flaws.push({ field: column.name, message: taken.message, help: taken.help })
    return [column.name, null]
  })
  const placed = withShape(table, Object.fromEntries(values), geometry)
  if ('message' in placed) flaws.push({ field: null, ...(placed as Refused) })
  if (flaws.length > 0) return flaws
  const found = rowFlaws(table, placed as Row, around)
  return found.length > 0 ? found : (placed as Row)
}

/** The position of the shape where the properties give none; a shape that says something else than they do is a flaw. */
function withShape(table: Table, row: Row, geometry: unknown): Row | Refused {
  if (geometry === null) return row
  const foreign = Object.keys(Object(geometry)).find((key) => !SHAPE_MEMBERS.has(key))
  if (foreign !== undefined) return { message: `its shape has a member ${quoted(foreign)}`, help: HELP }
  const told = shapeOf(table, row)
  if (told) {
    if (same(geometry, told)) return row
    const help = 'make them agree, or leave the position out of the properties'
    return { message: 'its shape lies elsewhere than its properties say', help }
  }
  const [east, north] = [columnOf(table, 'longitude'), columnOf(table, 'latitude')]
  const coordinates = member(geometry, 'coordinates')
  if (!east || !north)
    return { message: 'it has a shape, and its table has no position', help: 'write null for its geometry' }
  if (member(geometry, 'type') !== 'Point' || !Array.isArray(coordinates) || coordinates.length !== 2)
    return { message: 'its shape is no point of longitude and latitude', help: HELP }
  const [longitude, latitude] = [valueOf(east, asNumber(coordinates[0])), valueOf(north, asNumber(coordinates[1]))]
  if (!longitude.ok) return longitude
  if (!latitude.ok) return latitude
  if (longitude.value === null || latitude.value === null)
    return { message: 'its point has coordinates that are no numbers', help: HELP }
  return { ...row, [east.name]: longitude.value, [north.name]: latitude.value }
}

function same(geometry: unknown, told: unknown): boolean {
  const shape = { type: member(geometry, 'type'), coordinates: member(geometry, 'coordinates') }
  return JSON.stringify(shape) === JSON.stringify(told)
}

function asNumber(value: unknown): Raw {
  return typeof value === 'number' ? value : null
}

function isRaw(value: unknown): value is Raw {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}
