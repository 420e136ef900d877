// Incidents for a map: in columns for drawing, and one by one with what follows for each ban and whose words they rest on.
import { stanceOf, type Claim } from '@trucekeeper/claims'
import { FOUND, type Happened, type IncidentTold, type Verdict } from '@trucekeeper/engine'
import type { Spots, Spot } from './map-spots.ts'

export interface MapWord {
  readonly claim: string
  /** What the words do to it; null where they only wish, threaten or plan. */
  readonly stance: string | null
  readonly speaker: string | null
  readonly side: string
  readonly outlet: string | null
  readonly doc: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface MapIncident {
  readonly id: string
  readonly kind: string
  readonly from: string | null
  readonly to: string | null
  /** As reports name them. */
  readonly places: readonly string[]
  /** The id of the spot it is drawn as; null where no name is on the map. */
  readonly spot: string | null
  /** For each ban that counts it by the account: `breached` where the evidence supports that it broke the ban. */
  readonly findings: readonly { readonly clause: string; readonly finding: Verdict }[]
  /** For each ban that does not: why. */
  readonly apart: readonly { readonly clause: string; readonly decision: string; readonly reason: string }[]
  readonly says: readonly MapWord[]
}

/** What stands before the columns, which have one value for each incident, in no order. */
export interface MapColumnsHead {
  readonly at: string
  readonly known_at: string | null
  /** Null where each clause is decided by its own. */
  readonly account: string | null
  /** How many incidents there are. */
  readonly size: number
  readonly spots: readonly Spot[]
  /** What the bits of a flag stand for, the lowest first: what some ban finds of it, and last that none counts it. */
  readonly flags: readonly (Verdict | 'none')[]
}

/** Bytes before the head: its length, as a whole number of 32 bits, the lowest first. */
const LENGTH_BYTES = 4
/** Columns begin where their widest numbers may. */
const ALIGNED = 8

/**
 * Head and columns in one answer, read without looking at each incident: the length of the head, the head as JSON, filled up
 * with spaces to a multiple of eight bytes; then, the lowest bytes first, `from` and `to` (64-bit floats, milliseconds since
 * 1970, minus infinity where nobody says since when), the number of the spot (32 bits; as many as there are spots for no
 * spot), and the flags (8 bits).
 */
export function mapColumns(
  happened: Happened,
  spots: Spots,
  about: Pick<MapColumnsHead, 'at' | 'known_at' | 'account'>,
): Uint8Array<ArrayBuffer> {
  const { size, from, to, where, wheres, found } = happened
  const used = new Map<string, { readonly spot: Spot; readonly number: number }>()
  const isUsed = new Uint8Array(wheres.length)
  for (let row = 0; row < size; row += 1) isUsed[where[row]!] = 1
  const placed = wheres.map((names, number) => {
    const spot = isUsed[number] === 1 ? spots.of(names) : null
    if (spot && !used.has(spot.id)) used.set(spot.id, { spot, number: used.size })
    return spot
  })
  const numbers = Uint32Array.from(placed, (spot) => (spot ? used.get(spot.id)!.number : used.size))
  const head: Omit<MapColumnsHead, 'spots'> = { ...about, size, flags: [...FOUND, 'none'] }
  const drawn = [...used.values()].map(({ spot }) => spot)
  const { bytes, begins } = headed(head, drawn, spots, size * ROW_BYTES)
  new Float64Array(bytes.buffer, begins, size).set(from)
  new Float64Array(bytes.buffer, begins + 8 * size, size).set(to)
  const spotOf = new Uint32Array(bytes.buffer, begins + 16 * size, size)
  const flags = new Uint8Array(bytes.buffer, begins + 20 * size, size)
  const none = 1 << FOUND.length
  const columns = [...found.values()]
  for (let row = 0; row < size; row += 1) {
    let bits = 0
    for (const column of columns) if (column[row]! > 0) bits |= 1 << (column[row]! - 1)
    flags[row] = bits || none
    spotOf[row] = numbers[where[row]!]!
  }
  return bytes
}

const ROW_BYTES = 21

/** The head, and room for the columns behind it. */
function headed(
  head: Omit<MapColumnsHead, 'spots'>,
  drawn: readonly Spot[],
  spots: Spots,
  room: number,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly begins: number } {
  const first = new TextEncoder().encode(`${JSON.stringify(head).slice(0, -1)},"spots":`)
  const second = writtenOf(drawn, spots)
  const length = first.length + second.length + 1
  const begins = Math.ceil((LENGTH_BYTES + length) / ALIGNED) * ALIGNED
  const bytes = new Uint8Array(begins + room)
  new DataView(bytes.buffer).setUint32(0, begins - LENGTH_BYTES, true)
  bytes.fill(0x20, LENGTH_BYTES, begins)
  bytes.set(first, LENGTH_BYTES)
  bytes.set(second, LENGTH_BYTES + first.length)
  bytes[LENGTH_BYTES + length - 1] = '}'.charCodeAt(0)
  return { bytes, begins }
}

/** Most instants have the same places, and their outlines are most of the head. */
const written = new WeakMap<Spots, { readonly drawn: readonly Spot[]; readonly json: Uint8Array }>()

function writtenOf(drawn: readonly Spot[], spots: Spots): Uint8Array {
  const known = written.get(spots)
  if (known?.drawn.length === drawn.length && drawn.every((spot, at) => spot === known.drawn[at])) return known.json
  const json = new TextEncoder().encode(JSON.stringify(drawn))
  written.set(spots, { drawn, json })
  return json
}

export function mapIncident({ status, findings, claims }: IncidentTold, spots: Spots): MapIncident {
  const { id, kind, from, to, places, scope } = status
  return {
    id,
    kind,
    from,
    to,
    places,
    spot: spots.of(places)?.id ?? null,
    findings,
    apart: scope.filter(({ clause }) => !findings.some((one) => one.clause === clause)),
    says: claims.map(wordOf),
  }
}

function wordOf(claim: Claim): MapWord {
  const { id, speaker, speaker_side, outlet, doc, start, end, quote } = claim
  return { claim: id, stance: stanceOf(claim), speaker, side: speaker_side, outlet, doc, start, end, quote }
}
