// What several do only together: it comes about with the last of them, once all will the same.

export interface Joining<T> {
  /** The last will of each who waits for the others; nobody's once it has come about. */
  readonly pending: ReadonlyMap<string, T>
  /** The wills by which it came about, in the order of the holders; null while it has not. */
  readonly together: readonly T[] | null
}

/** With another will of some of the holders, which takes the place of what they willed before. Those who are none count for nothing. */
export function joining<T>(
  holders: readonly string[],
  before: ReadonlyMap<string, T>,
  by: readonly string[],
  will: T,
  isSame: (wills: readonly T[]) => boolean,
): Joining<T> {
  const pending = new Map(before)
  for (const id of by) if (holders.includes(id)) pending.set(id, will)
  const together = [...new Set(holders.flatMap((id) => pending.get(id) ?? []))]
  if (holders.every((id) => pending.has(id)) && isSame(together)) return { pending: new Map(), together }
  return { pending, together: null }
}
