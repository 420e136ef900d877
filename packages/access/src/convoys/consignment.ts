// Everything that is known of one consignment as of an instant: where it is, by whose word, and what they disagree about.
import type { Position } from '@trucekeeper/geo'
import { REC24, type ConvoyStatus } from '@trucekeeper/codes'
import type { AccessRecords, EventRow } from '../records/index.ts'
import {
  inOrder,
  knownRows,
  namesOf,
  sourcesOf,
  type Corrections,
  type Moment,
  type Question,
  type Said,
} from '../said.ts'
import { sealChain, type SealChain } from '../seals/index.ts'
import { only, told, type Told } from '../told.ts'
import { arrivalsTold } from './arrival.ts'
import { contradictionsOf, milestonesOf, type Milestone } from './journey.ts'
import { itemLines, type ItemLine } from './load.ts'
import { pairsApart, sightingsOf } from './sightings.ts'
import { trackFindings, type TrackFinding } from './track.ts'
import { waitsOf, type Wait } from './waiting.ts'

/** All rows of one consignment. */
export type ConsignmentRows = Pick<
  AccessRecords,
  'consignments' | 'items' | 'vehicles' | 'seals' | 'events' | 'receipts' | 'tracks'
>

/** elsewhere: handed over in another area than it was for. not_reached holds only until the last word. */
export type Reached = 'reached' | 'partly' | 'elsewhere' | 'not_reached' | 'contested' | 'unknown'

export interface StatusWord {
  readonly status: ConvoyStatus
  /** UN/CEFACT Recommendation 24, where it has a code for it. */
  readonly rec24: string | null
  readonly at: Moment
  readonly place: string | null
  readonly source: string
  readonly row: string
}

export interface ConsignmentStatus {
  readonly consignmentId: string
  readonly requestId: Told<string>
  readonly destination: Told<string>
  readonly people: Told<number>
  readonly parityGroupId: Told<string>
  readonly monitorPresent: Told<boolean>
  readonly vehicles: readonly string[]
  /** The rows that name its vehicles. */
  readonly vehicleRows: readonly string[]
  /** The last word on it; null where nobody says anything by then. */
  readonly status: StatusWord | null
  /** The last word of each source. */
  readonly accounts: readonly StatusWord[]
  readonly reached: Reached
  /** When and where it first arrived, by anybody's word. */
  readonly arrivals: readonly {
    readonly at: Moment
    readonly area: string | null
    readonly vehicleId: string | null
    readonly sources: readonly string[]
    readonly rows: readonly string[]
  }[]
  readonly milestones: readonly Milestone[]
  readonly waits: readonly Wait[]
  /** Who refused or turned it back, by whose word and why. */
  readonly refusals: readonly {
    readonly status: ConvoyStatus
    readonly by: string | null
    readonly reason: string | null
    readonly at: Moment
    readonly place: string | null
    readonly source: string
    readonly row: string
  }[]
  readonly attacks: readonly Milestone[]
  /** Words that exclude each other, as rows. */
  readonly contradictions: readonly (readonly [earlier: string, later: string])[]
  /** Rows whose time straddles the instant asked about: nobody can tell whether it had happened. */
  readonly undetermined: readonly string[]
  readonly seals: readonly SealChain[]
  readonly items: readonly ItemLine[]
  readonly tracks: readonly TrackFinding[]
  readonly sources: readonly string[]
  readonly example: boolean
}

export type Lines = ReadonlyMap<string, readonly Position[]>

const ARRIVING: ReadonlySet<ConvoyStatus> = new Set(['unloaded', 'delivered', 'handed_over'])
const REFUSING: ReadonlySet<ConvoyStatus> = new Set(['clearance_refused', 'turned_back'])
/** These tell of a refusal only where the source says whose doing it is, or why. */
const HOLDING: ReadonlySet<ConvoyStatus> = new Set(['waiting_at_crossing', 'delivery_not_completed'])

