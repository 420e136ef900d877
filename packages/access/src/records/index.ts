// The records of access: one file each, with its columns and how a row is read.
import type { AreaRow } from './area.ts'
import type { ConsignmentRow } from './consignment.ts'
import type { EventRow } from './event.ts'
import type { FigureRow } from './figure.ts'
import type { ItemRow } from './item.ts'
import type { ParityRow } from './parity.ts'
import type { ReceiptRow } from './receipt.ts'
import type { RequestRow } from './request.ts'
import type { SealRow } from './seal.ts'
import type { StepRow } from './step.ts'
import type { TrackRow } from './track.ts'
import type { VehicleRow } from './vehicle.ts'

export type {
  AreaRow,
  ConsignmentRow,
  EventRow,
  FigureRow,
  ItemRow,
  ParityRow,
  ReceiptRow,
  RequestRow,
  SealRow,
  StepRow,
  TrackRow,
  VehicleRow,
}

/** Every row of a folder, by the table it stands in. */
export interface AccessRecords {
  readonly areas: readonly AreaRow[]
  readonly requests: readonly RequestRow[]
  readonly steps: readonly StepRow[]
  readonly consignments: readonly ConsignmentRow[]
  readonly items: readonly ItemRow[]
  readonly vehicles: readonly VehicleRow[]
  readonly seals: readonly SealRow[]
  readonly events: readonly EventRow[]
  readonly receipts: readonly ReceiptRow[]
  readonly tracks: readonly TrackRow[]
  readonly parity: readonly ParityRow[]
  readonly figures: readonly FigureRow[]
}

export type RecordKind = keyof AccessRecords
export type RowOf<K extends RecordKind> = AccessRecords[K][number]

export const NO_RECORDS: AccessRecords = {
  areas: [],
  requests: [],
  steps: [],
  consignments: [],
  items: [],
  vehicles: [],
  seals: [],
  events: [],
  receipts: [],
  tracks: [],
  parity: [],
  figures: [],
}
