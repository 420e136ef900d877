// What a report is made from: a folder's answers at its cut-off, at the one before, and to what earlier reports were asked.
import { accessOverview, type AccessRecords } from '@trucekeeper/access'
import type { Agreement } from '@trucekeeper/agreement'
import type { CentreRecord } from '@trucekeeper/centre'
import type { Status, ToldOfBan } from '@trucekeeper/engine'
import { addDays, civilDay, type CivilDay, type Instant } from '@trucekeeper/time'
import { dailyReport, firstTermBegan } from './daily.ts'
import { cutOffOf, reportDays } from './days.ts'
import type { DailyReport } from './report.ts'
import { toldInPeriods } from './told.ts'

interface Moment {
  readonly at: Instant
  readonly knownAt: Instant
}

/** Whoever answers for a folder, as one who asks sees it. */
export interface ReportSource {
  status(query: Moment & { readonly foresight: false }): Promise<Status>
  known(knownAt?: Instant): Promise<{ readonly record: CentreRecord }>
  lookback(): Promise<{ told<T>(query: Moment, read: (told: readonly ToldOfBan[]) => T): Promise<T> }>
  tables(): Promise<{
    readonly access: AccessRecords | null
    readonly lines: NonNullable<NonNullable<Parameters<typeof accessOverview>[2]>['lines']>
  }>
}

export interface ReportAsked {
  readonly day: CivilDay
  /** `18:00`, on the clock of the agreement. */
  readonly cutOff: string
  /** Up to which receipts it knows; by default up to its cut-off. */
  readonly knownAt?: Instant
  readonly accounts?: readonly string[]
}

/** When a day is cut off where nobody says otherwise. */
export const USUAL_CUT_OFF = '18:00'

/** No report looks farther back: what is corrected later is told by asking for a status as it was known. */
const MOST_LOOKED_BACK = 30

/** One for all reports of a run: what one of them asked, the next need not ask again. */
export function reporter(source: ReportSource, agreement: Agreement): (asked: ReportAsked) => Promise<DailyReport> {
  const { zone } = agreement
  const kept = new Map<string, Promise<Status>>()
  const statusAt = (at: Instant, knownAt: Instant): Promise<Status> => {
    const key = `${at} ${knownAt}`
    const found = kept.get(key) ?? source.status({ at, knownAt, foresight: false })
    kept.set(key, found)
    return found
  }
  return async ({ day, cutOff, knownAt, accounts }) => {
    const at = cutOffOf(day, cutOff, zone)
    const known = knownAt ?? at
    const earlierAt = cutOffOf(addDays(day, -1), cutOff, zone)
    const period = { from: earlierAt, to: at }
    const previous = { from: cutOffOf(addDays(day, -2), cutOff, zone), to: earlierAt }
    const status = await statusAt(at, known)
    const before = await statusAt(earlierAt, earlierAt)
    const began = firstTermBegan(status)
    const days = began === null ? [] : reportDays(began, day, cutOff, zone)
    // A report that knows more than its cut-off corrects itself too.
    const own = known > at ? 0 : 1
    const since = known > at ? at : earlierAt
    const again = days
      .slice(0, days.length - own)
      .map((one, index) => ({ number: index + 1, cut: cutOffOf(one, cutOff, zone) }))
      .slice(-MOST_LOOKED_BACK)
    // All on what was known first, then all on what is known now: the folder has one evaluation, and to know otherwise costs it most.
    const thens: Status[] = []
    for (const { cut } of again) thens.push(await statusAt(cut, since))
    const nows: Status[] = []
    for (const { cut } of again) nows.push(await statusAt(cut, known))
    const told = await (
      await source.lookback()
    ).told({ at, knownAt: known }, (all) => toldInPeriods(all, period, previous))
    const { access, lines } = await source.tables()
    const { record } = await source.known(known)
    return dailyReport({
      agreement,
      number: days.length > 0 ? days.length : null,
      period,
      previous,
      status,
      before,
      told,
      record,
      minutesBefore: (await source.known(earlierAt)).record.minutes,
      access: access && {
        records: access,
        overview: accessOverview(access, { at, knownAt: known, sources: null }, { lines }),
      },
      earlier: again.map(({ number }, index) => ({ number, then: thens[index]!, now: nows[index]! })),
      ...(accounts && { accounts }),
    })
  }
}

/** The days with a report by an instant: those whose cut-offs lie in the agreement's first term or after, the first of them first. */
export async function daysWithReports(
  source: Pick<ReportSource, 'status'>,
  { zone }: Agreement,
  until: Instant,
  cutOff: string,
): Promise<readonly CivilDay[]> {
  const began = firstTermBegan(await source.status({ at: until, knownAt: until, foresight: false }))
  const last = civilDay(until, zone)
  if (began === null) return []
  return reportDays(began, cutOffOf(last, cutOff, zone) <= until ? last : addDays(last, -1), cutOff, zone)
}
