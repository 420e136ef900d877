// Minutes as they were allowed to be made about guarantors and calls, and those that were not, each held against those before it.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute } from '@trucekeeper/claims'
import type { Instant } from '@trucekeeper/time'
import type { OutOfOrder } from '../cases/case.ts'
import { minutesUpTo, type CentreRecord } from '../record.ts'
import { refusedOfGuarantor } from './rules.ts'

export interface Allowed {
  /** Of all that was done by then, in the order of doing. */
  readonly allowed: readonly Minute[]
  readonly outOfOrder: readonly OutOfOrder[]
}

export function allowedOf(agreement: Agreement, record: Pick<CentreRecord, 'minutes'>, at: Instant): Allowed {
  const allowed: Minute[] = []
  const outOfOrder: OutOfOrder[] = []
  for (const minute of minutesUpTo(record, at)) {
    const refusals = refusedOfGuarantor(agreement, allowed, minute)
    if (refusals.length === 0) allowed.push(minute)
    else outOfOrder.push({ minute: minute.id, does: minute.does, at: minute.at, refusals })
  }
  return { allowed, outOfOrder }
}
