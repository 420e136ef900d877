// The funnel of access and the state of seals as figures of a report, with made-up rows said to be so.
import { EXAMPLE, type AccessOverview, type AccessRecords, type Said } from '@trucekeeper/access'
import type { Receipts } from './receipts.ts'
import type { DailyReport } from './report.ts'

export function accessOf(overview: AccessOverview, records: AccessRecords, receipts: Receipts): DailyReport['access'] {
  const rows: (readonly Said[])[] = Object.values(records)
  const madeUp = new Set(rows.flat().flatMap(({ name, source }) => (source === EXAMPLE ? [name] : [])))
  const receiptOf = (entries: readonly string[]) =>
    receipts.of({ entries, example: entries.some((name) => madeUp.has(name)) })
  const chains = overview.consignments.flatMap(({ seals }) => seals)
  return {
    funnel: overview.funnel.map(({ stage, requests, people, rows: names }) => {
      const receipt = receiptOf(names)
      return { stage, requests: { ...requests, receipt }, people: { ...people, receipt } }
    }),
    seals: [...Map.groupBy(chains, ({ state }) => state)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([state, own]) => ({
        state,
        count: { low: own.length, high: own.length, receipt: receiptOf(own.flatMap((chain) => chain.rows)) },
        consignments: [...new Set(own.map(({ consignmentId }) => consignmentId))].toSorted(),
      })),
  }
}
