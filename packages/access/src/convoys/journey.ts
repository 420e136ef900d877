// A consignment's way as its events tell it: the milestones it passed, its last word, and words that exclude each other.
import type { ConvoyStatus } from '@trucekeeper/codes'
import type { EventRow } from '../records/index.ts'
import { inOrder, namesOf, sourcesOf, type Moment } from '../said.ts'

const ARRIVED: readonly ConvoyStatus[] = ['unloaded', 'delivered', 'handed_over', 'post_distribution_monitored']
const HANDED_OVER: readonly ConvoyStatus[] = ['delivered', 'handed_over', 'post_distribution_monitored']

/** What cannot have happened before it, if a status is true at a time: no truck waits at a border it has crossed. */
const EXCLUDES: Partial<Record<ConvoyStatus, readonly ConvoyStatus[]>> = {
  planned: ARRIVED,
  loading_authorised: ['crossed', ...HANDED_OVER],
  loaded: ['crossed', ...HANDED_OVER],
  sealed: HANDED_OVER,
  despatched: HANDED_OVER,
  en_route: HANDED_OVER,
  at_checkpoint: HANDED_OVER,
  waiting_at_crossing: ['crossed', ...ARRIVED],
  clearance_refused: ['crossed', ...ARRIVED],
  cleared_customs: HANDED_OVER,
  crossed: ARRIVED,
  delivery_not_completed: ARRIVED,
  delivered: ['post_distribution_monitored'],
}
const ALL_EXCLUDED: ReadonlySet<ConvoyStatus> = new Set(Object.values(EXCLUDES).flat())

/** Two words on one journey that cannot both be true. */
export interface Contradiction {
  readonly earlier: EventRow
  readonly later: EventRow
}

/** Pairs that exclude each other, in the order of time. Having turned back or been diverted, a convoy begins anew. */
export function contradictionsOf(rows: readonly EventRow[]): Contradiction[] {
  const found: Contradiction[] = []
  let passed: EventRow[] = []
  for (const row of inOrder(rows)) {
    if (row.status === 'turned_back' || row.status === 'diverted')
      passed = passed.filter(({ vehicleId }) => row.vehicleId !== null && vehicleId !== row.vehicleId)
    const excluded = EXCLUDES[row.status]
    if (excluded)
      for (const earlier of passed)
        if (excluded.includes(earlier.status) && earlier.at.to < row.at.from && sameWay(earlier, row))
          found.push({ earlier, later: row })
    if (ALL_EXCLUDED.has(row.status)) passed.push(row)
  }
  return found
}

/** One truck may cross while the next still waits; and a convoy that crossed here may wait to cross there. */
function sameWay(earlier: EventRow, later: EventRow): boolean {
  if (earlier.vehicleId !== null && earlier.vehicleId !== later.vehicleId) return false
  return earlier.status !== 'crossed' || earlier.place === null || later.place === null || earlier.place === later.place
}

export interface Milestone {
  readonly status: ConvoyStatus
  /** The earliest that anybody gives. */
  readonly at: Moment
  readonly place: string | null
  readonly sources: readonly string[]
  readonly rows: readonly string[]
}

/** The events of each status, the statuses by when they were first reached. */
export function milestonesOf(ordered: readonly EventRow[]): Milestone[] {
  return [...Map.groupBy(ordered, ({ status }) => status)].map(([status, rows]) => ({
    status,
    at: rows[0]!.at,
    place: rows[0]!.place,
    sources: sourcesOf(rows),
    rows: namesOf(rows),
  }))
}
