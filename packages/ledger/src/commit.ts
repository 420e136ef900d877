// Makes entries part of the record: on disk, read back, recomputed, signed, and only then acknowledged by the head.
import { bundled, bundledLength } from '@trucekeeper/merkle'
import { decodeBundle, type Leaf } from './bundles.ts'
import { edgeOnDisk, grown, type Edge, type TileGrowth } from './edge.ts'
import { checkpointOf, READ_BACK_DIFFERS, replacement, sameBytes, signHead, type Head } from './head.ts'
import { BUNDLE_ENTRIES, bundleOf, foldersAbove, HASH_BYTES, type Layout } from './layout.ts'
import { refused, refusedByStorage, type LedgerRefusal } from './refusal.ts'
import type { LogKeys } from './log-keys.ts'
import type { Storage } from './storage.ts'

/** What is known of the acknowledged part when the next batch comes. */
export interface Acknowledged {
  readonly head: Head
  readonly edge: Edge
  /** Bytes acknowledged in the bundle to which the next entry goes. */
  readonly lastLength: number
}

interface Failure {
  readonly ok: false
  readonly refusal: LedgerRefusal
  /** Whether nothing may be written any more until someone has looked. */
  readonly stops: boolean
}

export type Committed = { readonly ok: true; readonly acknowledged: Acknowledged } | Failure

/** Bytes that go to one file, from where its acknowledged part ends. */
interface Piece {
  readonly path: string
  readonly at: number
  readonly bytes: Uint8Array
}

/** Writes leaves after those acknowledged. The steps and their order are those of `DESIGN.md`. */
export async function commit(
  storage: Storage,
  layout: Layout,
  keys: LogKeys,
  before: Acknowledged,
  leaves: readonly Leaf[],
): Promise<Committed> {
  const bundles = bundlePieces(layout, before, leaves)
  const { edge, growth } = grown(
    before.edge,
    leaves.map(({ hash }) => hash),
  )
  const pieces = [...bundles, ...tilePieces(layout, growth)]
  const folders = [...new Set(pieces.filter(({ at }) => at === 0).flatMap(({ path }) => foldersAbove(layout, path)))]
  const undo = () => takeBack(storage, pieces)
  const written =
    (await headMoved(storage, layout, before.head)) ??
    (await inOrder(folders, (folder) => undoable(() => storage.makeFolder(folder), undo))) ??
    (await inOrder(pieces, ({ path, at, bytes }) => undoable(() => storage.extend(path, at, bytes), undo))) ??
    (await inOrder(pieces, ({ path }) => final(() => storage.sync(path)))) ??
    (await inOrder(folders.toReversed(), (folder) => final(() => storage.syncFolder(folder)))) ??
    (await readBack(storage, layout, before, edge, bundles, leaves))
  if (written) return written

  const head = signHead(keys.log, checkpointOf(edge))
  const { newLastSigned, lastSigned, lastSignedFolder, newCheckpoint, checkpoint, folder } = layout
  const apart = replacement(storage, newLastSigned, lastSigned, lastSignedFolder, head.note, keys.holds)
  const own = replacement(storage, newCheckpoint, checkpoint, folder, head.note, keys.holds)
  const failure =
    (await undoable(apart.write, undo)) ??
    (await undoable(own.write, undo)) ??
    (await final(apart.sync)) ??
    (await final(own.sync)) ??
    (await headReadBack([apart, own])) ??
    // Once more: whoever came in between has been shown, and this head has not.
    stopping(await headMoved(storage, layout, before.head)) ??
    (await final(apart.rename)) ??
    (await final(apart.settle)) ??
    // From here on the head is signed for good: what fails now is finished at the next opening.
    (await final(own.rename)) ??
    (await final(own.settle))
  if (failure) return failure
  return { ok: true, acknowledged: { head, edge, lastLength: lengthAfter(before, leaves) } }
}

/** By now there are bytes after the acknowledged ones, and the next batch could be a shorter one. */
function stopping(failure: Failure | null): Failure | null {
  return failure && { ...failure, stops: true }
}

async function headReadBack(places: readonly ReturnType<typeof replacement>[]): Promise<Failure | null> {
  try {
    for (const { check } of places) {
      const differs = await check()
      if (differs) return { ...differs, stops: true }
    }
    return null
  } catch (error) {
    return { ...refusedByStorage(error, 'reading back the head'), stops: true }
  }
}

