// The one writer of a record: what it acknowledges is on disk, read back and proved.
import type { Entry } from '@trucekeeper/claims'
import { withLeaf, type CompactTree } from '@trucekeeper/merkle'
import { admit, type Admitted, type Place } from './admit.ts'
import { keepEvidence, type Evidence } from './evidence.ts'
import { frameLength, frameOf } from './frames.ts'
import { checkpointOf, headBytes, headReplacement, sameBytes, type Checkpoint } from './head.ts'
import { SEGMENT_ENTRIES, layoutOf, segmentOf, type Layout } from './layout.ts'
import { takeLock, thisProcess, type Lock, type Owner } from './lock.ts'
import { nodeStorage } from './node-storage.ts'
import { readerOver, type LedgerReader } from './reader.ts'
import { recover, type Notice } from './recover.ts'
import { given, refused, refusedByStorage, type LedgerRefusal, type Result } from './refusal.ts'
import type { Known, Scan } from './scan.ts'
import { sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

export interface Appended {
  readonly appended: readonly Place[]
  /** Offered, but in the record already, with the place they have there. */
  readonly duplicates: readonly Place[]
}

export interface Ledger extends LedgerReader {
  /** What opening did: a new ledger, a dead writer's lock taken over, an unacknowledged tail cut. */
  readonly notices: readonly Notice[]
  /**
   * Adds a batch, all of it or nothing, and answers only when it is safe on disk. An entry whose body id is in the
   * record is a duplicate and is not added: the first receipt stands.
   */
  append(entries: readonly Entry[]): Promise<Result<Appended>>
  readonly evidence: Evidence
  /** Waits for what is under way and gives the lock back. */
  close(): Promise<void>
}

export interface LedgerOptions {
  readonly storage?: Storage
  readonly owner?: Owner
}

/** Opens a ledger for writing; begins one in a folder that is empty or not there yet (its parent must be). */
export async function openLedger(
  dir: string,
  { storage = nodeStorage(), owner = thisProcess }: LedgerOptions = {},
): Promise<Result<Ledger>> {
  const layout = layoutOf(dir)
  let lock: Result<Lock> | null = null
  try {
    await storage.makeFolder(layout.folder)
    await storage.syncFolder(layout.parent)
    lock = await takeLock(storage, layout.lock, owner)
    if (!lock.ok) return lock
    const recovered = await recover(storage, layout)
    if (!recovered.ok) {
      await lock.value.release()
      return recovered
    }
    const { takenFrom } = lock.value
    const takeover: Notice[] =
      takenFrom === null
        ? []
        : [{ code: 'lock-taken-over', message: `the lock of process ${takenFrom}, which is gone, was taken over` }]
    const { scan, notices } = recovered.value
    return given(writerOver(storage, layout, lock.value, scan, [...takeover, ...notices]))
  } catch (error) {
    const refusal = refusedByStorage(error, 'opening the ledger')
    if (lock?.ok) await lock.value.release().catch(() => undefined)
    return refusal
  }
}

function writerOver(storage: Storage, layout: Layout, lock: Lock, opened: Scan, notices: readonly Notice[]): Ledger {
  const ids = new Map<string, Known>(opened.ids)
  const boundaries: CompactTree[] = [...opened.boundaries]
  let scan: Scan = { ...opened, ids, boundaries }
  let stopped: LedgerRefusal | null = null
  let last: Promise<unknown> = Promise.resolve()

  /** One piece of writing after the other, none once writing has stopped. */
  function inTurn<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = last.then(async () => {
      if (stopped) return { ok: false as const, refusal: stopped }
      try {
        return await work()
      } catch (error) {
        return refusedByStorage(error, 'writing')
      }
    })
    last = turn.catch(() => undefined)
    return turn
  }

  function stop(refusal: LedgerRefusal): { ok: false; refusal: LedgerRefusal } {
    stopped = refused(
      'writes-stopped',
      `nothing more is written since ${refusal.message}`,
      `${refusal.help}; reading goes on`,
    ).refusal
    return { ok: false, refusal }
  }

  async function append(offered: readonly Entry[]): Promise<Result<Appended>> {
    const admitted = admit(offered, scan.tree.size, (id) => ids.get(id))
    if (!admitted.ok) return admitted
    const { fresh, duplicates } = admitted.value
    if (fresh.length > 0) {
      const written = await write(fresh)
      if (!written.ok) return written
    }
    return given({ appended: fresh.map(({ index, id }) => ({ index, id })), duplicates })
  }

  async function write(fresh: Admitted['fresh']): Promise<Result<null>> {
    const held = await storage.read(layout.head)
    if (held === null || !sameBytes(held, headBytes(checkpointOf(scan.tree)))) return stop(HEAD_MOVED)
    const pieces = piecesOf(layout, scan, fresh)
    const next = grownBy(scan, fresh)
    const head = headReplacement(storage, layout, checkpointOf(next.tree))
    // Before the rename everything can be taken back. A sync that failed cannot be tried again: the system may by
    // then have dropped the very bytes it could not write, and a second sync would report success.
    const steps: (() => Promise<LedgerRefusal | null>)[] = [
      ...pieces.map(
        ({ path, at, bytes }) =>
          () =>
            undoable(storage.extend(path, at, bytes), pieces),
      ),
      ...pieces.map(
        ({ path }) =>
          () =>
            final(storage.sync(path)),
      ),
      () => final(pieces.some(({ at }) => at === 0) ? storage.syncFolder(layout.entries) : Promise.resolve()),
      () => readBack(pieces),
      () => undoable(head.write(), pieces),
      () => final(head.sync()),
      () => final(head.rename()),
      () => final(head.settle()),
    ]
    for (const step of steps) {
      const refusal = await step()
      if (refusal) return { ok: false, refusal }
    }
    for (const { id, index, type } of fresh) ids.set(id, { index, type })
    boundaries.push(...next.boundaries)
    scan = { tree: next.tree, boundaries, ids, lastLength: next.lastLength }
    return given(null)
  }

  async function undoable(work: Promise<void>, pieces: readonly Piece[]): Promise<LedgerRefusal | null> {
    try {
      await work
      return null
    } catch (error) {
      const { refusal } = refusedByStorage(error, 'the entries')
      try {
        for (const { path, at } of pieces) await (at === 0 ? storage.remove(path) : storage.truncate(path, at))
      } catch {
        return stop(refusal).refusal
      }
      return refusal
    }
  }

  async function final(work: Promise<void>): Promise<LedgerRefusal | null> {
    try {
      await work
      return null
    } catch (error) {
      const { message } = refusedByStorage(error, 'making the entries safe on disk').refusal
      return stop(refused('sync-failed', message, 'see to the disk, then start again').refusal).refusal
    }
  }

  async function readBack(pieces: readonly Piece[]): Promise<LedgerRefusal | null> {
    for (const { path, at, bytes } of pieces) {
      const read = await storage.read(path, at, at + bytes.length)
      if (read === null || !sameBytes(read, bytes)) return stop(READ_BACK_DIFFERS).refusal
    }
    return null
  }

  const reader = readerOver(storage, layout, () => scan)
  return {
    get size() {
      return scan.tree.size
    },
    entries: reader.entries,
    readPrefix: reader.readPrefix,
    checkpoint: (): Checkpoint => checkpointOf(scan.tree),
    checkpointAt: reader.checkpointAt,
    notices,
    append: (entries) => inTurn(() => append(entries)),
    evidence: {
      get: reader.evidence.get,
      put: (bytes) =>
        inTurn(async () => {
          try {
            return given(await keepEvidence(storage, layout, bytes))
          } catch (error) {
            const refusal = refusedByStorage(error, 'the evidence').refusal
            return refusal.code === 'disk-full' ? { ok: false, refusal } : stop(refusal)
          }
        }),
    },
    async close() {
      await last
      if (stopped === CLOSED) return
      stopped = CLOSED
      await storage.close()
      await lock.release()
    },
  }
}

