// Information asked of one member by another: what is open, what is late, and who may answer.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute, MinuteOf } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { isDoing, minutesUpTo, type CentreRecord } from '../record.ts'
import { refuserFor, strangers, type MinuteRefusal } from '../refusal.ts'
import { refusedShare, refusedWords } from './caveats.ts'
import { outOfTurn } from './numbers.ts'
import { standingUnder } from './standing.ts'

export interface InformationRequest {
  readonly id: string
  readonly of: string
  readonly to: string
  readonly about: string
  readonly asked_at: string
  readonly due: string | null
  readonly state: 'open' | 'late' | 'answered' | 'refused'
  /** Milliseconds past its time: until now, or until it was answered. */
  readonly late_by_ms: number
  readonly answer: Pick<MinuteOf<'answer-information'>, 'id' | 'at' | 'answer' | 'refused_because'> | null
}

/** In the order of asking. */
export function requestsOf(record: Pick<CentreRecord, 'minutes'>, at: Instant): readonly InformationRequest[] {
  const minutes = minutesUpTo(record, at)
  return minutes
    .filter((minute) => isDoing(minute, 'ask-information'))
    .map(({ id, of, to, about, at: asked, due }) => {
      const given = answerTo(minutes, id, to)
      const until = given ? parseInstant(given.at)! : at
      const late = due === null ? 0 : Math.max(0, until - parseInstant(due)!)
      return {
        id,
        of,
        to,
        about,
        asked_at: asked,
        due,
        state: given ? (given.answer === null ? 'refused' : 'answered') : late > 0 ? 'late' : 'open',
        late_by_ms: late,
        answer: given && { id: given.id, at: given.at, answer: given.answer, refused_because: given.refused_because },
      }
    })
}

/** `before`: minutes of what was done by then. */
export function refusedInExchange(
  agreement: Agreement,
  before: readonly Minute[],
  minute: Minute,
): readonly MinuteRefusal[] {
  if (minute.does === 'share') return refusedShare(agreement, standingUnder(agreement, before), minute)
  if (minute.does === 'ask-information') {
    const unknown = strangers(agreement, [minute.of, minute.to])
    if (unknown.length > 0) return unknown
    const refusals = outOfTurn(before, minute.of, minute.to, minute.number)
    return refusals.length > 0 ? refusals : refusedWords(agreement, standingUnder(agreement, before), minute)
  }
  if (minute.does !== 'answer-information') return refusedWords(agreement, standingUnder(agreement, before), minute)
  const asked = before.find((one) => one.does === 'ask-information' && one.id === minute.request)
  const refuse = refuserFor(null)
  if (asked?.does !== 'ask-information')
    return [
      refuse('request-unknown', `nothing was asked by then as \`${minute.request}\``, 'name the request by its id'),
    ]
  if (asked.to !== minute.of)
    return [refuse('answer-of-another', `\`${minute.of}\` was not asked`, `the answer is for \`${asked.to}\``)]
  if (answerTo(before, asked.id, asked.to) !== null)
    return [
      refuse('answered-already', 'it was answered already', 'take the first answer back with a reason, or ask again'),
    ]
  return refusedWords(agreement, standingUnder(agreement, before), minute)
}

/** The first one by whoever was asked. */
function answerTo(minutes: readonly Minute[], request: string, to: string): MinuteOf<'answer-information'> | null {
  return (
    minutes.find(
      (one): one is MinuteOf<'answer-information'> =>
        one.does === 'answer-information' && one.request === request && one.of === to,
    ) ?? null
  )
}
