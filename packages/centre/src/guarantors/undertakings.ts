// What guarantors undertook, when they pressed their party, what came of it; and what they said they would do.
import type { Agreement } from '@trucekeeper/agreement'
import { nameMinute, type Minute, type MinuteOf, type UndertakingOutcome } from '@trucekeeper/claims'
import { castOf, factOf } from '@trucekeeper/corroborate'
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import type { OutOfOrder } from '../cases/case.ts'
import type { CentreRecord } from '../record.ts'
import { allowedOf } from './allowed.ts'

export interface Undertaking {
  readonly id: string
  readonly of: string
  readonly for: string | null
  readonly to_do: string
  readonly clause: string | null
  readonly undertaken_at: string
  readonly due: string | null
  /** `pressed` once its party was pressed and nothing has come of it; `told_differently` where those who told of it differ. */
  readonly state: 'open' | 'pressed' | 'told_differently' | UndertakingOutcome
  /** Milliseconds past its time while it is open; 0 where it is not late or has no time. */
  readonly late_by_ms: number
  readonly words: { readonly doc: string; readonly quote: string; readonly start: number; readonly end: number }
  readonly pressed: readonly Pick<MinuteOf<'pressed'>, 'id' | 'at' | 'party' | 'channel'>[]
  /** Each that was told; of what one has told of it the last stands. */
  readonly outcomes: readonly ToldOutcome[]
}

export interface ToldOutcome extends Pick<MinuteOf<'outcome'>, 'id' | 'at' | 'outcome' | 'reason' | 'claims'> {
  /** Who says so; null for whoever keeps the minutes. */
  readonly of: string | null
  readonly acts: readonly string[]
}

export interface Undertakings {
  readonly undertakings: readonly Undertaking[]
  /** Of guarantors and calls, what the agreement did not allow when it was done: it has no effect. */
  readonly out_of_order: readonly OutOfOrder[]
}

export function undertakingsOf(agreement: Agreement, record: Pick<CentreRecord, 'minutes'>, at: Instant): Undertakings {
  const { allowed, outOfOrder } = allowedOf(agreement, record, at)
  const undertakings = allowed.flatMap((minute) =>
    minute.does === 'undertaking' ? [standing(minute, allowed, at)] : [],
  )
  return { undertakings, out_of_order: outOfOrder }
}

function standing(minute: MinuteOf<'undertaking'>, allowed: readonly Minute[], at: Instant): Undertaking {
  const { id, of, for: party, to_do, clause, due, doc, quote, start, end } = minute
  const pressed = allowed.flatMap((one) =>
    one.does === 'pressed' && one.undertaking === id
      ? [{ id: one.id, at: one.at, party: one.party, channel: one.channel }]
      : [],
  )
  const outcomes = allowed.flatMap((one): ToldOutcome[] =>
    one.does === 'outcome' && one.undertaking === id
      ? [
          {
            id: one.id,
            of: one.of ?? null,
            at: one.at,
            outcome: one.outcome,
            reason: one.reason,
            claims: one.claims,
            acts: one.acts ?? [],
          },
        ]
      : [],
  )
  const told = toldOf(outcomes)
  return {
    id,
    of,
    for: party,
    to_do,
    clause,
    undertaken_at: minute.at,
    due,
    state: told ?? (pressed.length > 0 ? 'pressed' : 'open'),
    late_by_ms: told !== null || due === null ? 0 : Math.max(0, at - parseInstant(due)!),
    words: { doc, quote, start, end },
    pressed,
    outcomes,
  }
}

/** What the last word of each who told of it comes to: nobody's word overrides another's. */
function toldOf(outcomes: readonly ToldOutcome[]): UndertakingOutcome | 'told_differently' | null {
  const last = new Map(outcomes.map(({ of, outcome }) => [of, outcome]))
  const [first, ...others] = new Set(last.values())
  if (first === undefined) return null
  return others.length > 0 ? 'told_differently' : first
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
