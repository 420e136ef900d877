// The funnel of access and the state of seals as figures of a report, with made-up rows said to be so.
import { EXAMPLE, type AccessOverview, type AccessRecords, type Said } from '@trucekeeper/access'
import { overlaps, type Instant, type Interval } from '@trucekeeper/time'
import type { Receipts } from './receipts.ts'
import type { DailyReport } from './report.ts'

type Access = NonNullable<DailyReport['access']>

export function accessOf(
  overview: AccessOverview,
  records: AccessRecords,
  receipts: Receipts,
  period: Interval,
  say: (at: Instant) => string,
): Access {
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
    seals_changed: chains.flatMap((chain) => changesOf(chain, period, say, receiptOf)),
  }
}

type Chain = AccessOverview['consignments'][number]['seals'][number]

/** What befell a seal within a period, as far as it may have been then. Where is not told. */
function changesOf(
  { consignmentId: consignment, breaks, checks }: Chain,
  period: Interval,
  say: (at: Instant) => string,
  receiptOf: (rows: readonly string[]) => string,
): Access['seals_changed'] {
  const inPeriod = ({ at: { from, to } }: { readonly at: { readonly from: Instant; readonly to: Instant } }) =>
    overlaps({ from, to: Math.max(to, from + 1) }, period)
  const change = (
    what: Access['seals_changed'][number]['what'],
    { at, row }: { readonly at: { readonly from: Instant; readonly to: Instant }; readonly row: string },
    seal: string,
    by: string,
  ) => ({ what, consignment, seal, from: say(at.from), to: say(at.to), found_by: by, receipt: receiptOf([row]) })
  return [
    ...breaks.filter(inPeriod).map((one) => change(one.what, one, one.sealNo, one.foundBy)),
    ...checks
      .filter((one) => one.check === 'replaced' && inPeriod(one))
      .map((one) => change('replaced', one, one.sealNo, one.by)),
  ]
}
