// Incidents in columns, so that a move through time counts hundreds of thousands of them between two pictures.
import type { MapAnswer } from '@trucekeeper/api'
import { VERDICTS } from '../grouping.ts'

/** What may be found of an incident, and last that no clause counts it. The order is that of the bits of a flag. */
export const FINDINGS = [...VERDICTS, 'none'] as const
export type Finding = (typeof FINDINGS)[number]

export type Window = 'all' | 'week' | 'day'
export const WINDOWS: readonly Window[] = ['all', 'week', 'day']

const DAY = 86_400_000
const LENGTH: Readonly<Record<Window, number>> = { all: Infinity, week: 7 * DAY, day: DAY }

export interface Columns {
  readonly size: number
  /** -Infinity where nobody says since when. */
  readonly from: Float64Array
  readonly to: Float64Array
  /** The number of the spot in the answer; -1 for none. */
  readonly spot: Int32Array
  /** A bit for each finding that some clause has. */
  readonly flags: Uint8Array
}

/** How many incidents a spot has, and for how many of them some clause has each finding. */
export interface Counted {
  readonly all: number
  readonly by: Readonly<Record<Finding, number>>
}

export function columnsOf({ incidents, spots }: Pick<MapAnswer, 'incidents' | 'spots'>): Columns {
  const numbers = new Map(spots.map(({ id }, number) => [id, number]))
  const size = incidents.length
  const columns = {
    size,
    from: new Float64Array(size),
    to: new Float64Array(size),
    spot: new Int32Array(size),
    flags: new Uint8Array(size),
  }
  incidents.forEach(({ from, to, spot, findings }, at) => {
    columns.from[at] = from === null ? -Infinity : Date.parse(from)
    columns.to[at] = to === null ? Infinity : Date.parse(to)
    columns.spot[at] = spot === null ? -1 : (numbers.get(spot) ?? -1)
    columns.flags[at] = findings.reduce((flags, { finding }) => flags | bitOf(finding), 0) || bitOf('none')
  })
  return columns
}

export function findingsOf(flags: number): Finding[] {
  return FINDINGS.filter((finding) => flags & bitOf(finding))
}

/** Whether an incident may have happened in a window that ends at an instant, in milliseconds. */
export function isShown({ from, to }: Columns, at: number, until: number, window: Window): boolean {
  return from[at]! <= until && to[at]! > until - LENGTH[window]
}

/** Of each spot by its number; last, of what is on no map. */
export function countedBySpot(columns: Columns, spots: number, until: number, window: Window): Counted[] {
  const width = FINDINGS.length + 1
  const sums = new Uint32Array((spots + 1) * width)
  for (let at = 0; at < columns.size; at += 1) {
    if (!isShown(columns, at, until, window)) continue
    const row = (columns.spot[at] === -1 ? spots : columns.spot[at]!) * width
    sums[row]! += 1
    const flags = columns.flags[at]!
    for (let bit = 0; bit < FINDINGS.length; bit += 1) if (flags & (1 << bit)) sums[row + 1 + bit]! += 1
  }
  return Array.from({ length: spots + 1 }, (_, spot) => ({
    all: sums[spot * width]!,
    by: Object.fromEntries(FINDINGS.map((finding, bit) => [finding, sums[spot * width + 1 + bit]!])) as Counted['by'],
  }))
}

function bitOf(finding: Finding): number {
  return 1 << FINDINGS.indexOf(finding)
}
