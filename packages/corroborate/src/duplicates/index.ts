// Copies and near-copies of documents and passages, and documents about one event.
export {
  EXACT_UP_TO,
  nearPairs,
  nearTies,
  THRESHOLDS,
  type Method,
  type NearPair,
  type Search,
  type Thresholds,
} from './near.ts'
export {
  duplicatesOf,
  sharedPassages,
  type DuplicateGroup,
  type Passage,
  type SharedPassage,
  type TextDocument,
} from './groups.ts'
export { topicsOf, type Topic, type Topics } from './topics.ts'
