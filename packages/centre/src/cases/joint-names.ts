// In whose name a word stands by which something joint came about: of all, so that none of them can take it from the others.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute } from '@trucekeeper/claims'
import type { CentreRecord } from '../record.ts'
import { docketOf } from './cases.ts'

/** The ids of all who joined in; null for what is no such word, or has not come about. */
export function jointNames(
  agreement: Agreement,
  record: Pick<CentreRecord, 'minutes'>,
  minute: Minute,
): readonly string[] | null {
  if (!('joins' in minute)) return null
  const { docket } = docketOf(agreement, record, Infinity)
  const found = docket.cases
    .get(minute.case)
    ?.proposals.find(
      ({ ended, willing }) => ended?.how === 'joined' && [...willing.values()].some(({ id }) => id === minute.id),
    )
  return found?.holders ?? null
}
