// The exchange of information as it stands: what was asked and shared, what may be passed on to whom, and the log of it.
import type { Agreement } from '@trucekeeper/agreement'
import type { MinuteOf } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { minutesUpTo, type CentreRecord } from '../record.ts'
import { rowsOf, type ExchangeRow } from './numbers.ts'
import { placePrecision, timePrecision, type PlacePrecision, type TimePrecision } from './precision.ts'
import { requestsOf, type InformationRequest } from './requests.ts'
import { sortedOut, type AgainstCaveat } from './standing.ts'

export interface SharedInformation extends Omit<MinuteOf<'share'>, 'does' | 'at'> {
  readonly shared_at: string
  readonly precision: { readonly place: PlacePrecision; readonly time: TimePrecision }
  /** Whether those who were told may still pass it on to anybody. */
  readonly state: 'stands' | 'run_out'
}

/** What one member was told by others, and to whom who does not know it yet it may pass it on now. */
export interface Given {
  readonly member: string
  readonly told: readonly {
    readonly share: string
    readonly of: string
    readonly at: string
    readonly may_tell: readonly string[]
  }[]
}

export interface LogLine {
  /** The id under which a receipt of the record proves it. */
  readonly id: string
  readonly at: string
  readonly does: 'ask-information' | 'answer-information' | 'share'
  readonly of: string
  readonly to: readonly { readonly member: string; readonly number: number | null }[]
}

export interface Exchange {
  readonly requests: readonly InformationRequest[]
  readonly shares: readonly SharedInformation[]
  readonly given: readonly Given[]
  /** What somebody passed on that they might not; it gives nobody anything to pass on. */
  readonly against_caveats: readonly AgainstCaveat[]
  readonly rows: readonly ExchangeRow[]
  readonly log: readonly LogLine[]
}

/** Everything in the order of doing. */
export function exchangeOf(agreement: Agreement, record: Pick<CentreRecord, 'minutes'>, at: Instant): Exchange {
  const minutes = minutesUpTo(record, at)
  const { standing, against } = sortedOut(agreement, minutes)
  const shares = standing.flatMap((minute): SharedInformation[] => {
    if (minute.does !== 'share') return []
    const { does: _, at: shared, ...rest } = minute
    const precision = { place: placePrecision(minute), time: timePrecision(minute) }
    return [{ ...rest, shared_at: shared, precision, state: hasRunOut(minute, at) ? 'run_out' : 'stands' }]
  })
  const requests = requestsOf(record, at)
  return {
    requests,
    shares,
    given: givenIn(agreement, shares),
    against_caveats: against,
    rows: rowsOf(minutes),
    log: minutes.flatMap((minute): LogLine[] => {
      const { id, at: done } = minute
      if (minute.does === 'share') return [{ id, at: done, does: minute.does, of: minute.of, to: minute.to }]
      if (minute.does === 'ask-information') {
        const to = [{ member: minute.to, number: minute.number ?? null }]
        return [{ id, at: done, does: minute.does, of: minute.of, to }]
      }
      if (minute.does !== 'answer-information') return []
      const asked = requests.find((one) => one.id === minute.request)
      const to = asked ? [{ member: asked.of, number: null }] : []
      return [{ id, at: done, does: minute.does, of: minute.of, to }]
    }),
  }
}

function hasRunOut({ caveats: { until } }: Pick<MinuteOf<'share'>, 'caveats'>, at: Instant): boolean {
  return until !== null && at > parseInstant(until)!
}

function givenIn({ actors }: Agreement, shares: readonly SharedInformation[]): readonly Given[] {
  return actors.flatMap(({ id }): Given[] => {
    const own = shares.filter(({ to }) => to.some(({ member }) => member === id))
    if (own.length === 0) return []
    const told = own.map((share) => {
      const knowing = knowingOf(share, shares)
      const may = share.state === 'run_out' ? [] : share.caveats.pass_to.filter((member) => !knowing.has(member))
      return { share: share.id, of: share.of, at: share.shared_at, may_tell: may }
    })
    return [{ member: id, told }]
  })
}

/** Whoever said it, and all who were told, by whomever. */
function knowingOf(share: SharedInformation, shares: readonly SharedInformation[]): ReadonlySet<string> {
  const first = firstOf(share, shares)
  return new Set(
    shares.flatMap((one) => (firstOf(one, shares) === first ? [one.of, ...one.to.map(({ member }) => member)] : [])),
  )
}

function firstOf(share: SharedInformation, shares: readonly SharedInformation[]): string {
  const before = share.passes_on === null ? null : shares.find(({ id }) => id === share.passes_on)
  return before ? firstOf(before, shares) : share.id
}
