// What came of the goods: received, handed out, or found again by those who looked afterwards.
import type { Cells } from '../cells.ts'
import { RECEIPT_CONDITIONS, RECEIPT_STAGES, type ReceiptCondition } from '@trucekeeper/codes'
import type { Moment, Said } from '../said.ts'

export interface ReceiptRow extends Said {
  readonly consignmentId: string
  readonly vehicleId: string | null
  readonly areaId: string | null
  readonly stage: (typeof RECEIPT_STAGES)[number]
  readonly at: Moment
  readonly item: string
  readonly unit: string
  readonly condition: ReceiptCondition
  readonly qty: number
  /** How many people were reached, where it is said. */
  readonly people: number | null
  readonly by: string | null
}

export const RECEIPT_COLUMNS = {
  needed: ['consignment_id', 'stage', 'at', 'item', 'unit', 'condition', 'qty'],
  optional: ['vehicle_id', 'area_id', 'people', 'by'],
} as const

export function receiptOf(cells: Cells): ReceiptRow {
  return {
    ...cells.said(),
    consignmentId: cells.text('consignment_id'),
    vehicleId: cells.maybe('vehicle_id'),
    areaId: cells.maybe('area_id'),
    stage: cells.code('stage', RECEIPT_STAGES),
    at: cells.moment('at'),
    item: cells.text('item'),
    unit: cells.text('unit'),
    condition: cells.code('condition', RECEIPT_CONDITIONS),
    qty: cells.number('qty'),
    people: cells.maybeNumber('people'),
    by: cells.maybe('by'),
  }
}
