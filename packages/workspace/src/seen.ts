// The entries that somebody sees, with what follows from them; it grows at the cost of what came in.
import type { Agreement } from '@trucekeeper/agreement'
import { Fold, type KnownAt, type LoggedEntry, type Record } from '@trucekeeper/ledger'
import { formatInstant, type Instant } from '@trucekeeper/time'
import {
  arrivalsWith,
  busiestEvening,
  lastReceipt,
  momentsOf,
  NO_ARRIVALS,
  type Arrivals,
  type Moment,
} from './moments.ts'

/**
 * What somebody sees of the entries, in their order. What is handed on should be the same object each time: where all that
 * was seen before comes first again, what follows from it is grown, and otherwise made anew.
 */
export type Sees = (entries: readonly LoggedEntry[]) => readonly LoggedEntry[]

export const everything: Sees = (entries) => entries

export interface RecordSummary {
  readonly entries: number
  readonly first_received_at: string | null
  readonly last_received_at: string | null
  readonly suggested_at: string
  readonly moments: readonly Moment[]
}

export class Seen {
  readonly entries: readonly LoggedEntry[]
  readonly #agreement: Agreement
  readonly #fold: Fold
  readonly #arrivals: Arrivals
  #summary: RecordSummary | null = null

  private constructor(agreement: Agreement, entries: readonly LoggedEntry[], fold: Fold, arrivals: Arrivals) {
    this.#agreement = agreement
    this.entries = entries
    this.#fold = fold
    this.#arrivals = arrivals
  }

  static of(agreement: Agreement, entries: readonly LoggedEntry[]): Seen {
    return new Seen(agreement, [], Fold.EMPTY, NO_ARRIVALS).grown(entries)
  }

  /** The same entries under another text; of entries it shares what does not depend on the text. */
  under(agreement: Agreement): Seen {
    if (agreement === this.#agreement) return this
    const arrivals =
      agreement.zone === this.#agreement.zone ? this.#arrivals : arrivalsWith(NO_ARRIVALS, agreement.zone, this.entries)
    return new Seen(agreement, this.entries, this.#fold, arrivals)
  }

  /** These entries: itself where they are the same ones, and from the beginning only where they do not begin with its own. */
  grown(entries: readonly LoggedEntry[]): Seen {
    const own = this.entries.length
    if (entries.length < own || this.entries.some((logged, at) => logged !== entries[at]))
      return Seen.of(this.#agreement, entries)
    if (entries.length === own) return this
    const more = entries.slice(own)
    const arrivals = arrivalsWith(this.#arrivals, this.#agreement.zone, more)
    return new Seen(this.#agreement, entries, this.#fold.grown(more), arrivals)
  }

  record(knownAt?: KnownAt): Record {
    return this.#fold.record(knownAt)
  }

  /** The receipt of the last entry; null where there is none. */
  get last(): Instant | null {
    return this.#arrivals.last
  }

  /** The receipt of the last entry of a prefix, or the instant asked for; null for all of them. */
  knownInstant(until: KnownAt | undefined): Instant | null {
    if (until === undefined) return null
    if (typeof until === 'number') return until
    return lastReceipt(this.entries.filter(({ index }) => index < until.size))
  }

  summary(): RecordSummary {
    return (this.#summary ??= this.#summed())
  }

  #summed(): RecordSummary {
    const { entries, first, last } = this.#arrivals
    const say = (instant: Instant) => formatInstant(instant, this.#agreement.zone)
    return {
      entries,
      first_received_at: first === null ? null : say(first),
      last_received_at: last === null ? null : say(last),
      suggested_at: say(busiestEvening(this.#agreement, this.#arrivals) ?? last ?? 0),
      moments: momentsOf(this.#agreement, this.#arrivals),
    }
  }
}
