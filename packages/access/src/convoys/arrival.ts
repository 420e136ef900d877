// Goods that somebody received are a word that the consignment arrived, whether or not anybody wrote down a status.
import type { ConvoyStatus } from '@trucekeeper/codes'
import type { EventRow, ReceiptRow } from '../records/index.ts'

const STATUS: Record<ReceiptRow['stage'], ConvoyStatus> = {
  received: 'unloaded',
  distributed: 'handed_over',
  monitored: 'post_distribution_monitored',
}

/** The statuses that receipts amount to; what was lost or taken away on the way arrived nowhere. */
export function arrivalsTold(receipts: readonly ReceiptRow[]): EventRow[] {
  return receipts.flatMap((row) => {
    if (row.qty === 0 || (row.condition !== 'good' && row.condition !== 'damaged')) return []
    const {
      name,
      file,
      row: number,
      source,
      doc,
      quote,
      recordedAt,
      corrects,
      withdraws,
      consignmentId,
      vehicleId,
      areaId,
      at,
      by,
    } = row
    const said = { name, file, row: number, source, doc, quote, recordedAt, corrects, withdraws }
    const status = STATUS[row.stage]
    const place = { place: null, areaId, point: null }
    return [{ ...said, ...place, consignmentId, vehicleId, status, at, by, reason: null, monitorPresent: null }]
  })
}
