// One check of one seal: where, when, by whom, and what was found.
import type { Cells } from '../cells.ts'
import { SEAL_CHECKS, type SealCheck } from '@trucekeeper/codes'
import type { Moment, Said } from '../said.ts'

export interface SealRow extends Said {
  readonly sealNo: string
  readonly consignmentId: string
  readonly vehicleId: string
  readonly check: SealCheck
  readonly place: string
  readonly at: Moment
  readonly by: string
  /** The number of the seal that took its place, for `replaced`. */
  readonly newNo: string | null
  readonly monitorPresent: boolean | null
}

export const SEAL_COLUMNS = {
  needed: ['seal_no', 'consignment_id', 'vehicle_id', 'check', 'place', 'at', 'by'],
  optional: ['new_no', 'monitor_present'],
} as const

export function sealOf(cells: Cells): SealRow {
  const check = cells.code('check', SEAL_CHECKS)
  return {
    ...cells.said(),
    sealNo: cells.text('seal_no'),
    consignmentId: cells.text('consignment_id'),
    vehicleId: cells.text('vehicle_id'),
    check,
    place: cells.text('place'),
    at: cells.moment('at'),
    by: cells.text('by'),
    newNo: check === 'replaced' ? cells.text('new_no') : cells.maybe('new_no'),
    monitorPresent: cells.yesOrNo('monitor_present'),
  }
}
