// A whole row: what is missing in it, and what of it cannot be true together with the rest.
import { columnOf, type Column, type Row, type Table } from './table.ts'
import type { Refused } from './values.ts'

/** What only the caller knows of the land that the records are about. */
export interface Surroundings {
  /** Boundary sets by their version, each with the P-codes it has. Where given, no other version is taken. */
  readonly boundaries?: ReadonlyMap<string, ReadonlySet<string>>
  /** West, south, east, north, in degrees: where positions are expected, to tell exchanged coordinates by. */
  readonly extent?: readonly [west: number, south: number, east: number, north: number]
}

export interface RowFlaw extends Refused {
  readonly field: string
}

/** What is wrong with a row whose cells are each sound. */
export function rowFlaws(table: Table, row: Row, around: Surroundings): RowFlaw[] {
  const missing = table.columns
    .filter(({ name, required }) => required && row[name] === null)
    .map(({ name, help }) => ({ field: name, message: `\`${name}\` is empty`, help: `it has to be given: ${help}` }))
  const pcodes = table.columns.filter(({ kind }) => kind === 'pcode')
  return [
    ...missing,
    ...pcodes.flatMap((column) => pcodeFlaws(column, row, around)),
    ...positionFlaws(table, row, around),
  ]
}

function pcodeFlaws({ name, version }: Column, row: Row, { boundaries }: Surroundings): RowFlaw[] {
  const code = row[name]
  if (typeof code !== 'string' || version === undefined) return []
  const given = row[version] as string | null
  if (given === null) {
    const help = 'P-codes are unique only within a version of the boundaries: write which one it is from'
    return [{ field: version, message: `\`${name}\` is given without \`${version}\``, help }]
  }
  const codes = boundaries?.get(given)
  if (!boundaries || codes?.has(code)) return []
  if (!codes) {
    const message = `\`${version}\`: \`${given}\` is no version of the boundaries in use`
    return [{ field: version, message, help: `in use: ${[...boundaries.keys()].join(', ') || 'none'}` }]
  }
  const other = [...boundaries].find(([, has]) => has.has(code))
  const help = other ? `it is one of version \`${other[0]}\`: look it up again in \`${given}\`` : 'look it up again'
  return [{ field: name, message: `\`${name}\`: \`${code}\` is no P-code of version \`${given}\``, help }]
}

function positionFlaws(table: Table, row: Row, { extent }: Surroundings): RowFlaw[] {
  const [east, north] = [columnOf(table, 'longitude'), columnOf(table, 'latitude')]
  if (!east || !north) return []
  const [longitude, latitude] = [row[east.name] as number | null, row[north.name] as number | null]
  if (longitude === null && latitude === null) return []
  if (longitude === null || latitude === null) {
    const { name } = longitude === null ? east : north
    return [{ field: name, message: `\`${name}\` is empty where the other is not`, help: 'give both, or neither' }]
  }
  const flaw = (message: string, help: string) => [{ field: north.name, message, help }]
  if (longitude === 0 && latitude === 0)
    return flaw('the position is 0, 0, where coordinates end up that nobody filled in', 'leave both empty')
  if (!extent || within(extent, longitude, latitude) || !within(extent, latitude, longitude)) return []
  return flaw(
    `\`${north.name}\` ${latitude} and \`${east.name}\` ${longitude} seem to be exchanged`,
    'the other way round they lie where the agreement has its places: exchange them',
  )
}

function within([west, south, east, north]: readonly number[], longitude: number, latitude: number): boolean {
  const between = west! <= east! ? longitude >= west! && longitude <= east! : longitude >= west! || longitude <= east!
  return between && latitude >= south! && latitude <= north!
}
