// Reading a ledger: the acknowledged prefix, in order, while someone else may be writing.
import type { Entry } from '@trucekeeper/claims'
import { treeRoot, withLeaf } from '@trucekeeper/merkle'
import { evidenceReader, type EvidenceReader } from './evidence.ts'
import { decodeFrames, type Frame } from './frames.ts'
import { checkpointOf, type Checkpoint } from './head.ts'
import { SEGMENT_ENTRIES, layoutOf, segmentName, segmentOf, type Layout } from './layout.ts'
import { nodeStorage } from './node-storage.ts'
import { given, refused, refusedByStorage, type Result } from './refusal.ts'
import { entryIn, readHead, scanPrefix, type Scan } from './scan.ts'
import { hex, sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

export interface LoggedEntry {
  /** Its place in the record, from 0. */
  readonly index: number
  readonly entry: Entry
}

export interface LedgerReader {
  /** How many entries are acknowledged. */
  readonly size: number
  /**
   * Entries from `from` up to and without `to`, as they were when this was called. Opening proved every byte, so a
   * file that no longer reads is a fault of the machine and is thrown.
   */
  entries(from?: number, to?: number): AsyncIterable<LoggedEntry>
  /** The first `size` entries. Throws a RangeError when there are fewer. */
  readPrefix(size: number): AsyncIterable<LoggedEntry>
  checkpoint(): Checkpoint
  /** The checkpoint that the record had at an earlier size. Throws a RangeError beyond its end. */
  checkpointAt(size: number): Promise<Checkpoint>
  readonly evidence: EvidenceReader
}

/** Opens a ledger for reading: no lock, no writes, the prefix that its head acknowledges now. */
export async function readLedger(
  dir: string,
  { storage = nodeStorage() }: { storage?: Storage } = {},
): Promise<Result<LedgerReader>> {
  const layout = layoutOf(dir)
  try {
    const head = await readHead(storage, layout)
    if (!head.ok) return head
    if (head.value === null) return noLedger(dir)
    const scan = await scanPrefix(storage, layout, head.value)
    return scan.ok ? given(readerOver(storage, layout, () => scan.value)) : scan
  } catch (error) {
    return refusedByStorage(error, 'reading the ledger')
  }
}

export function noLedger(dir: string) {
  return refused('no-ledger', `there is no ledger in \`${dir}\``, 'append something to begin one, or name its folder')
}

/** A reader over whatever has been acknowledged when it is asked. */
export function readerOver(storage: Storage, layout: Layout, now: () => Scan): LedgerReader {
  async function* framesOf(from: number, to: number): AsyncGenerator<Frame & { index: number }> {
    for (let number = segmentOf(from); number * SEGMENT_ENTRIES < to; number++) {
      const first = number * SEGMENT_ENTRIES
      const wanted = Math.min(SEGMENT_ENTRIES, to - first)
      const { frames, broken } = decodeFrames((await storage.read(layout.segment(number))) ?? new Uint8Array(0), wanted)
      if (frames.length < wanted)
        throw new Error(`Lost entry ${first + frames.length} of \`${segmentName(number)}\` while reading: ${broken}.`)
      for (const [at, frame] of frames.entries()) if (first + at >= from) yield { ...frame, index: first + at }
    }
  }

  async function* entries(from: number, to: number): AsyncGenerator<LoggedEntry> {
    for await (const { index, bytes } of framesOf(from, to)) yield { index, entry: entryIn(bytes) }
  }

  function within(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > now().tree.size)
      throw new RangeError(`Asked for a prefix of ${size} of ${now().tree.size} entries.`)
  }

  return {
    get size() {
      return now().tree.size
    },
    entries(from = 0, to = now().tree.size) {
      return entries(Math.max(0, from), Math.min(to, now().tree.size))
    },
    readPrefix(size) {
      within(size)
      return entries(0, size)
    },
    checkpoint() {
      return checkpointOf(now().tree)
    },
    async checkpointAt(size) {
      within(size)
      let tree = now().boundaries[segmentOf(size)]!
      for await (const { hash } of framesOf(tree.size, size)) tree = withLeaf(sha256, tree, hash)
      return { size, root_hash: hex(treeRoot(sha256, tree)) }
    },
    evidence: evidenceReader(storage, layout),
  }
}
