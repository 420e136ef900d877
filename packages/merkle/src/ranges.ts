// Which stretches of leaves a proof is made of, and how one stretch falls into perfect subtrees.

/** Leaves `from` up to, not including, `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The largest power of two below the width, as RFC 9162 splits a tree: in plain numbers, for 2^53 leaves. */
function middle({ from, to }: Range): number {
  let width = 1
  while (width * 2 < to - from) width *= 2
  return from + width
}

/** The siblings on the way from the leaf at `index` up to the root: the inclusion proof, in its order. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  }
  const ranges: Range[] = []
  let range = { from: 0, to: size }
  while (range.to - range.from > 1) {
    const at = middle(range)
    const [left, right] = [
      { from: range.from, to: at },
      { from: at, to: range.to },
    ]
    ranges.push(index < at ? right : left)
    range = index < at ? left : right
  }
  return ranges.toReversed()
}

/** The nodes that prove the tree of `newSize` to begin with that of `oldSize`, in their order. None from 0 or to itself. */
export function consistencyRanges(oldSize: number, newSize: number): Range[] {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) {
    throw new RangeError(`a tree of ${newSize} does not continue one of ${oldSize}`)
  }
  if (oldSize === 0 || oldSize === newSize) return []
  const ranges: Range[] = []
  let range = { from: 0, to: newSize }
  while (range.to !== oldSize) {
    const at = middle(range)
    const [left, right] = [
      { from: range.from, to: at },
      { from: at, to: range.to },
    ]
    ranges.push(oldSize <= at ? right : left)
    range = oldSize <= at ? left : right
  }
  // Left of everything, the rest is the old tree itself, whose root the verifier has.
  if (range.from !== 0) ranges.push(range)
  return ranges.toReversed()
}

/** A subtree with 2^`height` leaves; `index` counts those of its height from the left. */
export interface PerfectSubtree {
  readonly height: number
  readonly index: number
}

/** The perfect subtrees of a range that begins at one, largest first: joined from the right they give its hash. */
export function perfectSubtrees({ from, to }: Range): PerfectSubtree[] {
  const subtrees: PerfectSubtree[] = []
  let at = from
  while (at < to) {
    let height = 0
    let width = 1
    while (width * 2 <= to - at) [height, width] = [height + 1, width * 2]
    subtrees.push({ height, index: at / width })
    at += width
  }
  return subtrees
}

export const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0
