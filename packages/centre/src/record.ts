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

/** What is done at one instant was done in this order: nothing rests on what comes after it. */
const ORDER: readonly Minute['does'][] = [
  'open-case',
  'undertaking',
  'ask-information',
  'share',
  'case-step',
  'case-finding',
  'case-reply',
  'case-measure',
  'close-case',
]

/**
 * Minutes of what was done by an instant, in the order of doing. Of one instant, such as a day with no hour, what others rest
 * on comes first, and then what was received first: no id, which hangs on names, decides it before that.
 */
export function minutesUpTo({ minutes }: Pick<CentreRecord, 'minutes'>, at: Instant): readonly Minute[] {
  return minutes
    .map((minute) => ({ minute, at: parseInstant(minute.at)! }))
    .filter((one) => one.at <= at)
    .toSorted((a, b) => a.at - b.at || rankOf(a.minute) - rankOf(b.minute))
    .map(({ minute }) => minute)
}

function rankOf(minute: Minute): number {
  const rank = ORDER.indexOf('joins' in minute ? DEEDS[minute.does] : minute.does)
  if (rank < 0) return ORDER.length * MOST
  return rank * MOST + Math.min(withinOf(minute), MOST - 1) + ('joins' in minute && minute.joins !== null ? 0.5 : 0)
}

/** What is done once all have joined in; a word to it comes where it would be done. */
export const DEEDS = {
  'joint-finding': 'case-finding',
  'joint-measure': 'case-measure',
  'joint-closing': 'close-case',
} as const satisfies Partial<Record<Minute['does'], Minute['does']>>

function withinOf(minute: Minute): number {
  if (minute.does === 'case-finding') return minute.of.length
  if (minute.does === 'joint-finding') return MOST
  return minute.does === 'case-measure' || minute.does === 'joint-measure' ? (minute.step ?? MOST) : 0
}

/** More than anybody names in a finding, and than a procedure has steps. */
const MOST = 1000

export function isDoing<D extends Minute['does']>(minute: Minute, does: D): minute is MinuteOf<D> {
  return minute.does === does
}
