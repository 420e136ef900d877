// The watch on listed people, as minutes tell of it.
export {
  listingsOf,
  reportedTravel,
  type Listing,
  type ListingState,
  type ReportedTravel,
  type ToldOfTravel,
} from './listings.ts'
