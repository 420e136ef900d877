// What was found out about reported travel of listed people, and which reports tell of such travel.
import { stanceOf, type Claim, type Minute, type MinuteOf } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { isDoing, minutesUpTo, type CentreRecord } from '../record.ts'

export type ListingState = MinuteOf<'listing'>['state']

/** What stands of one report and one number on the list. */
export interface Listing {
  readonly claim: string
  readonly reference: string
  readonly state: ListingState
  readonly list_date: string
  /** What the comparison of names rests on. */
  readonly grounds: readonly string[]
  /** Who said what about it, in their order; the last word stands. */
  readonly words: readonly {
    readonly minute: string
    readonly state: ListingState
    readonly of: string
    readonly reason: string
    readonly at: string
  }[]
}

export type ToldOfTravel = 'told' | 'denied' | 'not_confirmed'

/** A report that somebody under sanctions travelled, or did what they may not. */
export interface ReportedTravel {
  readonly claim: Claim
  readonly how: ToldOfTravel
  readonly listings: readonly Listing[]
}

export function listingsOf(record: Pick<CentreRecord, 'minutes'>, at: Instant): readonly Listing[] {
  const said = inOrder(minutesUpTo(record, at))
  return [...Map.groupBy(said, keyOf).values()].map((words) => {
    const last = words.at(-1)!
    const proposed = words.findLast(({ state }) => state === 'possible') ?? last
    return {
      claim: last.claims[0],
      reference: last.reference,
      state: last.state,
      list_date: last.list_date,
      grounds: proposed.grounds,
      words: words.map(({ id, state, of, reason, at: when }) => ({ minute: id, state, of, reason, at: when })),
    }
  })
}

/**
 * Reports of breaches of sanctions, with what was found out about who was meant, in the order of their ids. `openly`: only what is
 * confirmed, and of everything else not even that it was looked at.
 */
export function reportedTravel(record: CentreRecord, at: Instant, openly: boolean): readonly ReportedTravel[] {
  const known = listingsOf(record, at).filter(({ state }) => !openly || state === 'confirmed')
  const listings = Map.groupBy(known, ({ claim }) => claim)
  return record.claims
    .filter(({ id, kind }) => listings.has(id) || (kind === 'sanctions_violation' && !openly))
    .map((claim) => ({ claim, how: howOf(claim), listings: listings.get(claim.id) ?? [] }))
}

function howOf(claim: Claim): ToldOfTravel {
  const stance = stanceOf(claim)
  if (stance === 'denies' || stance === 'counter_claims') return 'denied'
  return stance === 'cannot_confirm' || stance === 'no_comment' ? 'not_confirmed' : 'told'
}

/** The last word on one report and one number, and who noted that somebody may be meant. */
export function standingListing(
  before: readonly Minute[],
  claim: string,
  reference: string,
): { readonly last: MinuteOf<'listing'>; readonly proposedBy: string | null } | null {
  const said = inOrder(before).filter((one) => one.claims[0] === claim && one.reference === reference)
  const last = said.at(-1)
  return last ? { last, proposedBy: said.findLast(({ state }) => state === 'possible')?.of ?? null } : null
}

/** Of one instant, that somebody may be meant comes first: the rest is said about it. */
function inOrder(minutes: readonly Minute[]): readonly MinuteOf<'listing'>[] {
  const rank = ({ state }: MinuteOf<'listing'>) => (state === 'possible' ? 0 : 1)
  return minutes
    .filter((one) => isDoing(one, 'listing'))
    .map((one) => ({ one, at: parseInstant(one.at)! }))
    .toSorted((a, b) => a.at - b.at || rank(a.one) - rank(b.one))
    .map(({ one }) => one)
}

const keyOf = (one: MinuteOf<'listing'>) => `${one.claims[0]} ${one.reference}`
