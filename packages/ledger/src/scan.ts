// Reads the acknowledged part of a ledger and proves it against the head.
import type { Entry } from '@trucekeeper/claims'
import { EMPTY_TREE, withLeaf, type CompactTree } from '@trucekeeper/merkle'
import { decodeFrames } from './frames.ts'
import { checkpointOf, parseHead, type Checkpoint } from './head.ts'
import { SEGMENT_ENTRIES, segmentName, segmentOf, type Layout } from './layout.ts'
import { given, refused, type Result } from './refusal.ts'
import { sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

export interface Known {
  readonly index: number
  readonly type: Entry['type']
}

/** What is kept in memory of the acknowledged entries. */
export interface Scan {
  readonly tree: CompactTree
  /** The tree at the beginning of each segment, from which the root of any prefix is near. */
  readonly boundaries: readonly CompactTree[]
  /** Each body id with its place. */
  readonly ids: ReadonlyMap<string, Known>
  /** Bytes acknowledged in the segment to which the next entry goes. */
  readonly lastLength: number
}

export const NOTHING_SCANNED: Scan = { tree: EMPTY_TREE, boundaries: [EMPTY_TREE], ids: new Map(), lastLength: 0 }

const RESTORE = 'run `truce ledger fsck` to see all of it, and restore the folder from a backup'

export async function readHead(storage: Storage, layout: Layout): Promise<Result<Checkpoint | null>> {
  const bytes = await storage.read(layout.head)
  if (bytes === null) return given(null)
  const head = parseHead(bytes)
  return head ? given(head) : refused('damaged', 'the file `head` is not as it was written', RESTORE)
}

/** Every entry that `head` acknowledges, or where the files do not agree with it. */
export async function scanPrefix(storage: Storage, layout: Layout, head: Checkpoint): Promise<Result<Scan>> {
  const ids = new Map<string, Known>()
  const boundaries: CompactTree[] = [EMPTY_TREE]
  let tree = EMPTY_TREE
  let lastLength = 0
  while (tree.size < head.size) {
    const number = segmentOf(tree.size)
    const bytes = await storage.read(layout.segment(number))
    const wanted = Math.min(SEGMENT_ENTRIES, head.size - tree.size)
    const { frames, end, broken } = decodeFrames(bytes ?? new Uint8Array(0), wanted)
    if (frames.length < wanted)
      return refused(
        'damaged',
        `entry ${tree.size + frames.length} was acknowledged and cannot be read: ${broken ?? 'the file ends before it'} (\`${segmentName(number)}\`, byte ${end})`,
        RESTORE,
      )
    for (const frame of frames) {
      const entry = entryIn(frame.bytes)
      ids.set(entry.body.id, { index: tree.size, type: entry.type })
      tree = withLeaf(sha256, tree, frame.hash)
    }
    lastLength = wanted === SEGMENT_ENTRIES ? 0 : end
    if (wanted === SEGMENT_ENTRIES) boundaries.push(tree)
  }
  const { root_hash } = checkpointOf(tree)
  if (root_hash !== head.root_hash)
    return refused('damaged', `the ${head.size} entries have the root \`${root_hash}\`, not that of the head`, RESTORE)
  return given({ tree, boundaries, ids, lastLength })
}

/** The entry in bytes that were checked before they were written. */
export function entryIn(bytes: Uint8Array): Entry {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')) as Entry
}