export function consignmentStatus(
  consignmentId: string,
  rows: ConsignmentRows,
  question: Question,
  lines: Lines,
  corrections?: Corrections,
): ConsignmentStatus {
  const known = <T extends Said>(all: readonly T[]) => knownRows(all, question, corrections)
  const happened = <T extends Said & { readonly at: Moment }>(all: readonly T[]) =>
    known(all).filter(({ at }) => at.to <= question.at)
  const heads = known(rows.consignments)
  const seals = happened(rows.seals)
  const receipts = happened(rows.receipts)
  const ordered = inOrder([...happened(rows.events), ...arrivalsTold(receipts)])
  const items = known(rows.items)
  const tracks = known(rows.tracks).filter(({ at }) => at <= question.at)
  const trucks = known(rows.vehicles)
  const vehicles = [...new Set(trucks.map(({ vehicleId }) => vehicleId))].toSorted()
  const contradictions = contradictionsOf(ordered)
  // One source would have been refused; two that see a truck in two places stay, and contradict each other.
  const sightings = pairsApart(sightingsOf(ordered, seals, tracks))
  const destination = told(heads, (row) => row.destination)
  const all: readonly Said[] = [...heads, ...ordered, ...seals, ...receipts, ...items, ...tracks]
  const route = only(told(heads, (row) => row.route))
  return {
    consignmentId,
    requestId: told(heads, (row) => row.requestId),
    destination,
    people: told(heads, (row) => row.people),
    parityGroupId: told(heads, (row) => row.parityGroupId),
    monitorPresent: told([...heads, ...ordered], (row) => row.monitorPresent),
    vehicles,
    vehicleRows: namesOf(trucks),
    status: wordOf(latest(ordered)),
    accounts: [...Map.groupBy(ordered, ({ source }) => source)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, own]) => wordOf(latest(own))!),
    reached: reachedOf(
      ordered,
      vehicles,
      destination,
      contradictions.some(({ earlier }) => ARRIVING.has(earlier.status)),
    ),
    arrivals: arrivalsOf(ordered),
    milestones: milestonesOf(ordered),
    waits: waitsOf(ordered, vehicles, question.at),
    refusals: ordered
      .filter(({ status, by, reason }) => REFUSING.has(status) || (HOLDING.has(status) && (by ?? reason) !== null))
      .map(({ status, by, reason, at, place, source, name }) => ({ status, by, reason, at, place, source, row: name })),
    attacks: milestonesOf(ordered.filter(({ status }) => status === 'attacked')),
    contradictions: [
      ...contradictions.map(({ earlier, later }) => [earlier.name, later.name] as const),
      ...sightings.map(([earlier, later]) => [earlier.row.name, later.row.name] as const),
    ],
    undetermined: namesOf(
      [...known(rows.events), ...known(rows.seals), ...known(rows.receipts)].filter(
        ({ at }) => at.from <= question.at && at.to > question.at,
      ),
    ),
    seals: vehicles.map((vehicle) =>
      sealChain(
        consignmentId,
        vehicle,
        seals.filter(({ vehicleId }) => vehicleId === vehicle),
        ordered,
      ),
    ),
    items: itemLines(items, receipts),
    tracks: trackFindings(
      tracks,
      route === null ? null : (lines.get(route) ?? null),
      only(told(heads, (row) => row.corridorM)),
      only(told(heads, (row) => row.window)),
    ),
    sources: sourcesOf(all),
    example: all.some(({ source }) => source === 'example'),
  }
}

const STATUS_ORDER = new Map(Object.keys(REC24).map((status, index) => [status, index]))

/** Of several at one time the one farther along, so that the order of rows decides nothing. */
function latest(rows: readonly EventRow[]): EventRow | null {
  let last: EventRow | null = null
  for (const row of rows) if (last === null || later(row, last)) last = row
  return last
}

function later(one: EventRow, other: EventRow): boolean {
  if (one.at.to !== other.at.to) return one.at.to > other.at.to
  const [a, b] = [STATUS_ORDER.get(one.status)!, STATUS_ORDER.get(other.status)!]
  return a !== b ? a > b : one.name < other.name
}

function wordOf(row: EventRow | null): StatusWord | null {
  if (row === null) return null
  const { status, at, place, source, name } = row
  return { status, rec24: REC24[status], at, place, source, row: name }
}

function arrivalsOf(ordered: readonly EventRow[]): ConsignmentStatus['arrivals'] {
  const groups = Map.groupBy(
    ordered.filter(({ status }) => ARRIVING.has(status)),
    ({ areaId, vehicleId }) => JSON.stringify([areaId, vehicleId]),
  )
  return [...groups.values()].map((rows) => ({
    at: rows[0]!.at,
    area: rows[0]!.areaId,
    vehicleId: rows[0]!.vehicleId,
    sources: sourcesOf(rows),
    rows: namesOf(rows),
  }))
}

function reachedOf(
  ordered: readonly EventRow[],
  vehicles: readonly string[],
  destination: Told<string>,
  contested: boolean,
): Reached {
  if (ordered.length === 0) return 'unknown'
  if (contested) return 'contested'
  const arrived = ordered.filter(({ status }) => ARRIVING.has(status))
  if (arrived.length === 0) return 'not_reached'
  const there = arrived.filter(
    ({ areaId }) =>
      areaId === null || destination.state === 'unknown' || destination.values.some(({ value }) => value === areaId),
  )
  if (there.length === 0) return 'elsewhere'
  const trucks = new Set(there.map(({ vehicleId }) => vehicleId))
  return trucks.has(null) || vehicles.every((vehicle) => trucks.has(vehicle)) ? 'reached' : 'partly'
}
