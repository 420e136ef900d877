// A line of goods: what was to go (`listed`) or what was found on the truck (`loaded`).
import type { Cells } from '../cells.ts'
import { ITEM_STAGES } from '@trucekeeper/codes'
import type { Said } from '../said.ts'

export interface ItemRow extends Said {
  readonly consignmentId: string
  readonly vehicleId: string | null
  readonly stage: (typeof ITEM_STAGES)[number]
  readonly item: string
  readonly sector: string | null
  readonly qty: number
  readonly unit: string
  readonly kg: number | null
}

export const ITEM_COLUMNS = {
  needed: ['consignment_id', 'stage', 'item', 'qty', 'unit'],
  optional: ['vehicle_id', 'sector', 'kg'],
} as const

export function itemOf(cells: Cells): ItemRow {
  return {
    ...cells.said(),
    consignmentId: cells.text('consignment_id'),
    vehicleId: cells.maybe('vehicle_id'),
    stage: cells.code('stage', ITEM_STAGES),
    item: cells.text('item'),
    sector: cells.maybe('sector'),
    qty: cells.number('qty'),
    unit: cells.text('unit'),
    kg: cells.maybeNumber('kg'),
  }
}