/** Bytes that go to one segment, from where its acknowledged part ends. */
interface Piece {
  readonly path: string
  readonly at: number
  readonly bytes: Uint8Array
}

function piecesOf(layout: Layout, { lastLength, tree }: Scan, fresh: Admitted['fresh']): Piece[] {
  const bySegment = Map.groupBy(fresh, ({ index }) => segmentOf(index))
  return [...bySegment].map(([number, leaves]) => ({
    path: layout.segment(number),
    at: number === segmentOf(tree.size) ? lastLength : 0,
    bytes: Buffer.concat(leaves.map(frameOf)),
  }))
}

/** The tree with the leaves, the boundaries they crossed, and how full the last segment then is. */
function grownBy(scan: Scan, fresh: Admitted['fresh']): Pick<Scan, 'tree' | 'boundaries' | 'lastLength'> {
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

const HEAD_MOVED = refused(
  'head-moved',
  'the head on disk is not the one this process wrote last',
  'another writer or a restored backup changed it: stop both, run `truce ledger fsck`, then start one',
).refusal

const READ_BACK_DIFFERS = refused(
  'read-back-differs',
  'what was read back from disk is not what was written',
  'the disk or the memory is failing: move the ledger to another machine',
).refusal

const CLOSED = refused('writes-stopped', 'this ledger was closed', 'open it again').refusal
