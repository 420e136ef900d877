// A vehicle of a consignment. Who drives it is nobody's business here.
import type { Cells } from '../cells.ts'
import type { Said } from '../said.ts'

export interface VehicleRow extends Said {
  readonly consignmentId: string
  readonly vehicleId: string
  readonly kind: string | null
  readonly capacityKg: number | null
}

export const VEHICLE_COLUMNS = {
  needed: ['consignment_id', 'vehicle_id'],
  optional: ['kind', 'capacity_kg'],
} as const

export function vehicleOf(cells: Cells): VehicleRow {
  return {
    ...cells.said(),
    consignmentId: cells.text('consignment_id'),
    vehicleId: cells.text('vehicle_id'),
    kind: cells.maybe('kind'),
    capacityKg: cells.maybeNumber('capacity_kg'),
  }
}
