// Times that cannot be: told before it happened, or come to an end before it set out.
import { arrivalsTold } from '../convoys/arrival.ts'
import { contradictionsOf } from '../convoys/journey.ts'
import type { AccessRecords } from '../records/index.ts'
import { uncorrected, type Moment, type Said } from '../said.ts'
import type { Flag } from './flag.ts'

export function flagTimes(records: AccessRecords, flag: Flag): void {
  const told = (row: Said & { readonly at: Moment }) => flagEarly(row, 'at', row.at.from, flag)
  for (const row of records.events) if (row.status !== 'planned') told(row)
  for (const rows of [records.steps, records.seals, records.receipts]) for (const row of rows) told(row)
  for (const row of records.tracks) flagEarly(row, 'at', row.at, flag)
  for (const row of records.requests) flagEarly(row, 'submitted_at', row.submittedAt, flag)
  flagOrder(records, flag)
}

function flagEarly(row: Said, column: string, happened: number, flag: Flag): void {
  if (happened <= row.recordedAt) return
  const help = 'correct the time, or the time in `recorded_at`'
  flag(row, column, { code: 'recorded-too-early', message: 'it was recorded before it happened', help })
}

/** What one source says of one consignment has to be possible; what two say may differ. */
function flagOrder({ events, receipts }: AccessRecords, flag: Flag): void {
  const words = [...uncorrected(events), ...arrivalsTold(uncorrected(receipts))]
  const groups = Map.groupBy(words, ({ source, consignmentId }) => JSON.stringify([source, consignmentId]))
  for (const rows of groups.values())
    for (const { earlier, later } of contradictionsOf(rows)) {
      const plain = (status: string) => status.replaceAll('_', ' ')
      const message = `\`${plain(later.status)}\` comes after \`${plain(earlier.status)}\` in row ${earlier.row}, by the same source`
      const help = 'put the times in the order of the journey, or say in between that it turned back or was diverted'
      flag(later, 'at', { code: 'arrival-before-departure', message, help })
    }
}
