// A day's report from what the engine answers at its cut-off: pure, so that the same record gives the same report to anybody.
import type { AccessOverview, AccessRecords } from '@trucekeeper/access'
import type { Agreement } from '@trucekeeper/agreement'
import type { CentreRecord } from '@trucekeeper/centre'
import type { Minute } from '@trucekeeper/claims'
import type { Status } from '@trucekeeper/engine'
import { formatInstant, parseInstant, type Interval } from '@trucekeeper/time'
import { accessOf } from './access.ts'
import { centreAt } from './centre.ts'
import type { ActLine, DeadlineLine } from './centre-lines.ts'
import { correctionsOf, recordedSince, withMinutes, type Again } from './corrections.ts'
import { happeningsIn } from './happenings.ts'
import { Receipts } from './receipts.ts'
import type { ClauseLine, DailyReport, PartyTally, Span } from './report.ts'
import { termLines } from './terms.ts'
import type { ToldInPeriods } from './told.ts'
import { cannotConfirm, repliesOf } from './voices.ts'

export interface ReportBasis {
  readonly agreement: Agreement
  readonly number: number | null
  readonly period: Interval
  readonly previous: Interval
  /** At the cut-off, on what the report knows. */
  readonly status: Status
  /** The table of the report before, as it was. */
  readonly before: Status
  readonly told: readonly ToldInPeriods[]
  /** What was known to be said and done. */
  readonly record: CentreRecord
  /** The minutes that the report before knew. */
  readonly minutesBefore: readonly Minute[]
  readonly access: { readonly overview: AccessOverview; readonly records: AccessRecords } | null
  readonly earlier: readonly Again[]
  /** Ids of the accounts to tell of; by default all that the table has. */
  readonly accounts?: readonly string[]
}

/** The report of a day as a model; `page` puts it into words. */
export function dailyReport(basis: ReportBasis): DailyReport {
  const { agreement, status, before, earlier, period, previous } = basis
  const say = (at: number) => formatInstant(at, agreement.zone)
  const knownAt = status.known_at ?? status.at
  const receipts = new Receipts(status, knownAt)
  const claims = new Map(basis.record.claims.map((claim) => [claim.id, claim]))
  const accounts = status.accounts.filter(({ id }) => basis.accounts?.includes(id) ?? true)
  const numbers = earlier.map(({ number }) => number)
  const at = parseInstant(status.at)!
  const beforeThat = { minutes: basis.minutesBefore, at: parseInstant(before.at)! }
  const centre = centreAt(agreement, basis.record, at, beforeThat)
  return {
    form: 'trucekeeper.daily-report/1',
    number: basis.number,
    agreement: status.agreement,
    cut_off: status.at,
    known_at: knownAt,
    period: { from: say(period.from), to: say(period.to) },
    previous: { from: say(previous.from), to: say(previous.to) },
    checkpoint: status.checkpoint,
    accounts,
    names: Object.fromEntries(agreement.actors.map(({ id, name }) => [id, name])),
    areas: agreement.zones.map(({ name }) => name),
    tallies: status.tallies.flatMap((tally) => {
      const told = basis.told.find(({ clause }) => clause === tally.clause)
      return told ? [tallyOf(tally, told, receipts)] : []
    }),
    clauses: status.clauses
      .filter(({ kind }) => kind === 'duty' || kind === 'ban')
      .map((clause) => clauseLine(clause, before, accounts, receipts)),
    terms: termLines(agreement, status),
    powers: status.powers.flatMap(({ id, heading, stage, notices }) =>
      stage === null ? [] : [{ id, heading, stage, notices }],
    ),
    gates: status.gates.map((gate) => ({
      id: gate.id,
      heading: gate.heading,
      state: gate.state,
      done: {
        low: gate.done,
        high: gate.done,
        receipt: receipts.of({
          clause: gate.id,
          account: gate.decided_by,
          entries: gate.days.flatMap((day) => day.claims),
        }),
      },
      needed: gate.needed,
      missing: gate.missing,
      earliest: gate.earliest,
      days_by_account: Object.fromEntries(accounts.map(({ id }) => [id, gate.accounts[id]?.done ?? 0])),
      resets: gate.resets,
    })),
    unobserved: {
      days: basis.told.flatMap(({ clause, unreported }) =>
        unreported.length > 0 ? [{ clause, days: unreported }] : [],
      ),
      visits_denied: centre.visits_denied,
      cannot_confirm: cannotConfirm(status, before, claims),
    },
    access: basis.access && accessOf(basis.access.overview, basis.access.records, receipts, period, say),
    happenings: happeningsIn(agreement, status, claims, period),
    deadlines: deadlinesOf(status, centre.deadlines),
    acts: actsSince(before, status),
    cases: centre.cases,
    undertakings: centre.undertakings,
    calls: centre.calls,
    replies: repliesOf(agreement, status, claims).map((one) => ({ ...one, cases: centre.replies(one.party) })),
    corrections: {
      looked_back_to: numbers.length > 0 ? Math.min(...numbers) : null,
      found: withMinutes(correctionsOf(earlier), basis.record, at).filter(
        ({ account }) => account === null || accounts.some(({ id }) => id === account),
      ),
      recorded: recordedSince(basis.record, at, beforeThat),
    },
    receipts: receipts.all(),
  }
}

