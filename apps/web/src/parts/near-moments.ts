// Of the instants worth looking at those that are near the one shown: a record of a year has hundreds.

/** The field beside them goes to any instant. */
const MOST_MOMENTS = 24

/** In the order given, all of them where there are few. */
export function nearestOf<T extends { readonly at: string }>(moments: readonly T[], at: string): readonly T[] {
  if (moments.length <= MOST_MOMENTS) return moments
  const away = (moment: T) => Math.abs(Date.parse(moment.at) - Date.parse(at))
  const near = new Set(moments.toSorted((a, b) => away(a) - away(b)).slice(0, MOST_MOMENTS))
  return moments.filter((moment) => near.has(moment))
}
