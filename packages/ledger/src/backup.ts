// Copies of a ledger folder: taken while it is written to, proved before they are put back.
import { acknowledgedAt } from './acknowledged.ts'
import { fsck, type Fsck } from './fsck.ts'
import { readHead, readVerifier, type Checkpoint } from './head.ts'
import { BUNDLE_ENTRIES, bundleOf, foldersAbove, HASH_BYTES, layoutOf, tileFiles, type Layout } from './layout.ts'
import { nodeStorage } from './node-storage.ts'
import { noLedger } from './reader.ts'
import { given, refused, refusedByStorage, type Result } from './refusal.ts'
import { nodeVerify } from './sha256.ts'
import type { Storage } from './storage.ts'
import { readWitnessed } from './witnessed.ts'

/**
 * Copies what the head acknowledges now into an empty folder, with the newest head that was witnessed, the head last, all
 * of it synced. The keys are not in it: a copy of them belongs elsewhere. Fields that are withheld stay encrypted as they are.
 */
export async function backUp(dir: string, to: string, storage: Storage = nodeStorage()): Promise<Result<Checkpoint>> {
  const [from, target] = [layoutOf(dir), layoutOf(to)]
  try {
    const key = await readVerifier(storage, from)
    if (!key.ok) return key
    if (key.value === null) return noLedger(dir)
    const head = await readHead(storage, from.checkpoint, key.value, nodeVerify)
    if (!head.ok) return head
    if (head.value === null) return noLedger(dir)
    const acknowledged = await acknowledgedAt(storage, from, head.value)
    if (!acknowledged.ok) return acknowledged
    const empty = await emptied(storage, target)
    if (!empty.ok) return empty
    const { lastLength } = acknowledged.value
    const { size, root_hash, note } = head.value
    for (const { path, level, number } of (await tileFiles(storage, from)).files) {
      const length = level === 'entries' ? bundleLength(size, number, lastLength) : tileLength(size, level, number)
      if (length !== 0)
        await copy(storage, target, path, `${target.folder}/${path.slice(from.folder.length + 1)}`, length)
    }
    for (const folder of [from.evidence, from.sealed]) await copyFolder(storage, from, target, folder)
    await copy(storage, target, from.verifier, target.verifier)
    // Read after the head, so that what was cosigned while the copy was taken tells that the copy is older.
    const witnessed = await readWitnessed(storage, from, key.value, nodeVerify)
    if (witnessed) await put(storage, target, target.witnessed, witnessed.note)
    await put(storage, target, target.checkpoint, note)
    return given({ size, root_hash })
  } catch (error) {
    return refusedByStorage(error, 'copying the ledger')
  }
}

/** Puts a copy in the place of a ledger that is gone, once all of it has been recomputed. */
export async function restore(backup: string, dir: string, storage: Storage = nodeStorage()): Promise<Result<Fsck>> {
  const found = await fsck(backup, { storage })
  if (!found.ok)
    return refused(
      'damaged',
      `the copy in \`${backup}\` does not hold: ${found.findings.find(({ severity }) => severity === 'error')!.message}`,
      'take another copy; `truce ledger fsck` says all that is wrong with this one',
    )
  const copied = await backUp(backup, dir, storage)
  return copied.ok ? given(found) : copied
}

async function emptied(storage: Storage, { folder, parent }: Layout): Promise<Result<null>> {
  const names = await storage.list(folder)
  if (names !== null && names.length > 0)
    return refused(
      'folder-taken',
      `there is something in \`${folder}\` already`,
      'name a folder that is empty or not there',
    )
  await storage.makeFolder(folder)
  await storage.syncFolder(parent)
  return given(null)
}

/** Bytes of a bundle that are acknowledged; undefined for all of them. */
function bundleLength(size: number, number: number, lastLength: number): number | undefined {
  if (number < bundleOf(size)) return undefined
  return number === bundleOf(size) ? lastLength : 0
}

function tileLength(size: number, level: number, number: number): number {
  const hashes = Math.floor(size / BUNDLE_ENTRIES ** level) - number * BUNDLE_ENTRIES
  return Math.max(0, Math.min(BUNDLE_ENTRIES, hashes)) * HASH_BYTES
}

async function copyFolder(storage: Storage, from: Layout, to: Layout, folder: string): Promise<void> {
  for (const name of (await storage.list(folder)) ?? []) {
    const path = `${folder}/${name}`
    if ((await storage.list(path)) !== null) await copyFolder(storage, from, to, path)
    else if (!name.endsWith('.new')) await copy(storage, to, path, `${to.folder}/${path.slice(from.folder.length + 1)}`)
  }
}

async function copy(storage: Storage, to: Layout, path: string, target: string, length?: number): Promise<void> {
  await put(storage, to, target, (await storage.read(path, 0, length)) ?? new Uint8Array(0))
}

async function put(storage: Storage, layout: Layout, path: string, bytes: Uint8Array): Promise<void> {
  const folders = foldersAbove(layout, path)
  for (const folder of folders) await storage.makeFolder(folder)
  await storage.write(path, bytes)
  await storage.sync(path)
  for (const folder of folders.toReversed()) await storage.syncFolder(folder)
}
