// What guarantors may put into the minutes: what they undertook themselves, of the parties they answer for.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute, MinuteOf } from '@trucekeeper/claims'
import { listed, refuserFor, strangers, type MinuteRefusal } from '../refusal.ts'

/** `before`: minutes of what was done by then. */
export function refusedOfGuarantor(
  agreement: Agreement,
  before: readonly Minute[],
  minute: Minute,
): readonly MinuteRefusal[] {
  switch (minute.does) {
    case 'undertaking': {
      const unknown = strangers(agreement, [minute.of, minute.for])
      return unknown.length > 0 ? unknown : refusedUndertaking(agreement, minute)
    }
    case 'pressed': {
      const unknown = strangers(agreement, [minute.of, minute.party])
      if (unknown.length > 0) return unknown
      const undertaken = undertakenIn(before, minute.undertaking)
      if (undertaken === null) return [noUndertaking(minute.undertaking)]
      if (undertaken.of !== minute.of)
        return [
          refuse(
            'pressed-by-another',
            `\`${minute.of}\` did not undertake it`,
            `it is for \`${undertaken.of}\`, who did, to press its party`,
          ),
        ]
      return answers(agreement, minute.of, minute.party)
    }
    case 'outcome': {
      const unknown = strangers(agreement, [minute.of ?? null])
      if (unknown.length > 0) return unknown
      return undertakenIn(before, minute.undertaking) === null ? [noUndertaking(minute.undertaking)] : []
    }
    case 'call': {
      const strange = minute.read_outs.filter(({ of }) => !minute.between.includes(of))
      return [
        ...strangers(agreement, minute.between),
        ...strange.map(({ of }) =>
          refuse('read-out-of-another', `\`${of}\` was not on the call`, `it was between ${listed(minute.between)}`),
        ),
      ]
    }
    default:
      return []
  }
}

const refuse = refuserFor(null)

function refusedUndertaking(agreement: Agreement, minute: MinuteOf<'undertaking'>): readonly MinuteRefusal[] {
  const refusals = minute.for === null ? [] : answers(agreement, minute.of, minute.for)
  if (minute.clause !== null && !agreement.ruled.some(({ id }) => id === minute.clause))
    refusals.push(
      refuse('clause-unknown', `the agreement has no clause \`${minute.clause}\``, 'name a clause by its id, or none'),
    )
  return refusals
}

function answers(agreement: Agreement, guarantor: string, party: string): MinuteRefusal[] {
  const answeredBy = agreement.actors.find(({ id }) => id === party)?.answeredBy ?? null
  if (answeredBy === guarantor) return []
  return [
    refuse(
      'party-of-another',
      `\`${guarantor}\` does not answer for \`${party}\``,
      answeredBy === null ? 'nobody does, by the agreement' : `\`${answeredBy}\` does`,
    ),
  ]
}

function undertakenIn(before: readonly Minute[], id: string): MinuteOf<'undertaking'> | null {
  return before.find((one): one is MinuteOf<'undertaking'> => one.does === 'undertaking' && one.id === id) ?? null
}

const noUndertaking = (id: string): MinuteRefusal =>
  refuse(
    'undertaking-unknown',
    `nothing was undertaken by then as \`${id}\``,
    'enter the undertaking first, and name it by its id',
  )
