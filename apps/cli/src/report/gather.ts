// What a report is made from: the folder's answers at its cut-off, at the one before, and to what earlier reports were asked.
import { accessOverview } from '@trucekeeper/access'
import type { Agreement } from '@trucekeeper/agreement'
import type { Status } from '@trucekeeper/engine'
import {
  cutOffOf,
  dailyReport,
  firstTermBegan,
  reportDays,
  toldInPeriods,
  type Again,
  type DailyReport,
} from '@trucekeeper/publish'
import { addDays, type CivilDay, type Instant } from '@trucekeeper/time'
import type { Questions } from '@trucekeeper/workspace'

export interface ReportAsked {
  readonly day: CivilDay
  /** `18:00`, on the clock of the agreement. */
  readonly cutOff: string
  /** Up to which receipts it knows; by default up to its cut-off. */
  readonly knownAt?: Instant
  readonly accounts?: readonly string[]
}

/** No report looks farther back: what is corrected later is told by `truce status --known-at`. */
const MOST_LOOKED_BACK = 30

/** One for all reports of a run: what one of them asked, the next need not ask again. */
export function reporter(questions: Questions, agreement: Agreement): (asked: ReportAsked) => Promise<DailyReport> {
  const { zone } = agreement
  const kept = new Map<string, Promise<Status>>()
  const statusAt = (at: Instant, knownAt: Instant): Promise<Status> => {
    const key = `${at} ${knownAt}`
    const found = kept.get(key) ?? questions.status({ at, knownAt })
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
    const earlier: Again[] = []
    for (const [index, { number, cut }] of again.entries())
      earlier.push({ number, then: thens[index]!, now: await statusAt(cut, known) })
    const told = await (
      await questions.lookback()
    ).told({ at, knownAt: known }, (all) => toldInPeriods(all, period, previous))
    const { access, lines } = await questions.tables()
    return dailyReport({
      agreement,
      number: days.length > 0 ? days.length : null,
      period,
      previous,
      status,
      before,
      told,
      record: (await questions.known(known)).record,
      minutesBefore: (await questions.known(earlierAt)).record.minutes,
      access: access && {
        records: access,
        overview: accessOverview(access, { at, knownAt: known, sources: null }, { lines }),
      },
      earlier,
      ...(accounts && { accounts }),
    })
  }
}
