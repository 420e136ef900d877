// Reading a ledger: the acknowledged prefix, in order, while someone else may be writing.
import { nodesFromTiles, type Nodes, type VerifierKey, type Verify } from '@trucekeeper/merkle'
import { acknowledgedAt } from './acknowledged.ts'
import { decodeBundle, type Bundled } from './bundles.ts'
import { edgeOnDisk } from './edge.ts'
import { readSealed, type Sealer } from './entry-form/sealed/index.ts'
import { evidenceReader, type EvidenceReader } from './evidence.ts'
import { checkpointOf, readHead, readVerifier, sameBytes, type Checkpoint, type Head } from './head.ts'
import { BUNDLE_ENTRIES, HASH_BYTES, bundleOf, layoutOf, told, type Layout } from './layout.ts'
import { entryOpener, type OpenedEntry, type OpenEntry } from './leaves.ts'
import { nodeStorage } from './node-storage.ts'
import { given, refused, refusedByStorage, type Result } from './refusal.ts'
import { nodeVerify } from './sha256.ts'
import type { Storage } from './storage.ts'
import { readWitnessed } from './witnessed.ts'

export interface LoggedEntry extends OpenedEntry {
  /** Its place in the record, from 0. */
  readonly index: number
  /** Where its leaf is, of one that a desk held before it was released: `index` is then the place of the release. */
  readonly leaf?: number
}

export interface LedgerReader {
  /** How many entries are acknowledged. */
  readonly size: number
  /** The head as it was signed. */
  readonly head: Head
  /** The newest head that witnesses have cosigned; null where none has. */
  witnessed(): Promise<Head | null>
  /** The log's name and public key, as C2SP writes them. */
  readonly verifierKey: VerifierKey
  /**
   * Entries from `from` up to and without `to`, as they were when this was called; those of which something
   * stays withheld, or was destroyed, are left out. Each is proved against its tile: a file that no longer holds is a fault of the machine and is thrown.
   */
  entries(from?: number, to?: number): AsyncIterable<LoggedEntry>
  /** What the log itself holds of one entry. Throws a RangeError beyond the end. */
  leaf(index: number): Promise<Uint8Array>
  /** The first `size` entries. Throws a RangeError when there are fewer. */
  readPrefix(size: number): AsyncIterable<LoggedEntry>
  checkpoint(): Checkpoint
  /** The checkpoint that the record had at an earlier size. Throws a RangeError beyond its end. */
  checkpointAt(size: number): Promise<Checkpoint>
  /** Hashes of tiles, from which proofs about the record at a size are made. */
  nodesAt(size: number): Nodes
  readonly evidence: EvidenceReader
}

export interface ReaderOptions {
  readonly storage?: Storage
  readonly verify?: Verify
  /** Opens what entries withhold; without it such entries are left out. */
  readonly sealer?: Sealer | null
}

/** Opens a ledger for reading: no lock, no writes, the prefix that its signed head acknowledges now. */
export async function readLedger(
  dir: string,
  { storage = nodeStorage(), verify = nodeVerify, sealer = null }: ReaderOptions = {},
): Promise<Result<LedgerReader>> {
  const layout = layoutOf(dir)
  try {
    const verifier = await readVerifier(storage, layout)
    if (!verifier.ok) return verifier
    if (verifier.value === null) return noLedger(dir)
    const head = await readHead(storage, layout.checkpoint, verifier.value, verify)
    if (!head.ok) return head
    if (head.value === null) return noLedger(dir)
    const acknowledged = await acknowledgedAt(storage, layout, head.value)
    if (!acknowledged.ok) return acknowledged
    const sealed = sealer && (await readSealed(layout.sealed, sealer, storage))
    return given(readerOver(storage, layout, verifier.value, entryOpener(sealed), () => acknowledged.value.head))
  } catch (error) {
    return refusedByStorage(error, 'reading the ledger')
  }
}

export function noLedger(dir: string) {
  return refused('no-ledger', `there is no ledger in \`${dir}\``, 'append something to begin one, or name its folder')
}

/** A reader over whatever has been acknowledged when it is asked. */
export function readerOver(
  storage: Storage,
  layout: Layout,
  verifierKey: VerifierKey,
  open: OpenEntry,
  now: () => Head,
): LedgerReader {
  async function* leavesOf(from: number, to: number): AsyncGenerator<Bundled & { index: number }> {
    for (let number = bundleOf(from); number * BUNDLE_ENTRIES < to; number++) {
      const first = number * BUNDLE_ENTRIES
      const leaves = await bundle(number, Math.min(BUNDLE_ENTRIES, to - first))
      for (const [at, leaf] of leaves.entries()) if (first + at >= from) yield { ...leaf, index: first + at }
    }
  }

  async function bundle(number: number, wanted: number): Promise<readonly Bundled[]> {
    const path = layout.bundle(number)
    const { leaves, broken } = decodeBundle((await storage.read(path)) ?? new Uint8Array(0), wanted)
    const hashes = (await storage.read(layout.tile(0, number), 0, wanted * HASH_BYTES)) ?? new Uint8Array(0)
    const good = leaves.findIndex(
      ({ hash }, at) => !sameBytes(hash, hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
    )
    const sound = good < 0 ? leaves.length : good
    if (sound < wanted)
      throw new Error(
        `Lost entry ${number * BUNDLE_ENTRIES + sound} of \`${told(layout, path)}\` while reading: ${broken ?? 'it is not what was acknowledged'}.`,
      )
    return leaves
  }

  async function* entries(from: number, to: number): AsyncGenerator<LoggedEntry> {
    for await (const { index, bytes } of leavesOf(from, to)) {
      const opened = await open(bytes, index)
      if (opened !== null) yield { index, ...opened }
    }
  }

  function within(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > now().size)
      throw new RangeError(`Asked for a prefix of ${size} of ${now().size} entries.`)
  }

  return {
    get size() {
      return now().size
    },
    get head() {
      return now()
    },
    verifierKey,
    witnessed: () => readWitnessed(storage, layout, verifierKey, nodeVerify),
    entries(from = 0, to = now().size) {
      return entries(Math.max(0, from), Math.min(to, now().size))
    },
    async leaf(index) {
      within(index + 1)
      const leaves = await bundle(bundleOf(index), (index % BUNDLE_ENTRIES) + 1)
      return leaves[index % BUNDLE_ENTRIES]!.bytes.slice()
    },
    readPrefix(size) {
      within(size)
      return entries(0, size)
    },
    checkpoint() {
      const { size, root_hash } = now()
      return { size, root_hash }
    },
    async checkpointAt(size) {
      within(size)
      const edge = await prefixEdge(storage, layout, size)
      return checkpointOf(edge)
    },
    nodesAt(size) {
      within(size)
      return nodesFromTiles(size, HASH_BYTES, async (level, index, width) => {
        const tile = await storage.read(layout.tile(level, index), 0, width * HASH_BYTES)
        return tile ?? new Uint8Array(0)
      })
    },
    evidence: evidenceReader(storage, layout),
  }
}

/** The edge of an earlier size lies in the tiles of the later one. */
async function prefixEdge(storage: Storage, layout: Layout, size: number) {
  const edge = await edgeOnDisk(storage, layout, size)
  if (edge === null) throw new Error(`Lost tiles of the first ${size} entries while reading.`)
  return edge
}
