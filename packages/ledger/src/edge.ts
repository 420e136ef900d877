// The right edge of the tree: the tiles that are not full yet, from which it grows and whose root it has.
import { EMPTY_TREE, rootOf, treeRoot, withLeaf, type CompactTree } from '@trucekeeper/merkle'
import { BUNDLE_ENTRIES, HASH_BYTES, type Layout } from './layout.ts'
import { sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

export interface Edge {
  readonly tree: CompactTree
  /** For each level of tiles the hashes in its last tile, fewer than fill it. */
  readonly tails: readonly (readonly Uint8Array[])[]
}

export const NO_EDGE: Edge = { tree: EMPTY_TREE, tails: [] }

/** Hashes that one tile grows by, from a place in it on. */
export interface TileGrowth {
  readonly level: number
  readonly number: number
  readonly at: number
  readonly hashes: readonly Uint8Array[]
}

/** The edge after more leaf hashes, and what each tile grows by on the way. */
export function grown(edge: Edge, leaves: readonly Uint8Array[]): { edge: Edge; growth: readonly TileGrowth[] } {
  let { tree } = edge
  const growth: TileGrowth[] = []
  const tails: (readonly Uint8Array[])[] = []
  let coming = leaves
  let tall = edge.tree.size
  for (let level = 0; coming.length > 0 || level < edge.tails.length; level++) {
    const full: Uint8Array[] = []
    let tail = [...(edge.tails[level] ?? [])]
    let number = Math.floor(tall / BUNDLE_ENTRIES)
    let at = tail.length
    let hashes: Uint8Array[] = []
    for (const hash of coming) {
      tail.push(hash)
      hashes.push(hash)
      if (tail.length < BUNDLE_ENTRIES) continue
      growth.push({ level, number, at, hashes })
      full.push(rootOf(sha256, tail))
      ;[tail, hashes, at] = [[], [], 0]
      number++
    }
    if (hashes.length > 0) growth.push({ level, number, at, hashes })
    tails.push(tail)
    coming = full
    tall = Math.floor(tall / BUNDLE_ENTRIES)
  }
  for (const leaf of leaves) tree = withLeaf(sha256, tree, leaf)
  return { edge: { tree, tails: withoutEmptyEnd(tails) }, growth }
}

function withoutEmptyEnd(tails: (readonly Uint8Array[])[]): (readonly Uint8Array[])[] {
  let end = tails.length
  while (end > 0 && tails[end - 1]!.length === 0) end--
  return tails.slice(0, end)
}

/** The edge as the tiles on disk have it, at a size that they reach; null where they hold less. */
export async function edgeOnDisk(storage: Storage, layout: Layout, size: number): Promise<Edge | null> {
  const tails: Uint8Array[][] = []
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / BUNDLE_ENTRIES)) {
    const width = count % BUNDLE_ENTRIES
    const bytes =
      width === 0
        ? new Uint8Array(0)
        : await storage.read(layout.tile(level, Math.floor(count / BUNDLE_ENTRIES)), 0, width * HASH_BYTES)
    if (bytes === null || bytes.length < width * HASH_BYTES) return null
    tails.push(hashesIn(bytes))
  }
  const peaks = tails.toReversed().flatMap(peaksOf)
  return { tree: { size, peaks }, tails }
}

/** The perfect subtrees over the hashes of a tail, largest first. */
function peaksOf(hashes: readonly Uint8Array[]): Uint8Array[] {
  const peaks: Uint8Array[] = []
  let from = 0
  for (let width = BUNDLE_ENTRIES / 2; width >= 1; width /= 2) {
    if ((hashes.length & width) === 0) continue
    peaks.push(rootOf(sha256, hashes.slice(from, from + width)))
    from += width
  }
  return peaks
}

/** Whole hashes only; what is left of a torn one is none. */
export function hashesIn(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.floor(bytes.length / HASH_BYTES) }, (_, at) =>
    bytes.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  )
}

export function rootOfEdge({ tree }: Edge): Uint8Array {
  return treeRoot(sha256, tree)
}
