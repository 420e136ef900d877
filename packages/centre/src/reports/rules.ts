// What may go into the minutes about daily reports: corrections of what one said, once each, and what was made known.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { refuserFor, type MinuteRefusal } from '../refusal.ts'

/** `before`: minutes of what was done by then. */
export function refusedOfReport(
  agreement: Agreement,
  before: readonly Minute[],
  minute: Minute,
): readonly MinuteRefusal[] {
  if (minute.does !== 'correct-report' && minute.does !== 'publish-report') return []
  const refuse = refuserFor(null)
  if (parseInstant(minute.cut_off)! > parseInstant(minute.at)!)
    return [
      refuse(
        'report-to-come',
        `report ${minute.report} is cut off at \`${minute.cut_off}\`, and that is still to come`,
        'wait until then: a report is of what had come in by its cut-off',
      ),
    ]
  if (minute.does === 'publish-report') return []
  const clause = agreement.ruled.find(({ id }) => id === minute.clause)
  if (!clause)
    return [refuse('clause-unknown', `the agreement has no clause \`${minute.clause}\``, 'name a clause by its id')]
  const ofClause = refuserFor(clause)
  const accounts = agreement.accounts.map(({ id }) => `\`${id}\``)
  if (minute.account !== null && !accounts.includes(`\`${minute.account}\``))
    return [
      ofClause(
        'somebody-unknown',
        `the agreement has no account \`${minute.account}\``,
        `name one of ${accounts.join(', ')}`,
      ),
    ]
  if (minute.said_then === minute.said_now)
    return [
      ofClause(
        'nothing-corrected',
        `\`${minute.said_now}\` is what report ${minute.report} said already`,
        'enter what is known otherwise, and nothing else',
      ),
    ]
  const last = before.findLast(
    (one) =>
      one.does === 'correct-report' &&
      one.report === minute.report &&
      one.clause === minute.clause &&
      one.account === minute.account &&
      one.what === minute.what,
  )
  if (last?.does === 'correct-report' && last.said_now === minute.said_now)
    return [
      ofClause(
        'corrected-already',
        `report ${minute.report} was corrected to \`${minute.said_now}\` on \`${last.at}\``,
        'there is nothing to enter',
      ),
    ]
  return []
}
