// Comes back after a power cut and compares with what was promised: to the byte each time, to the last check sometimes.
import { fsck } from '../fsck.ts'
import { sameBytes } from '../head.ts'
import { openLedger, type Ledger } from '../ledger.ts'
import type { Owner } from '../lock.ts'
import type { Result } from '../refusal.ts'
import type { Storage } from '../storage.ts'
import { Disk, type Nodes } from './disk.ts'
import { storageOn } from './fault-storage.ts'
import { expectedFiles, LAYOUT, LEDGER, offering, settled, type Offered, type Promised } from './promised.ts'
import { QUICK_KEYS } from './test-keys.ts'

let born = 0

/** Every opening is by another process, even where its number comes again, and whoever came before is gone. */
export function openAgain(storage: Storage): Promise<Result<Ledger>> {
  const birth = `life ${born++}`
  const owner: Owner = { pid: 7, birthOf: () => birth, pause: async () => {} }
  return openLedger(LEDGER, { keys: QUICK_KEYS, storage, owner })
}

/** What is wrong with the ledger that the next start finds; null for one that keeps its word. */
export async function faultAfter(nodes: Nodes, promised: Promised, extra: Offered | null): Promise<string | null> {
  const disk = new Disk(nodes)
  const storage = storageOn(disk)
  const opened = await openAgain(storage)
  if (!opened.ok) return `it does not open: ${opened.refusal.message}`
  const ledger = opened.value
  const fault = faultIn(disk, ledger, promised)
  if (fault !== null || extra === null) return fault
  const more = await ledger.append([extra.entry])
  if (!more.ok) return `it takes nothing more: ${more.refusal.message}`
  const grown = settled(offering(settled(promised, ledger.size - 1), [extra]), ledger.size)
  await ledger.close()
  const { ok, findings } = await fsck(LEDGER, { storage, verify: QUICK_KEYS.verify })
  if (!ok) return `fsck finds: ${findings.map(({ message, at }) => `${message} (${at})`).join('; ')}`
  return faultIn(disk, ledger, grown)
}

/** Compares an open ledger and its files with what was promised. */
export function faultIn(disk: Disk, { size, head }: Ledger, promised: Promised): string | null {
  if (size < promised.acknowledged)
    return `lost ${promised.acknowledged - size} of ${promised.acknowledged} acknowledged entries`
  if (!promised.sizes.includes(size)) return `came back with ${size} entries, which is half a batch`
  const { root_hash, files } = expectedFiles(promised, size)
  if (head.root_hash !== root_hash) return `its head of ${size} entries has another root than what was offered`
  for (const [path, bytes] of files) {
    const held = disk.file(path)
    if (!held) return `lost the file ${path}`
    if (!sameBytes(held.seen, bytes)) return `the file ${path} is not what was acknowledged`
  }
  for (const [digest, bytes] of promised.evidence) {
    const held = disk.file(LAYOUT.evidenceFile(digest))
    if (!held || !sameBytes(held.seen, bytes)) return `lost the evidence ${digest}`
  }
  return null
}

/** The size and the root that the head in its place shows to readers at a moment; null where there is none yet. */
export function shownHead(disk: Disk): { readonly size: number; readonly root_hash: string } | null {
  const note = disk.file(LAYOUT.checkpoint)?.seen
  if (!note) return null
  const [, size, root] = Buffer.from(note).toString('latin1').split('\n')
  return { size: Number(size), root_hash: Buffer.from(root ?? '', 'base64').toString('hex') }
}