/** What is due of clauses and of the centre, the soonest first. */
function deadlinesOf({ deadlines }: Status, ofCentre: readonly DeadlineLine[]): DeadlineLine[] {
  const ofClauses = deadlines.map(({ at, clause, what }): DeadlineLine => {
    return { at, of: 'clause', id: clause, what, who: [] }
  })
  // Of what is due at one moment, clauses come first; the rest as it stands in the minutes, which hangs on no name.
  return [...ofClauses, ...ofCentre].toSorted((a, b) => parseInstant(a.at)! - parseInstant(b.at)!)
}

/** Acts that the report before did not know or that had not been done yet. */
function actsSince(before: Status, { powers }: Status): ActLine[] {
  const had = new Set(before.powers.flatMap(({ notices }) => notices.map(({ act }) => act)))
  return powers
    .flatMap(({ id: power, notices }) =>
      notices.flatMap(({ act, at, stage, by, quote, doc, without_effect }) =>
        had.has(act) ? [] : [{ act, power, at, stage, by, quote, doc, without_effect }],
      ),
    )
    .toSorted((a, b) => parseInstant(a.at)! - parseInstant(b.at)!)
}

/** When the first of the agreement's terms began, as far as was known; null where none had by then. */
export function firstTermBegan(status: Status): number | null {
  const starts = status.terms.flatMap(({ starts: from }) => (from === null ? [] : [parseInstant(from)!]))
  const first = Math.min(...starts)
  return starts.length === 0 || first >= parseInstant(status.at)! ? null : first
}

function tallyOf(tally: Status['tallies'][number], told: ToldInPeriods, receipts: Receipts): PartyTally {
  const entries = tally.by_claimant.flatMap(({ claims }) => claims)
  const receipt = receipts.of({ clause: tally.clause, entries })
  const figure = ({ low, high }: Span) => ({ low, high, receipt })
  const exactly = (count: number) => figure({ low: count, high: count })
  const { coverage } = tally
  return {
    clause: tally.clause,
    party: tally.party,
    claimed: figure(told.here.claimed),
    verified: figure(told.here.verified),
    before: { claimed: figure(told.before.claimed), verified: figure(told.before.verified) },
    since: {
      claimed: exactly(tally.alleged),
      verified: exactly(tally.verified),
      days: exactly(coverage.days_reported),
      of_days: coverage.days,
    },
    by_claimant: tally.by_claimant.map(({ side, alleged }) => ({ side, alleged })),
  }
}

function clauseLine(
  clause: Status['clauses'][number],
  before: Status,
  accounts: DailyReport['accounts'],
  receipts: Receipts,
): ClauseLine {
  const was = before.clauses.find(({ id }) => id === clause.id)
  const { id, heading, parties, standing, timing, due, decided_by } = clause
  return {
    id,
    heading,
    parties,
    standing,
    timing,
    due,
    decided_by,
    verdicts: Object.fromEntries(
      accounts.map((account) => {
        const one = clause.verdicts[account.id]!
        const entries = [...one.for, ...one.against, ...one.cannot_confirm, ...one.undetermined]
        return [
          account.id,
          { verdict: one.verdict, receipt: receipts.of({ clause: id, account: account.id, entries }) },
        ]
      }),
    ),
    changed: accounts.flatMap((account) => {
      const old = was?.verdicts[account.id]?.verdict ?? null
      return old === clause.verdicts[account.id]!.verdict ? [] : [{ account: account.id, was: old }]
    }),
  }
}
