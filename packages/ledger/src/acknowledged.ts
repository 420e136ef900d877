// Reads what a head acknowledges without reading all of it: the edge of the tree, proved against the head's root.
import { decodeBundle, type Decoded } from './bundles.ts'
import type { Acknowledged } from './commit.ts'
import { edgeOnDisk } from './edge.ts'
import { checkpointOf, sameBytes, type Head } from './head.ts'
import { BUNDLE_ENTRIES, bundleOf, type Layout, told } from './layout.ts'
import { given, refused, type Result } from './refusal.ts'
import type { Storage } from './storage.ts'

const RESTORE = 'run `truce ledger fsck` to see all of it, and restore the folder from a backup'

/**
 * The acknowledged part at a head. The tiles' edge has the head's root, and the entries of the last bundle are those
 * of its tile; the bundles before are proved when they are read, and all of them by `fsck`.
 */
export async function acknowledgedAt(storage: Storage, layout: Layout, head: Head): Promise<Result<Acknowledged>> {
  const edge = await edgeOnDisk(storage, layout, head.size)
  if (edge === null)
    return refused('damaged', `${head.size} entries were acknowledged and the tiles hold fewer`, RESTORE)
  const { root_hash } = checkpointOf(edge)
  if (root_hash !== head.root_hash)
    return refused('damaged', `the ${head.size} entries have the root \`${root_hash}\`, not that of the head`, RESTORE)
  const last = await lastBundle(storage, layout, head.size)
  const hashes = edge.tails[0] ?? []
  const bad = hashes.findIndex((hash, at) => !last.leaves[at] || !sameBytes(last.leaves[at].hash, hash))
  if (bad < 0) return given({ head, edge, lastLength: last.end })
  const path = told(layout, layout.bundle(bundleOf(head.size)))
  return refused(
    'damaged',
    `entry ${head.size - hashes.length + bad} was acknowledged and cannot be read: ${last.broken ?? 'it is not what was acknowledged'} (\`${path}\`)`,
    RESTORE,
  )
}

async function lastBundle(storage: Storage, layout: Layout, size: number): Promise<Decoded> {
  const width = size % BUNDLE_ENTRIES
  if (width === 0) return { leaves: [], end: 0, broken: null }
  const bytes = (await storage.read(layout.bundle(bundleOf(size)))) ?? new Uint8Array(0)
  return decodeBundle(bytes, width)
}
