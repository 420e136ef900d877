// The ground: positions, required depths, who moved and who waits, and what of it may leave the desk.
export { type Account, FRESH_H, type GroundQuestion, SAME_TIME_H } from './believed.ts'
export {
  BAND_POLICY,
  publicGround,
  type BandPolicy,
  type PublicBand,
  type Published,
  type PublicGround,
} from './bands.ts'
export type { Movement } from './movement.ts'
export type { Done, PairSide, PairStatus } from './pairs.ts'
export {
  type Depth,
  type GroundRecord,
  type Line,
  type MeansOfObservation,
  type Pair,
  type Position,
  type PullBackTerms,
  type Site,
  type Wait,
  type WeaponClass,
  type Word,
} from './records.ts'
export type { Redeployment } from './redeployment.ts'
export { seriesOf, type Series, type SeriesPoint } from './series.ts'
export type { GroundProblem, Taken } from './rows.ts'
export { groundStatus, type DepthStatus, type GroundStatus, type PartyStatus, type UnitStatus } from './status.ts'
export {
  DEPTH_COLUMNS,
  POSITION_COLUMNS,
  SITE_COLUMNS,
  takeDepths,
  takePositions,
  takeSites,
  takeWaits,
  WAIT_COLUMNS,
  type GroundNames,
} from './take.ts'
export { termsOf, type DepthRow, type PullBackDuty } from './terms.ts'
export type { Finding } from './unit.ts'
export { weaponsNamed } from './weapon-words.ts'
export type { WordRef } from './words.ts'
