// Convoys: journeys, waits, loads, tracks, and the book that keeps all consignments up to date.
export { contradictionsOf, type Contradiction, type Milestone } from './journey.ts'
export { waitsOf, type Wait } from './waiting.ts'
export { itemLines, type Comparison, type ItemLine } from './load.ts'
export { publishedTrack, trackFindings, type Kept, type PublishedPoint, type TrackFinding } from './track.ts'
export {
  consignmentStatus,
  type ConsignmentRows,
  type ConsignmentStatus,
  type Lines,
  type Reached,
  type StatusWord,
} from './consignment.ts'
export { Convoys } from './convoys.ts'