async function inOrder<T>(items: readonly T[], step: (item: T) => Promise<Failure | null>) {
  for (const item of items) {
    const failure = await step(item)
    if (failure) return failure
  }
  return null
}

/** Both heads on disk must be the one this writer signed last: the comparison behind the lock. */
async function headMoved(storage: Storage, layout: Layout, { note }: Head): Promise<Failure | null> {
  try {
    for (const path of [layout.checkpoint, layout.lastSigned]) {
      const held = await storage.read(path)
      if (held === null || !sameBytes(held, note)) return HEAD_MOVED
    }
    return null
  } catch (error) {
    return { ...refusedByStorage(error, 'reading the head'), stops: false }
  }
}

/**
 * What is signed is what the disk holds: the new entries are read back and hashed again, and the root is computed once
 * more from the tiles, so that neither a bad write nor a bit that flipped in memory is ever signed.
 */
async function readBack(
  storage: Storage,
  layout: Layout,
  before: Acknowledged,
  edge: Edge,
  bundles: readonly Piece[],
  leaves: readonly Leaf[],
): Promise<Failure | null> {
  try {
    const read: Uint8Array[] = []
    for (const { path, at, bytes } of bundles) {
      const { leaves: again } = decodeBundle(
        (await storage.read(path, at, at + bytes.length)) ?? NOTHING,
        leaves.length,
      )
      read.push(...again.map(({ hash }) => hash))
    }
    if (read.length !== leaves.length) return MEMORY_OR_DISK_FAILS
    const old = await edgeOnDisk(storage, layout, before.head.size)
    if (old === null || checkpointOf(old).root_hash !== before.head.root_hash) return MEMORY_OR_DISK_FAILS
    const fromDisk = grown(old, read)
    // Not compared with what was written: that may be what went wrong.
    for (const { path, at, bytes } of tilePieces(layout, fromDisk.growth)) {
      const held = await storage.read(path, at, at + bytes.length)
      if (held === null || !sameBytes(held, bytes)) return MEMORY_OR_DISK_FAILS
    }
    const again = checkpointOf(fromDisk.edge)
    const onDisk = await edgeOnDisk(storage, layout, edge.tree.size)
    const same = [checkpointOf(edge), onDisk && checkpointOf(onDisk)].every((one) => one?.root_hash === again.root_hash)
    return same ? null : MEMORY_OR_DISK_FAILS
  } catch (error) {
    return { ...refusedByStorage(error, 'reading back the entries'), stops: true }
  }
}

const NOTHING = new Uint8Array(0)

/** A write, which can be taken back as long as no head names it. */
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
  for (const { path, at } of pieces) {
    if (at === 0) await storage.remove(path)
    else await storage.truncate(path, at)
  }
}

/**
 * A sync or a rename. It is never tried again: by then the system may have dropped the very bytes that it could not
 * write, and a second sync would report success.
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

function bundlePieces(layout: Layout, { head, lastLength }: Acknowledged, leaves: readonly Leaf[]): Piece[] {
  const numbered = leaves.map((leaf, at) => ({ leaf, number: bundleOf(head.size + at) }))
  const byBundle = Map.groupBy(numbered, ({ number }) => number)
  return [...byBundle].map(([number, some]) => ({
    path: layout.bundle(number),
    at: number === bundleOf(head.size) ? lastLength : 0,
    bytes: Buffer.concat(some.map(({ leaf }) => bundled(leaf.bytes))),
  }))
}

function tilePieces(layout: Layout, growth: readonly TileGrowth[]): Piece[] {
  return growth.map(({ level, number, at, hashes }) => ({
    path: layout.tile(level, number),
    at: at * HASH_BYTES,
    bytes: Buffer.concat(hashes),
  }))
}

function lengthAfter({ head, lastLength }: Acknowledged, leaves: readonly Leaf[]): number {
  const inLast = (head.size + leaves.length) % BUNDLE_ENTRIES
  const sum = (some: readonly Leaf[]) => some.reduce((length, leaf) => length + bundledLength(leaf.bytes), 0)
  return inLast >= leaves.length ? lastLength + sum(leaves) : sum(leaves.slice(leaves.length - inLast))
}

const HEAD_MOVED: Failure = {
  ...refused(
    'head-moved',
    'the head on disk is not the one this process signed last',
    'another writer or a restored backup changed it: stop both, run `truce ledger fsck`, then start one',
  ),
  stops: true,
}

const MEMORY_OR_DISK_FAILS: Failure = { ...READ_BACK_DIFFERS, stops: true }
