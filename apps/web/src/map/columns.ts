// Incidents in columns, so that a move through time counts hundreds of thousands of them between two pictures.
import type { MapAnswer, MapColumnsHead } from '@trucekeeper/api'
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
  /** The number of the spot; as many as there are spots for none. */
  readonly spot: Uint32Array
  /** A bit for each finding that some clause has. */
  readonly flags: Uint8Array
}

/** What happened, and where it may be drawn. */
export interface Happened extends Omit<MapColumnsHead, 'flags' | 'size'>, Columns {}

/** What most often does not change while time is moved through. */
export type Ground = Pick<MapAnswer, 'zones' | 'lines' | 'bands' | 'convoys'>

/** The ground with the spots of what happened. */
export type Drawn = Omit<MapAnswer, 'at' | 'known_at'> & Pick<Happened, 'at' | 'account' | 'spots'>

/** How many incidents a spot has, and for how many of them some clause has each finding. */
export interface Counted {
  readonly all: number
  readonly by: Readonly<Record<Finding, number>>
}

/** Reads an answer without going through it: the columns are the bytes as they came. */
export function columnsOf(bytes: ArrayBuffer): Happened {
  const begins = LENGTH_BYTES + new DataView(bytes).getUint32(0, true)
  const json = new TextDecoder().decode(new Uint8Array(bytes, LENGTH_BYTES, begins - LENGTH_BYTES))
  const { flags: order, size, ...head } = JSON.parse(json) as MapColumnsHead
  const [to, spot, flags] = [8, 16, 20].map((before) => begins + before * size)
  return {
    ...head,
    size,
    from: new Float64Array(bytes, begins, size),
    to: new Float64Array(bytes, to, size),
    spot: new Uint32Array(bytes, spot, size),
    flags: inOurOrder(new Uint8Array(bytes, flags, size), order),
  }
}

/** Before the head stands its length. */
const LENGTH_BYTES = 4

function inOurOrder(flags: Uint8Array, order: MapColumnsHead['flags']): Uint8Array {
  const ours = Uint8Array.from({ length: 1 << order.length }, (_, theirs) =>
    order.reduce((bits, finding, bit) => (theirs & (1 << bit) ? bits | bitOf(finding) : bits), 0),
  )
  return flags.map((bits) => ours[bits]!)
}

export function findingsOf(flags: number): Finding[] {
  return FINDINGS.filter((finding) => flags & bitOf(finding))
}

/** From when on a window shows what happened, where it ends at an instant; undefined for a window without a beginning. */
export function sinceOf(until: number, window: Window): number | undefined {
  return window === 'all' ? undefined : until - LENGTH[window]
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
    const row = columns.spot[at]! * width
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
