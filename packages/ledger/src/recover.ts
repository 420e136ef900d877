// Opening for writing after whatever happened: begins a ledger where there is none, finishes or cuts what was under way.
import { dirname } from 'node:path'
import { acknowledgedAt } from './acknowledged.ts'
import type { Acknowledged } from './commit.ts'
import { NO_EDGE } from './edge.ts'
import {
  checkpointOf,
  readHead,
  readVerifier,
  replacement,
  sameBytes,
  signHead,
  verifierBytes,
  type Head,
} from './head.ts'
import { BUNDLE_ENTRIES, bundleOf, HASH_BYTES, tileFiles, told, type Layout } from './layout.ts'
import type { LogKeys } from './log-keys.ts'
import { given, refused, type Result } from './refusal.ts'
import { hex, sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'
import { readWitnessed } from './witnessed.ts'

/** Something that opening did, or found out about its keys, and a person should know. */
export interface Notice {
  readonly code: 'secret-drawn' | 'secret-short' | 'ledger-begun' | 'lock-taken-over' | 'tail-cut' | 'head-finished'
  readonly message: string
}

export interface Recovered {
  readonly acknowledged: Acknowledged
  readonly notices: readonly Notice[]
}

const RESTORE = 'restore the newest backup of the ledger folder, together with the folder of its keys'

export async function recover(storage: Storage, layout: Layout, keys: LogKeys): Promise<Result<Recovered>> {
  const own = await ownLog(storage, layout, keys)
  if (!own.ok) return own
  const head = await readHead(storage, layout.checkpoint, keys.verifier, keys.verify)
  if (!head.ok) return head
  const signed = await readHead(storage, layout.lastSigned, keys.verifier, keys.verify)
  if (!signed.ok) return signed
  const witnessed = await readWitnessed(storage, layout, keys.verifier, keys.verify)
  const continued = continuesWitnessed(signed.value ?? head.value, witnessed)
  if (!continued.ok) return continued
  if (signed.value === null)
    return head.value === null
      ? begin(storage, layout, keys)
      : refused('head-moved', 'nothing here says which head was signed last', RESTORE)
  const agreed = agreedHead(head.value, signed.value)
  if (!agreed.ok) return agreed
  // Whoever wrote it may have died before its name was safe; from here on it is relied on.
  await storage.sync(layout.lastSigned)
  await storage.syncFolder(layout.lastSignedFolder)
  const acknowledged = await acknowledgedAt(storage, layout, signed.value)
  if (!acknowledged.ok)
    return head.value !== null && head.value.size === signed.value.size ? acknowledged : older(head.value, signed.value)
  const notices: Notice[] = []
  if (head.value === null || head.value.size < signed.value.size) {
    const differs = await putHead(storage, layout, keys, signed.value)
    if (differs) return differs
    notices.push({
      code: 'head-finished',
      message: `the head of ${signed.value.size} entries had been signed and was not yet in its place`,
    })
  } else {
    await storage.sync(layout.checkpoint)
    await storage.syncFolder(layout.folder)
  }
  notices.push(...(await cutTail(storage, layout, acknowledged.value)))
  return given({ acknowledged: acknowledged.value, notices })
}

/** The folder is that of the log whose key is at hand. */
async function ownLog(storage: Storage, layout: Layout, { verifier }: LogKeys): Promise<Result<null>> {
  const held = await readVerifier(storage, layout)
  if (!held.ok) return held
  if (held.value === null) return given(null)
  const { name, publicKey } = held.value
  if (name === verifier.name && sameBytes(publicKey, verifier.publicKey)) return given(null)
  return refused(
    'wrong-key',
    `this is the log \`${name}\`, and the key at hand is another one, of \`${verifier.name}\``,
    'put the folder of its keys back beside it',
  )
}

/** A head that is newer than the one signed last, or has another root, was signed behind this writer's back. */
function agreedHead(head: Head | null, signed: Head): Result<null> {
  if (head === null || head.size < signed.size) return given(null)
  if (head.size === signed.size && head.root_hash === signed.root_hash) return given(null)
  return refused(
    'head-moved',
    `the ledger has a head of ${head.size} entries, and the one signed last here is of ${signed.size}${head.size === signed.size ? ' with another root' : ''}`,
    'someone else has written with this key: compare both copies with `truce log verify` before either goes on',
  )
}

/** A head that witnesses have seen was signed, even where copies of the folder and of its keys know nothing of it. */
function continuesWitnessed(own: Head | null, witnessed: Head | null): Result<null> {
  if (witnessed === null || witnessed.size < (own?.size ?? 0)) return given(null)
  if (witnessed.root_hash === own?.root_hash) return given(null)
  if (witnessed.size === own?.size)
    return refused(
      'head-moved',
      `witnesses have seen a head of ${own.size} entries with another root than the one signed here`,
      'someone else has written with this key: compare both copies with `truce log verify` before either goes on',
    )
  return refused(
    'head-older',
    `witnesses have seen a head of ${witnessed.size} entries, and the one signed last here is of ${own?.size ?? 'none'}`,
    `${RESTORE}; to sign an older head again would show the world two histories`,
  )
}

function older(head: Head | null, signed: Head) {
  return refused(
    'head-older',
    `${signed.size} entries were signed, and the files hold ${head?.size ?? 'none'} of them that can be proved`,
    `${RESTORE}; to sign an older head again would show the world two histories`,
  )
}

async function begin(storage: Storage, layout: Layout, keys: LogKeys): Promise<Result<Recovered>> {
  const { files } = await tileFiles(storage, layout)
  if (files.length > 0)
    return refused(
      'damaged',
      'there are entries, but the file `checkpoint` that acknowledges them is gone',
      'restore the file `checkpoint` from a backup; never make one up',
    )
  for (const folder of [layout.lastSignedFolder, layout.evidence, layout.private]) await storage.makeFolder(folder)
  await storage.syncFolder(dirname(layout.lastSignedFolder))
  const { verifier, lastSigned, newLastSigned, lastSignedFolder, folder } = layout
  const named = replacement(storage, `${verifier}.new`, verifier, folder, verifierBytes(keys.log), (held) =>
    sameBytes(held, verifierBytes(keys.log)),
  )
  const head = signHead(keys.log, checkpointOf(NO_EDGE))
  // The other way round than later: a ledger with a head and without the one signed last is never taken for a new one.
  const apart = replacement(storage, newLastSigned, lastSigned, lastSignedFolder, head.note, keys.holds)
  const differs = (await inTurn(named)) ?? (await inTurn(apart)) ?? (await putHead(storage, layout, keys, head))
  if (differs) return differs
  return given({
    acknowledged: { head, edge: NO_EDGE, lastLength: 0 },
    notices: [{ code: 'ledger-begun', message: `a new ledger was begun in \`${layout.folder}\`` }],
  })
}

function putHead(storage: Storage, { newCheckpoint, checkpoint, folder }: Layout, keys: LogKeys, { note }: Head) {
  return inTurn(replacement(storage, newCheckpoint, checkpoint, folder, note, keys.holds))
}

async function inTurn(steps: ReturnType<typeof replacement>): ReturnType<typeof steps.check> {
  await steps.write()
  await steps.sync()
  const differs = await steps.check()
  if (differs) return differs
  await steps.rename()
  await steps.settle()
  return null
}

/**
 * Takes away what lies beyond the head. It was never acknowledged, yet entries may be the only trace of an older head
 * having been put in the place of a newer one, so a copy of them is kept in `cut/`.
 */
async function cutTail(storage: Storage, layout: Layout, acknowledged: Acknowledged): Promise<Notice[]> {
  const { size } = acknowledged.head
  const notices: Notice[] = []
  const { files } = await tileFiles(storage, layout)
  // From the back, so that a cut that is itself interrupted leaves no gap.
  for (const { path, level, number } of files.toReversed()) {
    const keep = level === 'entries' ? bundleBytes(acknowledged, number) : tileBytes(size, level, number)
    if (keep === null) continue
    const tail = await storage.read(path, keep)
    if (tail === null || (tail.length === 0 && keep > 0)) continue
    if (level === 'entries' && tail.length > 0) {
      await setAside(storage, layout, `${path.split('/').slice(-2).join('-')}-${keep}`, tail)
      notices.push({
        code: 'tail-cut',
        message: `${tail.length} bytes after entry ${size} were never acknowledged and were moved to \`cut\` (\`${told(layout, path)}\`, byte ${keep})`,
      })
    }
    if (keep === 0) {
      await storage.remove(path)
      await storage.syncFolder(path.slice(0, path.lastIndexOf('/')))
    } else {
      await storage.truncate(path, keep)
      await storage.sync(path)
    }
  }
  return notices
}

/** Bytes of a bundle that are acknowledged; null for all of them. */
function bundleBytes({ head: { size }, lastLength }: Acknowledged, number: number): number | null {
  if (number < bundleOf(size)) return null
  return number === bundleOf(size) ? lastLength : 0
}

function tileBytes(size: number, level: number, number: number): number | null {
  const hashes = Math.floor(size / BUNDLE_ENTRIES ** level)
  const inTile = hashes - number * BUNDLE_ENTRIES
  return inTile >= BUNDLE_ENTRIES ? null : Math.max(0, inTile) * HASH_BYTES
}

async function setAside(storage: Storage, layout: Layout, place: string, tail: Uint8Array): Promise<void> {
  const file = `${layout.cut}/${place}-${hex(sha256(tail)).slice(0, 16)}`
  await storage.makeFolder(layout.cut)
  await storage.write(file, tail)
  await storage.sync(file)
  await storage.syncFolder(layout.cut)
  await storage.syncFolder(layout.folder)
}
