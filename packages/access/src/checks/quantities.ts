// More arriving than was loaded, by one source's own word.
import type { AccessRecords, ItemRow, ReceiptRow } from '../records/index.ts'
import { uncorrected } from '../said.ts'
import { quoted } from '../sheet.ts'
import type { Flag } from './flag.ts'

export function flagQuantities({ items, receipts }: AccessRecords, flag: Flag): void {
  const keyOf = ({ source, consignmentId, item, unit }: ItemRow | ReceiptRow) =>
    JSON.stringify([source, consignmentId, item, unit])
  const loaded = new Map<string, number>()
  for (const row of uncorrected(items))
    if (row.stage === 'loaded') loaded.set(keyOf(row), (loaded.get(keyOf(row)) ?? 0) + row.qty)
  const came = new Map<string, number>()
  for (const row of uncorrected(receipts)) {
    if (row.stage !== 'received' || row.condition === 'not_dispatched') continue
    const key = keyOf(row)
    const sum = (came.get(key) ?? 0) + row.qty
    came.set(key, sum)
    const most = loaded.get(key)
    if (most === undefined || sum <= most) continue
    const message = `with this row ${sum} ${row.unit} of ${quoted(row.item)} are accounted for where ${most} were loaded`
    const help = 'correct the quantity, or that in `items.csv`'
    flag(row, 'qty', { code: 'more-than-loaded', message, help })
  }
}
