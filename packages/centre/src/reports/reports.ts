// What the minutes say of daily reports: which were made known, and which corrections of them were entered.
import type { MinuteOf } from '@trucekeeper/claims'
import type { Instant } from '@trucekeeper/time'
import { isDoing, minutesUpTo, type CentreRecord } from '../record.ts'

/** In the order of entering; of one and the same matter the last one stands. */
export function correctionsEntered(
  record: Pick<CentreRecord, 'minutes'>,
  at: Instant,
): readonly MinuteOf<'correct-report'>[] {
  return minutesUpTo(record, at).filter((minute) => isDoing(minute, 'correct-report'))
}

export function reportsMadeKnown(
  record: Pick<CentreRecord, 'minutes'>,
  at: Instant,
): readonly MinuteOf<'publish-report'>[] {
  return minutesUpTo(record, at).filter((minute) => isDoing(minute, 'publish-report'))
}
