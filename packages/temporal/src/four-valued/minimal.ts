// The least that suffices, out of much that does.

/**
 * A part of `items` that suffices and of which nothing can be left out, for a question that more items never turn from
 * yes to no; of two items that would do, the one that comes first. Null where not even all suffice. Asks about
 * 2 k log(n / k) times for k out of n (Junker, QuickXplain, AAAI 2004).
 */
export function minimal<T>(items: readonly T[], suffices: (items: readonly T[]) => boolean): readonly T[] | null {
  if (suffices([])) return []
  if (!suffices(items)) return null
  return needed([], false, items)

  /** What is needed of `among` beside `given`, which has grown since it was last asked about. */
  function needed(given: readonly T[], grown: boolean, among: readonly T[]): readonly T[] {
    if (grown && suffices(given)) return []
    if (among.length === 1) return among
    const middle = among.length >>> 1
    const [preferred, rest] = [among.slice(0, middle), among.slice(middle)]
    const ofRest = needed([...given, ...preferred], true, rest)
    const ofPreferred = needed([...given, ...ofRest], ofRest.length > 0, preferred)
    return [...ofPreferred, ...ofRest]
  }
}
