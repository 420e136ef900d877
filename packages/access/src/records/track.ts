// One point of a vehicle's GPS track. Exact positions stay on the desk that owns them.
import type { Position } from '@trucekeeper/geo'
import type { Instant } from '@trucekeeper/time'
import type { Cells } from '../cells.ts'
import type { Said } from '../said.ts'

export interface TrackRow extends Said {
  readonly consignmentId: string
  readonly vehicleId: string
  readonly at: Instant
  readonly point: Position
  /** How far off the position may be, in metres. */
  readonly errorM: number
}

export const TRACK_COLUMNS = {
  needed: ['consignment_id', 'vehicle_id', 'at', 'lat', 'lon'],
  optional: ['error_m'],
} as const

/** What a receiver in a vehicle is off by where nobody says more. */
const USUAL_ERROR_M = 30

export function trackOf(cells: Cells): TrackRow {
  cells.text('lat')
  return {
    ...cells.said(),
    consignmentId: cells.text('consignment_id'),
    vehicleId: cells.text('vehicle_id'),
    at: cells.instant('at'),
    point: cells.point() ?? [0, 0],
    errorM: cells.maybeNumber('error_m') ?? USUAL_ERROR_M,
  }
}
