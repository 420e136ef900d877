// Past events in columns: a million of them fit in memory and are gone through in one pass.

/** Row `i` of every column is one event. Days are counted from 1970-01-01. */
export interface EventTable {
  readonly size: number
  /** What the events come from, for citation. */
  readonly source: string
  readonly ids: readonly string[]
  /** First and last day, both included. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Indices into `names`; -1 where the source names nobody. */
  readonly sideA: Int32Array
  readonly sideB: Int32Array
  readonly names: readonly string[]
  /** Whether side A is said to have acted on side B, or the two to have fought each other. */
  readonly oneSided: Uint8Array
  /** WGS 84 degrees; NaN where the source gives no place. */
  readonly longitude: Float64Array
  readonly latitude: Float64Array
  /** The source's own precision of the place: 1 is the best, 0 is not said. */
  readonly placePrecision: Uint8Array
  readonly deathsLow: Int32Array
  readonly deathsBest: Int32Array
  readonly deathsHigh: Int32Array
}

export interface EventRow {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly sideA: string | null
  readonly sideB: string | null
  readonly oneSided: boolean
  readonly longitude: number
  readonly latitude: number
  readonly placePrecision: number
  readonly deathsLow: number
  readonly deathsBest: number
  readonly deathsHigh: number
}

export interface TableBuilder {
  readonly size: number
  add(row: EventRow): void
  table(source: string): EventTable
}

const ROOM_AT_FIRST = 4096

/** A table that grows row by row, so that a file need never be in memory as a whole. */
export function tableBuilder(): TableBuilder {
  let size = 0
  let columns = emptyColumns(ROOM_AT_FIRST)
  const ids: string[] = []
  const names: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (name: string | null): number => {
    if (name === null) return -1
    const known = numbers.get(name)
    if (known !== undefined) return known
    // A name cut out of a file keeps all of that piece of the file in memory; its letters joined anew do not.
    const own = [...name].join('')
    numbers.set(own, names.length)
    names.push(own)
    return names.length - 1
  }
  return {
    get size() {
      return size
    },
    add(row) {
      if (size === columns.from.length) columns = resized(columns, size * 2)
      ids.push(row.id)
      columns.from[size] = row.from
      columns.to[size] = row.to
      columns.sideA[size] = numberOf(row.sideA)
      columns.sideB[size] = numberOf(row.sideB)
      columns.oneSided[size] = row.oneSided ? 1 : 0
      columns.longitude[size] = row.longitude
      columns.latitude[size] = row.latitude
      columns.placePrecision[size] = row.placePrecision
      columns.deathsLow[size] = row.deathsLow
      columns.deathsBest[size] = row.deathsBest
      columns.deathsHigh[size] = row.deathsHigh
      size += 1
    },
    table: (source) => ({ size, source, ids, names, ...resized(columns, size) }),
  }
}

export function tableOf(rows: Iterable<EventRow>, source: string): EventTable {
  const builder = tableBuilder()
  for (const row of rows) builder.add(row)
  return builder.table(source)
}

type Columns = ReturnType<typeof emptyColumns>

function emptyColumns(room: number) {
  return {
    from: new Int32Array(room),
    to: new Int32Array(room),
    sideA: new Int32Array(room),
    sideB: new Int32Array(room),
    oneSided: new Uint8Array(room),
    longitude: new Float64Array(room),
    latitude: new Float64Array(room),
    placePrecision: new Uint8Array(room),
    deathsLow: new Int32Array(room),
    deathsBest: new Int32Array(room),
    deathsHigh: new Int32Array(room),
  }
}

function resized(columns: Columns, room: number): Columns {
  const next = emptyColumns(room)
  for (const name of Object.keys(columns) as (keyof Columns)[])
    next[name].set(columns[name].subarray(0, Math.min(room, columns[name].length)))
  return next
}
