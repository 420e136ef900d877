// Visits and patrols as records of their own, made for a case or for none, and who denied how many.
import type { Agreement } from '@trucekeeper/agreement'
import type { MinuteOf } from '@trucekeeper/claims'
import type { Instant } from '@trucekeeper/time'
import type { CentreRecord } from '../record.ts'
import { docketOf } from './cases.ts'

export interface Visits {
  /** In the order of doing. */
  readonly visits: readonly MinuteOf<'visit'>[]
  readonly done: number
  readonly not_done: number
  /** By whom they were denied or turned back, the most first; `who` is null where nobody says. */
  readonly denied_by: readonly { readonly who: string | null; readonly denied: number; readonly turned_back: number }[]
}

/** Those that were allowed to be minuted as they are. A visit that was called off was denied by nobody. */
export function visitsOf(agreement: Agreement, record: Pick<CentreRecord, 'minutes'>, at: Instant): Visits {
  const visits = docketOf(agreement, record, at).docket.visits
  const hindered = visits.filter(({ outcome }) => outcome === 'denied' || outcome === 'turned_back')
  const denied_by = [...Map.groupBy(hindered, (one) => one.denied_by)].map(([who, some]) => ({
    who,
    denied: some.filter(({ outcome }) => outcome === 'denied').length,
    turned_back: some.filter(({ outcome }) => outcome === 'turned_back').length,
  }))
  const done = visits.filter(({ outcome }) => outcome === 'done').length
  return {
    visits,
    done,
    not_done: visits.length - done,
    denied_by: denied_by.toSorted((a, b) => b.denied + b.turned_back - a.denied - a.turned_back),
  }
}
