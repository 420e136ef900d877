// Makes entries part of the record: on disk, read back, and only then acknowledged by the head.
import { withLeaf, type CompactTree } from '@trucekeeper/merkle'
import type { Admitted } from './admit.ts'
import { frameLength, frameOf } from './frames.ts'
import { checkpointOf, headBytes, headReplacement, sameBytes } from './head.ts'
import { SEGMENT_ENTRIES, segmentOf, type Layout } from './layout.ts'
import { refused, refusedByStorage, type LedgerRefusal } from './refusal.ts'
import type { Scan } from './scan.ts'
import { sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

interface Grown {
  readonly tree: CompactTree
  /** Those crossed by the new entries. */
  readonly boundaries: readonly CompactTree[]
  readonly lastLength: number
}

interface Failure {
  readonly ok: false
  readonly refusal: LedgerRefusal
  /** Whether nothing may be written any more until someone has looked. */
  readonly stops: boolean
}

export type Committed = ({ readonly ok: true } & Grown) | Failure

/** Bytes that go to one segment, from where its acknowledged part ends. */
interface Piece {
  readonly path: string
  readonly at: number
  readonly bytes: Uint8Array
}

/** Writes entries after those that `scan` knows. The steps and their order are those of `DESIGN.md`. */
export async function commit(
  storage: Storage,
  layout: Layout,
  scan: Scan,
  fresh: Admitted['fresh'],
): Promise<Committed> {
  const pieces = piecesOf(layout, scan, fresh)
  const grown = grownBy(scan, fresh)
  const head = headReplacement(storage, layout, checkpointOf(grown.tree))
  const undo = () => takeBack(storage, pieces)
  const failure =
    (await headMoved(storage, layout, scan)) ??
    (await inOrder(pieces, ({ path, at, bytes }) => undoable(() => storage.extend(path, at, bytes), undo))) ??
    (await inOrder(pieces, ({ path }) => final(() => storage.sync(path)))) ??
    (pieces.some(({ at }) => at === 0) ? await final(() => storage.syncFolder(layout.entries)) : null) ??
    (await inOrder(pieces, (piece) => readBack(storage, piece))) ??
    (await undoable(head.write, undo)) ??
    (await final(head.sync)) ??
    (await final(head.rename)) ??
    (await final(head.settle))
  return failure ?? { ok: true, ...grown }
}

async function inOrder(pieces: readonly Piece[], step: (piece: Piece) => Promise<Failure | null>) {
  for (const piece of pieces) {
    const failure = await step(piece)
    if (failure) return failure
  }
  return null
}

/** The head on disk must be the one this writer wrote last: the comparison behind the lock. */
async function headMoved(storage: Storage, layout: Layout, { tree }: Scan): Promise<Failure | null> {
  try {
    const held = await storage.read(layout.head)
    return held !== null && sameBytes(held, headBytes(checkpointOf(tree))) ? null : HEAD_MOVED
  } catch (error) {
    return { ...refusedByStorage(error, 'reading the head'), stops: false }
  }
}

async function readBack(storage: Storage, { path, at, bytes }: Piece): Promise<Failure | null> {
  try {
    const read = await storage.read(path, at, at + bytes.length)
    return read !== null && sameBytes(read, bytes) ? null : READ_BACK_DIFFERS
  } catch (error) {
    return { ...refusedByStorage(error, 'reading back the entries'), stops: true }
  }
}

/** A write, which can be taken back as long as the head does not name it. */
async function undoable(work: () => Promise<void>, undo: () => Promise<void>): Promise<Failure | null> {
  try {
    await work()
    return null
  } catch (error) {
    const result = refusedByStorage(error, 'writing the entries')
    try {
      await undo()
    } catch {
      return { ...result, stops: true }
    }
    return { ...result, stops: false }
  }
}

async function takeBack(storage: Storage, pieces: readonly Piece[]): Promise<void> {
  for (const { path, at } of pieces) await (at === 0 ? storage.remove(path) : storage.truncate(path, at))
}

/**
 * A sync or the rename. It is never tried again: by then the system may have dropped the very bytes that it could
 * not write, and a second sync would report success.
 */
async function final(work: () => Promise<void>): Promise<Failure | null> {
  try {
    await work()
    return null
  } catch (error) {
    const { message } = refusedByStorage(error, 'making the entries safe on disk').refusal
    return { ...refused('sync-failed', message, 'see to the disk, then start again'), stops: true }
  }
}

function piecesOf(layout: Layout, { lastLength, tree }: Scan, fresh: Admitted['fresh']): Piece[] {
  const bySegment = Map.groupBy(fresh, ({ index }) => segmentOf(index))
  return [...bySegment].map(([number, leaves]) => ({
    path: layout.segment(number),
    at: number === segmentOf(tree.size) ? lastLength : 0,
    bytes: Buffer.concat(leaves.map(frameOf)),
  }))
}

function grownBy(scan: Scan, fresh: Admitted['fresh']): Grown {
  const boundaries: CompactTree[] = []
  let { tree, lastLength } = scan
  for (const leaf of fresh) {
    tree = withLeaf(sha256, tree, leaf.hash)
    lastLength += frameLength(leaf)
    if (tree.size % SEGMENT_ENTRIES !== 0) continue
    boundaries.push(tree)
    lastLength = 0
  }
  return { tree, boundaries, lastLength }
}

const HEAD_MOVED: Failure = {
  ...refused(
    'head-moved',
    'the head on disk is not the one this process wrote last',
    'another writer or a restored backup changed it: stop both, run `truce ledger fsck`, then start one',
  ),
  stops: true,
}

const READ_BACK_DIFFERS: Failure = {
  ...refused(
    'read-back-differs',
    'what was read back from disk is not what was written',
    'the disk or the memory is failing: move the ledger to another machine',
  ),
  stops: true,
}
