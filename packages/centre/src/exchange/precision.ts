// How exactly a share gives its place and its time, and which of two is finer.
import { PLACE_PRECISIONS, TIME_PRECISIONS, type MinuteOf } from '@trucekeeper/claims'

export type PlacePrecision = (typeof PLACE_PRECISIONS)[number]
export type TimePrecision = (typeof TIME_PRECISIONS)[number]

export function placePrecision({ place }: Pick<MinuteOf<'share'>, 'place'>): PlacePrecision {
  if (place === null) return 'none'
  if ('governorate' in place) return 'governorate'
  if ('district' in place) return 'district'
  return place.cell.length === 4 ? 'cell_4' : 'cell_5'
}

export function timePrecision({ time }: Pick<MinuteOf<'share'>, 'time'>): TimePrecision {
  if (time === null) return 'none'
  return time.length === 7 ? 'month' : time.length === 10 ? 'day' : 'hour'
}

export const finerPlace = (one: PlacePrecision, other: PlacePrecision): boolean =>
  PLACE_PRECISIONS.indexOf(one) > PLACE_PRECISIONS.indexOf(other)

export const finerTime = (one: TimePrecision, other: TimePrecision): boolean =>
  TIME_PRECISIONS.indexOf(one) > TIME_PRECISIONS.indexOf(other)
