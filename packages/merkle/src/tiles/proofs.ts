// Roots and proofs from tiles alone, reading a number of tiles that grows with the logarithm of the size.
import type { CompactTree } from '../compact.ts'
import {
  consistencyRanges,
  inclusionRanges,
  isCount,
  perfectSubtrees,
  type PerfectSubtree,
  type Range,
} from '../ranges.ts'
import { nodeHash, type Hash } from '../tree.ts'

/**
 * A hash of a tile: number `index` from the left on tile level `level`, the root over 256^`level` leaves.
 * A caller may be asked for up to 128 hashes of one tile at a time, so it keeps the tile it has read
 * (`nodesFromTiles` does).
 */
export type Nodes = (level: number, index: number) => Uint8Array | Promise<Uint8Array>

/** Binary levels between one tile level and the next. */
const TILE_HEIGHT = 8

/** The root at `size`. */
export async function rootAt(hash: Hash, size: number, nodes: Nodes): Promise<Uint8Array> {
  if (!isCount(size)) throw new RangeError(`no tree has ${size} leaves`)
  return size === 0 ? hash(new Uint8Array(0)) : rangeHash(hash, { from: 0, to: size }, nodes)
}

/** The tree of `size` by its peaks, so that a log takes up again without hashing all its leaves. */
export async function compactTreeAt(hash: Hash, size: number, nodes: Nodes): Promise<CompactTree> {
  if (!isCount(size)) throw new RangeError(`no tree has ${size} leaves`)
  const peaks = perfectSubtrees({ from: 0, to: size }).map((subtree) => subtreeHash(hash, subtree, nodes))
  return { size, peaks: await Promise.all(peaks) }
}

/** The proof that the leaf `index` is in the tree of `size`. Throws a RangeError when there is no such leaf. */
export async function inclusionProof(hash: Hash, index: number, size: number, nodes: Nodes): Promise<Uint8Array[]> {
  return Promise.all(inclusionRanges(index, size).map((range) => rangeHash(hash, range, nodes)))
}

/** The proof that the tree of `newSize` begins with that of `oldSize`. Throws a RangeError when it cannot. */
export async function consistencyProof(
  hash: Hash,
  oldSize: number,
  newSize: number,
  nodes: Nodes,
): Promise<Uint8Array[]> {
  return Promise.all(consistencyRanges(oldSize, newSize).map((range) => rangeHash(hash, range, nodes)))
}

async function rangeHash(hash: Hash, range: Range, nodes: Nodes): Promise<Uint8Array> {
  const hashes = await Promise.all(perfectSubtrees(range).map((subtree) => subtreeHash(hash, subtree, nodes)))
  return hashes.reduceRight((right, left) => nodeHash(hash, left, right))
}

async function subtreeHash(hash: Hash, { height, index }: PerfectSubtree, nodes: Nodes): Promise<Uint8Array> {
  const level = Math.floor(height / TILE_HEIGHT)
  const width = 2 ** (height % TILE_HEIGHT)
  let row = await Promise.all(Array.from({ length: width }, (_, at) => nodes(level, index * width + at)))
  while (row.length > 1) {
    row = row.flatMap((left, at) => (at % 2 === 0 ? [nodeHash(hash, left, row[at + 1]!)] : []))
  }
  return row[0]!
}
