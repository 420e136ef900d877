// A consignment: what goes from whom to whom, by which way and within which window.
import type { Cells } from '../cells.ts'
import type { Moment, Said } from '../said.ts'

export interface ConsignmentRow extends Said {
  readonly consignmentId: string
  readonly requestId: string | null
  readonly trackingNo: string | null
  readonly sender: string | null
  readonly receiver: string | null
  /** The area it is for; null where the source does not say. */
  readonly destination: string | null
  readonly people: number | null
  readonly crossingPoint: string | null
  /** Id of a line among the places. */
  readonly route: string | null
  /** How far from the line it may be, in metres. */
  readonly corridorM: number | null
  /** When it may be on the road. */
  readonly window: Moment | null
  readonly monitorPresent: boolean | null
  readonly parityGroupId: string | null
}

export const CONSIGNMENT_COLUMNS = {
  needed: ['consignment_id'],
  optional: [
    'destination',
    'request_id',
    'tracking_no',
    'sender',
    'receiver',
    'people',
    'crossing_point',
    'route',
    'corridor_m',
    'window',
    'monitor_present',
    'parity_group_id',
  ],
} as const

export function consignmentOf(cells: Cells): ConsignmentRow {
  return {
    ...cells.said(),
    consignmentId: cells.text('consignment_id'),
    requestId: cells.maybe('request_id'),
    trackingNo: cells.maybe('tracking_no'),
    sender: cells.maybe('sender'),
    receiver: cells.maybe('receiver'),
    destination: cells.maybe('destination'),
    people: cells.maybeNumber('people'),
    crossingPoint: cells.maybe('crossing_point'),
    route: cells.maybe('route'),
    corridorM: cells.maybeNumber('corridor_m'),
    window: cells.maybeMoment('window'),
    monitorPresent: cells.yesOrNo('monitor_present'),
    parityGroupId: cells.maybe('parity_group_id'),
  }
}
