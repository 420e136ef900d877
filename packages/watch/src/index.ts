// The watch on listed people: the list of the Security Council, names in three scripts, and what people found.
export { readList, type ListedName, type ListedPerson, type ListRead, type SanctionsList } from './list.ts'
export { possibleMatches, type PossibleMatch, type Reported } from './match.ts'
export { resemblance, type Resemblance } from './names/compare.ts'
export { LISTING_STATES, publicListings, refusedListing, standing, type Listing, type ListingState } from './listing.ts'
