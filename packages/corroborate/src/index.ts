// From claims to incidents: who means whom, what counts, what belongs together, and how many that makes.
export { counts, independentSources, weighty, type AccountPolicy } from './account.ts'
export { castOf, fold, type Cast, type CastMember } from './cast.ts'
export { factOf, factsOf, hadHappened, type Fact } from './facts.ts'
export { tellsOfOne } from './happening.ts'
export { protectedIn, protectedNamed, type ProtectedKind } from './protected.ts'
export { RuledIncidents } from './ruled.ts'
export { earliestFirst, Incidents, incidentsOf, type Incident, type Regrouped } from './incidents.ts'
export { clipped, scopeOf, type ClauseScope, type Scope } from './scope.ts'
export { alleged, atLeast, fewest, type Alleged, type Counted } from './tally.ts'
export { pointInZone, type ScopeMap, type ScopeZone } from './whereabouts.ts'
export {
  duplicatesOf,
  EXACT_UP_TO,
  nearPairs,
  sharedPassages,
  THRESHOLDS,
  topicsOf,
  type DuplicateGroup,
  type Method,
  type NearPair,
  type Passage,
  type SharedPassage,
  type TextDocument,
  type Thresholds,
  type Topic,
  type Topics,
} from './duplicates/index.ts'
export {
  mattersOf,
  mentionGroups,
  rootSources,
  withRulings,
  type Conflict,
  type ConflictType,
  type Ruled,
  type JoinReason,
  type KeptApart,
  type Matter,
  type MatterOptions,
  type Matters,
  type Mention,
  type PartReason,
  type RootSource,
} from './matters/index.ts'
