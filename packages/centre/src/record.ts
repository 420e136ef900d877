// What the centre is handed of a record: the minutes, the claims they rest on, and when each came in.
import type { Claim, Minute, MinuteOf, Ruling } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'

/** What `ledger` folds a record into has this form. */
export interface CentreRecord {
  readonly claims: readonly Claim[]
  readonly rulings: readonly Ruling[]
  /** In the order in which they were received. */
  readonly minutes: readonly Minute[]
}

/** Minutes of what was done by an instant, in the order of doing; of one instant, in the order of their receipt. */
export function minutesUpTo({ minutes }: Pick<CentreRecord, 'minutes'>, at: Instant): readonly Minute[] {
  return minutes
    .map((minute) => ({ minute, at: parseInstant(minute.at)! }))
    .filter((one) => one.at <= at)
    .toSorted((a, b) => a.at - b.at)
    .map(({ minute }) => minute)
}

export function isDoing<D extends Minute['does']>(minute: Minute, does: D): minute is MinuteOf<D> {
  return minute.does === does
}
