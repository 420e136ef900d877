// What became of a possible match: people say with a reason that it is confirmed or refuted, and until then nothing is public.

export const LISTING_STATES = ['possible', 'confirmed', 'refuted'] as const
export type ListingState = (typeof LISTING_STATES)[number]

/** One record about a claim of travel, in the order in which they came in. */
export interface Listing {
  /** The claim that reports the travel. */
  readonly claim: string
  /** The reference number on the list. */
  readonly reference: string
  readonly state: ListingState
  /** Who says so: a person, never a program. */
  readonly by: string
  readonly reason: string
  readonly at: string
}

/** The refusal of a record, as a sentence; null where it may be made. */
export function refusedListing(before: readonly Listing[], next: Listing): string | null {
  if (next.by.trim() === '' || next.reason.trim() === '') return 'a listing needs a person and a reason'
  const known = standing(before).some(({ claim, reference }) => claim === next.claim && reference === next.reference)
  if (next.state !== 'possible' && !known) return 'only what was found possible can be confirmed or refuted'
  return null
}

/** The last word on each claim and number. */
export function standing(listings: readonly Listing[]): readonly Listing[] {
  const last = new Map(listings.map((listing) => [`${listing.claim} ${listing.reference}`, listing] as const))
  return [...last.values()]
}

/** What may be said in public: what is confirmed, and of everything else not even that it was looked at. */
export function publicListings(listings: readonly Listing[]): readonly Listing[] {
  return standing(listings).filter(({ state }) => state === 'confirmed')
}
