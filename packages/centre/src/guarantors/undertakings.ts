// What guarantors undertook, when they pressed their party, what came of it; and what they said they would do.
import type { Agreement } from '@trucekeeper/agreement'
import { nameMinute, type MinuteOf, type UndertakingOutcome } from '@trucekeeper/claims'
import { castOf, factOf } from '@trucekeeper/corroborate'
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import { isDoing, minutesUpTo, type CentreRecord } from '../record.ts'

export interface Undertaking {
  readonly id: string
  readonly of: string
  readonly for: string | null
  readonly to_do: string
  readonly clause: string | null
  readonly due: string | null
  /** `pressed` once its party was pressed and nothing has come of it; then what came of it last. */
  readonly state: 'open' | 'pressed' | UndertakingOutcome
  /** Milliseconds past its time while it is open; 0 where it is not late or has no time. */
  readonly late_by_ms: number
  readonly words: { readonly doc: string; readonly quote: string; readonly start: number; readonly end: number }
  readonly pressed: readonly Pick<MinuteOf<'pressed'>, 'at' | 'party' | 'channel'>[]
  /** Each that was told, the last one stands. */
  readonly outcomes: readonly Pick<MinuteOf<'outcome'>, 'at' | 'outcome' | 'reason' | 'claims'>[]
}

export function undertakingsOf(record: Pick<CentreRecord, 'minutes'>, at: Instant): readonly Undertaking[] {
  const minutes = minutesUpTo(record, at)
  return minutes
    .filter((minute) => isDoing(minute, 'undertaking'))
    .map(({ id, of, for: party, to_do, clause, due, doc, quote, start, end }) => {
      const pressed = minutes.flatMap((one) =>
        one.does === 'pressed' && one.undertaking === id && one.of === of
          ? [{ at: one.at, party: one.party, channel: one.channel }]
          : [],
      )
      const outcomes = minutes.flatMap((one) =>
        one.does === 'outcome' && one.undertaking === id
          ? [{ at: one.at, outcome: one.outcome, reason: one.reason, claims: one.claims }]
          : [],
      )
      const last = outcomes.at(-1)
      return {
        id,
        of,
        for: party,
        to_do,
        clause,
        due,
        state: last?.outcome ?? (pressed.length > 0 ? 'pressed' : 'open'),
        late_by_ms: last || due === null ? 0 : Math.max(0, at - parseInstant(due)!),
        words: { doc, quote, start, end },
        pressed,
        outcomes,
      }
    })
}

/** Words in which somebody of the agreement says what it will do, as undertakings to be confirmed; those entered are left out. */
export function proposedUndertakings(
  agreement: Agreement,
  record: CentreRecord,
  at: Instant,
): MinuteOf<'undertaking'>[] {
  const cast = castOf(agreement.actors)
  const entered = new Set(record.minutes.flatMap((one) => (one.does === 'undertaking' ? [placeOf(one)] : [])))
  return record.claims.flatMap((claim) => {
    if (claim.modality !== 'planned' || claim.negated) return []
    const { speaker, when, said, doers } = factOf(claim, cast, agreement.zone)
    const actor = agreement.actors.find(({ id }) => id === speaker)
    if (!actor || said.from > at) return []
    const party = agreement.actors.find(({ id, answeredBy }) => answeredBy === actor.id && doers.includes(id))
    const { doc, quote, start, end } = claim
    const body: Omit<MinuteOf<'undertaking'>, 'id'> = {
      does: 'undertaking',
      at: formatInstant(said.from, agreement.zone),
      of: actor.id,
      for: party?.id ?? null,
      to_do: quote,
      clause: null,
      due: claim.date === null ? null : formatInstant(when.to, agreement.zone),
      doc,
      quote,
      start,
      end,
    }
    return entered.has(placeOf(body)) ? [] : [nameMinute(body)]
  })
}

function placeOf({ of, doc, start, end }: Pick<MinuteOf<'undertaking'>, 'of' | 'doc' | 'start' | 'end'>): string {
  return JSON.stringify([of, doc, start, end])
}
