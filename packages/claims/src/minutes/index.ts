// Minutes of the centre: what is done there that is neither a claim nor the use of a power.
export {
  minuteSchema,
  nameMinute,
  namedByMinute,
  takeMinute,
  type Minute,
  type MinuteBody,
  type MinuteOf,
} from './minute.ts'
export { LISTING_STATES } from './watch-minutes.ts'
export { PLACE_PRECISIONS, SHARED_MATTERS, TIME_PRECISIONS } from './exchange-minutes.ts'
