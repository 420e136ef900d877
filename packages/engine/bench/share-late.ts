// What it costs when a share of the reports comes late: verdicts kept up to date report by report, beside making them again.
import type { Agreement } from '../../agreement/src/index.ts'
import type { Claim } from '../../claims/src/index.ts'
import { parseInstant, type Instant } from '../../time/src/index.ts'
import { Evaluation, statusOf, type Standpoint } from '../src/index.ts'
import { pactOf, recordOf, reports } from './pact.ts'
import { count, milliseconds, mustAgree, printTable, quickest, ratio } from './table.ts'

interface Arrival {
  readonly claim: Claim
  readonly at: Instant
}

const REPORTS = 1000
const SHARES = [0, 0.01, 0.1, 0.5]
const LATE_BY = 3 * 86_400_000
const PLACES = 8
const TIMES = 2

export async function shareLate(): Promise<void> {
  const agreement = pactOf({ clauses: 12 })
  const rows: string[][] = []
  let inOrder = 0
  for (const share of SHARES) {
    const arrivals = arriving(share)
    const again = await madeAgain(agreement, arrivals)
    const seconds = await quickest(TIMES, () => {
      const kept = new Evaluation(agreement)
      for (const { claim, at } of arrivals) {
        kept.learn([claim])
        kept.verdicts(at)
      }
    })
    const each = seconds / arrivals.length
    inOrder ||= each
    rows.push([`${share * 100} %`, milliseconds(each), ratio(each, inOrder), milliseconds(again), ratio(again, each)])
  }
  printTable({
    title: 'Reports that come late',
    about: `Twelve clauses, seven accounts, ${count(REPORTS)} reports over twenty days, all verdicts asked for after each, as of then;
      a late one comes three days after it was made. Time a report, best of ${TIMES}. Made again: from nothing, the mean of
      ${PLACES} places in the record, at which kept verdicts are those of the status table.`,
    heads: ['late', 'kept', 'to none late', 'made again', 'kept is faster'],
    rows,
  })
}

/** Seconds it takes to make verdicts from nothing, on the average of places at which all ways to them agree. */
async function madeAgain(agreement: Agreement, arrivals: readonly Arrival[]): Promise<number> {
  const kept = new Evaluation(agreement)
  let total = 0
  for (const [index, { claim, at }] of arrivals.entries()) {
    kept.learn([claim])
    kept.verdicts(at)
    if ((index + 1) % (arrivals.length / PLACES) !== 0) continue
    const known = arrivals.slice(0, index + 1).map((arrival) => arrival.claim)
    mustAgree(`after ${index + 1} reports`, said(kept.verdicts(at)), said(fromStatus(agreement, known, at)))
    total += await quickest(1, () => {
      const made = new Evaluation(agreement)
      made.learn(known)
      made.verdicts(at)
    })
  }
  return total / PLACES
}

function fromStatus(agreement: Agreement, claims: readonly Claim[], at: Instant): Standpoint[] {
  const { clauses } = statusOf(agreement, recordOf(claims), { at, knownAt: null })
  return clauses.flatMap(({ id, verdicts }) =>
    Object.entries(verdicts).map(([account, verdict]) => ({ ...verdict, clause: id, account })),
  )
}

function said(stands: readonly Standpoint[]): string {
  const lines = stands.map(({ clause, account, standing, timing, verdict }) =>
    [clause, account, standing, timing, verdict].join(' '),
  )
  return lines.toSorted().join('\n')
}

/** Reports in the order in which they come in: every so many of them long after it was made. */
function arriving(share: number): Arrival[] {
  const isLate = (index: number) => Math.floor((index + 1) * share) > Math.floor(index * share)
  return reports(REPORTS)
    .map((claim, index) => ({ claim, at: parseInstant(claim.published)! + (isLate(index) ? LATE_BY : 0) }))
    .toSorted((a, b) => a.at - b.at)
}
