// A whole log verified from its public files: the head, every entry up to its root, the tiles, the authors.
import { nodeCrypto } from '@trucekeeper/keys'
import {
  examine,
  parseVerifierKey,
  rootOf,
  sameBytes,
  TILE_WIDTH,
  type Checkpoint,
  type Examined,
  type Policy,
  type VerifierKey,
  parseNote,
  parseCheckpoint,
  tilePath,
  tileWidth,
} from '@trucekeeper/merkle'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { authorsItem, historyOf } from './authors.ts'
import { checkPart, type PartAsked, type PartDone } from './part.ts'
import { fileAt, hasBundle } from './files.ts'

export interface FolderTrust {
  readonly keys: readonly VerifierKey[]
  readonly policy?: Policy
}

/** A thread takes a tenth of a second to start, in which one checks some hundred entries. */
const FEW_BUNDLES = 8
const HASH_BYTES = 32
/** A thousand million entries: no folder of one log comes near, and a forged head must not keep this busy for ever. */
const MOST_BUNDLES = 2 ** 22
const NO_AUTHORS = '; the log registers no key of an author, so no author’s signature was checked'
const RESTORE = 'restore the folder from another copy, and compare with who else has one'

/** The folder of the log: the one named, or the `ledger` within it. */
export function logFolder(dir: string): string {
  return existsSync(join(dir, 'checkpoint')) ? dir : join(dir, 'ledger')
}

/** What holds of the log in a folder, from its public files alone. */
export async function verifyFolder(
  folder: string,
  trust: FolderTrust,
  threads = availableParallelism(),
): Promise<Examined[]> {
  const bytes = await readFile(join(folder, 'checkpoint')).catch(() => null)
  if (bytes === null) {
    return [
      failed(
        'log',
        'no-log',
        'there is no head in this folder',
        'name the folder of a ledger, which has a file `checkpoint`',
      ),
    ]
  }
  const own = trust.keys.length === 0 && trust.policy === undefined ? await ownKey(folder) : null
  const keys = own === null ? trust.keys : [own]
  const head = examine(bytes, 'checkpoint', { ...nodeCrypto, ...trust, keys }).map((item) =>
    own !== null && item.ok && item.what === 'head'
      ? { ...item, why: `${item.why}, by the key that lies in the folder itself` }
      : item,
  )
  const note = parseNote(bytes)
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note
  const size = checkpoint.ok ? Number(checkpoint.value.size) : -1
  if (!checkpoint.ok || !Number.isSafeInteger(size) || size < 0 || head.every(({ what }) => what !== 'head'))
    return [...head]
  return [...head, ...(await contentItems(folder, size, checkpoint.value, threads))]
}

async function ownKey(folder: string): Promise<VerifierKey | null> {
  const text = await readFile(join(folder, 'verifier-key'), 'utf8').catch(() => '')
  const key = parseVerifierKey(nodeCrypto.hash, text.trim())
  return key.ok ? key.value : null
}

async function contentItems(
  folder: string,
  size: number,
  { origin, root }: Checkpoint,
  threads: number,
): Promise<Examined[]> {
  const bundles = Math.ceil(size / TILE_WIDTH)
  if (bundles > MOST_BUNDLES || (bundles > 0 && !(await hasBundle(folder, bundles - 1, size)))) {
    const why = `the head is of ${size} entries, and the last of them are not in this folder`
    return [failed('entries', 'entries-missing', why, RESTORE)]
  }
  const history = await historyOf(folder, size, origin)
  const authors = new Map([...history.register.keys].map(([id, { publicKey }]) => [id, publicKey] as const))
  const parts = bundles <= FEW_BUNDLES ? 1 : Math.max(1, threads)
  const cuts = Array.from({ length: parts + 1 }, (_, at) => Math.floor((bundles * at) / parts))
  const asked = cuts.slice(1).map((to, at): PartAsked => ({ folder, origin, size, from: cuts[at]!, to, authors }))
  const done = await Promise.all(asked.map(parts === 1 ? checkPart : onThread))
  const authored = authorsItem(done, history)
  return [
    ...entriesItems(done, size, root, authored === null),
    ...(await tilesItems(folder, size, done)),
    ...(authored === null ? [] : [authored]),
  ]
}

async function onThread(asked: PartAsked): Promise<PartDone> {
  const worker = new Worker(new URL('thread.ts', import.meta.url), { workerData: asked })
  const [done] = await once(worker, 'message')
  return done
}

function bundleRoots(done: readonly PartDone[]): Uint8Array[] {
  return done.flatMap(({ roots }) =>
    Array.from({ length: roots.length / HASH_BYTES }, (_, at) =>
      roots.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
    ),
  )
}

function entriesItems(done: readonly PartDone[], size: number, root: Uint8Array, unsigned: boolean): Examined[] {
  const count = done.reduce((sum, { faultCount }) => sum + faultCount, 0)
  const items = done
    .flatMap(({ faults }) => faults)
    .slice(0, 20)
    .map(({ index, what }) => failed('entry', 'entry-damaged', `the entry with the index ${index} ${what}`, RESTORE))
  // Bundles are perfect subtrees but for the last, so the root over their roots is the root over their entries.
  const isRoot = sameBytes(rootOf(nodeCrypto.hash, bundleRoots(done)), root)
  if (!isRoot) {
    const why = `the ${size} entries do not have the root that the head was signed over: the entries were changed, or the head is of another log`
    items.unshift(failed('entries', 'root-differs', why, RESTORE))
  } else if (count === 0) {
    items.unshift({
      what: 'entries',
      ok: true,
      why: `all ${size} entries were read, and have the root that the head was signed over${unsigned ? NO_AUTHORS : ''}`,
    })
  }
  return items
}

/** Tiles can be made anew from the entries, but proofs are made from them. */
async function tilesItems(folder: string, size: number, done: readonly PartDone[]): Promise<Examined[]> {
  const damaged = done.flatMap(({ tileFaults }) => tileFaults)
  let row = bundleRoots(done).slice(0, Math.floor(size / TILE_WIDTH))
  for (let level = 1; row.length > 0; level++) {
    const above: Uint8Array[] = []
    for (let number = 0; number * TILE_WIDTH < row.length; number++) {
      const hashes = row.slice(number * TILE_WIDTH, (number + 1) * TILE_WIDTH)
      const width = tileWidth(level, number, size)
      const tile = await fileAt(folder, tilePath(level, number), tilePath(level, number, width))
      if (tile === null || Buffer.compare(tile.subarray(0, hashes.length * HASH_BYTES), Buffer.concat(hashes)) !== 0)
        damaged.push(tilePath(level, number))
      if (hashes.length === TILE_WIDTH) above.push(rootOf(nodeCrypto.hash, hashes))
    }
    row = above
  }
  if (damaged.length === 0) return [{ what: 'tiles', ok: true, why: 'the tiles of hashes are those of the entries' }]
  const told = damaged.slice(0, 5).map((path) => `\`${path}\``)
  return [
    failed(
      'tiles',
      'tile-damaged',
      `${told.join(', ')} ${damaged.length === 1 ? 'is' : 'are'} not of these entries, and proofs made from it would not hold`,
      RESTORE,
    ),
  ]
}

function failed(what: string, reason: string, why: string, help: string): Examined {
  return { what, ok: false, why, help, reason }
}
