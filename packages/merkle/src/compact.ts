// A tree remembered only by its peaks, so that a log of any length grows and gives its root in little memory.
import { nodeHash, type Hash } from './tree.ts'

/**
 * The perfect subtrees that make up a tree, largest first: one for each 1 in the binary form of `size`.
 * It never changes: an earlier value stays the tree at its own size.
 */
export interface CompactTree {
  /** Leaves so far. */
  readonly size: number
  readonly peaks: readonly Uint8Array[]
}

export const EMPTY_TREE: CompactTree = { size: 0, peaks: [] }

/** The tree with one leaf more. `leaf` is a leaf hash (see `leafHash`), not the entry. */
export function withLeaf(hash: Hash, { size, peaks }: CompactTree, leaf: Uint8Array): CompactTree {
  let last = leaf
  let kept = peaks.length
  // Every trailing 1 of the old size is a peak as large as what has been built, and joins it.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) last = nodeHash(hash, peaks[--kept]!, last)
  return { size: size + 1, peaks: [...peaks.slice(0, kept), last] }
}

/** The RFC 9162 root: the peaks joined from the right. */
export function treeRoot(hash: Hash, { peaks }: CompactTree): Uint8Array {
  const last = peaks.at(-1)
  if (last === undefined) return hash(new Uint8Array(0))
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(hash, left, right), last)
}
