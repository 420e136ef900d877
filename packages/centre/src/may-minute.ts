// Whether the agreement lets something be done that is to go into the minutes.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { docketOf } from './cases/cases.ts'
import { refusedInCase } from './cases/rules.ts'
import { mayDisclose } from './disclosure/may-disclose.ts'
import { refusedOfDisclosure } from './disclosure/rules.ts'
import { refusedInExchange } from './exchange/requests.ts'
import { refusedOfGuarantor } from './guarantors/rules.ts'
import { minutesUpTo, type CentreRecord } from './record.ts'
import type { MinuteRefusal } from './refusal.ts'
import { refusedOfReport } from './reports/rules.ts'
import { refusedOfWatch } from './watch/rules.ts'

/** Each reason against it, with the clause and its heading; none where it may be. It is held against all that was done by then. */
export function mayMinute(
  agreement: Agreement,
  record: Pick<CentreRecord, 'minutes'>,
  minute: Minute,
): readonly MinuteRefusal[] {
  const before = { minutes: record.minutes.filter(({ id }) => id !== minute.id) }
  const at = parseInstant(minute.at)!
  const done = minutesUpTo(before, at)
  const refusals = [
    ...refusedInCase(agreement, docketOf(agreement, before, at).docket, minute),
    ...refusedOfGuarantor(agreement, done, minute),
    ...refusedInExchange(agreement, done, minute),
    ...refusedOfDisclosure(agreement, mayDisclose(agreement, done).allowed, minute),
    ...refusedOfReport(agreement, done, minute),
    ...refusedOfWatch(agreement, done, minute),
  ]
  return refusals.length > 0 ? refusals : undoing(agreement, before, minute)
}

/** What is entered late, of an earlier time, may not take its effect from what was done since. */
function undoing(
  agreement: Agreement,
  { minutes }: Pick<CentreRecord, 'minutes'>,
  minute: Minute,
): readonly MinuteRefusal[] {
  const without = new Set(docketOf(agreement, { minutes }, Infinity).outOfOrder.map((one) => one.minute))
  const undone = docketOf(agreement, { minutes: [...minutes, minute] }, Infinity).outOfOrder.filter(
    (one) => one.minute !== minute.id && !without.has(one.minute),
  )
  return undone.slice(0, 1).flatMap(({ does, at, refusals: [first] }) => [
    {
      ...first!,
      code: 'undoes-later' as const,
      why: `after it the ${does.replaceAll('-', ' ')} of ${at} could not have been`,
      help: 'say when it was done, or take back first, with a reason, what was done since',
    },
  ])
}
