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

export interface Skipped {
  /** The line of the file, the head being line 1. */
  readonly row: number
  readonly why: string
}

export function tableOf(rows: readonly EventRow[], source: string): EventTable {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (name: string | null): number => {
    if (name === null) return -1
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, names.length)
    names.push(name)
    return names.length - 1
  }
  return {
    size: rows.length,
    source,
    ids: rows.map(({ id }) => id),
    from: Int32Array.from(rows, ({ from }) => from),
    to: Int32Array.from(rows, ({ to }) => to),
    sideA: Int32Array.from(rows, ({ sideA }) => numberOf(sideA)),
    sideB: Int32Array.from(rows, ({ sideB }) => numberOf(sideB)),
    names,
    oneSided: Uint8Array.from(rows, ({ oneSided }) => (oneSided ? 1 : 0)),
    longitude: Float64Array.from(rows, ({ longitude }) => longitude),
    latitude: Float64Array.from(rows, ({ latitude }) => latitude),
    placePrecision: Uint8Array.from(rows, ({ placePrecision }) => placePrecision),
    deathsLow: Int32Array.from(rows, ({ deathsLow }) => deathsLow),
    deathsBest: Int32Array.from(rows, ({ deathsBest }) => deathsBest),
    deathsHigh: Int32Array.from(rows, ({ deathsHigh }) => deathsHigh),
  }
}
