// A status event: where a consignment, or one vehicle of it, was at a time.
import type { Position } from '@trucekeeper/geo'
import type { Cells } from '../cells.ts'
import { CONVOY_STATUSES, type ConvoyStatus } from '@trucekeeper/codes'
import type { Moment, Said } from '../said.ts'

export interface EventRow extends Said {
  readonly consignmentId: string
  /** Null for the consignment as a whole. */
  readonly vehicleId: string | null
  readonly status: ConvoyStatus
  readonly at: Moment
  readonly place: string | null
  /** The area in which it was, for what is delivered or unloaded. */
  readonly areaId: string | null
  readonly point: Position | null
  /** Whose doing it is: who refused, who turned it back. */
  readonly by: string | null
  readonly reason: string | null
  readonly monitorPresent: boolean | null
}

export const EVENT_COLUMNS = {
  needed: ['consignment_id', 'status', 'at'],
  optional: ['vehicle_id', 'place', 'area_id', 'lat', 'lon', 'by', 'reason', 'monitor_present'],
} as const

export function eventOf(cells: Cells): EventRow {
  return {
    ...cells.said(),
    consignmentId: cells.text('consignment_id'),
    vehicleId: cells.maybe('vehicle_id'),
    status: cells.code('status', CONVOY_STATUSES),
    at: cells.moment('at'),
    place: cells.maybe('place'),
    areaId: cells.maybe('area_id'),
    point: cells.point(),
    by: cells.maybe('by'),
    reason: cells.maybe('reason'),
    monitorPresent: cells.yesOrNo('monitor_present'),
  }
}
