// Flips single bits at rest, in every file of a small ledger in turn, and tells which of them `fsck` did not find.
import { fsck } from '../fsck.ts'
import { BUNDLE_ENTRIES } from '../layout.ts'
import { openLedger } from '../ledger.ts'
import { Disk } from './disk.ts'
import { storageOn } from './fault-storage.ts'
import { LEDGER } from './promised.ts'
import { randomFrom, upTo } from './random.ts'
import { valueOf } from './results.ts'
import { actEntry, claimEntry, documentEntry, withdrawalEntry } from './sample-entries.ts'
import { QUICK_KEYS } from './test-keys.ts'

export interface Flipped {
  readonly flips: number
  /** Flips by the kind of file they were in. */
  readonly in: Readonly<Record<string, number>>
  /** Where a bit was flipped and nothing was found. */
  readonly missed: readonly string[]
}

/** What `fsck` recomputes. `private/` can be made anew, `lock`, `cut/` and what ends in `.new` say nothing of the record. */
const COVERED = /\/(tile\/.*|checkpoint|verifier-key|evidence\/..\/[0-9a-f]{64})$/

/** Flips so many bits, each alone. */
export async function flipBits(flips: number, seed: number): Promise<Flipped> {
  const disk = await filledDisk()
  const storage = storageOn(disk)
  const examine = async () => (await fsck(LEDGER, { storage, verify: QUICK_KEYS.verify })).ok
  if (!(await examine())) throw new Error('The ledger to be damaged is not sound.')
  const files = filesBelow(disk, LEDGER).filter((path) => COVERED.test(path))
  const random = randomFrom(seed)
  const counts: Record<string, number> = {}
  const missed: string[] = []
  for (let flip = 0; flip < flips; flip++) {
    const path = files[flip % files.length]!
    const [byte, bit] = [upTo(random, disk.file(path)!.seen.length), upTo(random, 8)]
    disk.flip(path, byte, bit)
    if (await examine()) missed.push(`${path}, byte ${byte}, bit ${bit}`)
    disk.flip(path, byte, bit)
    const kind = path.slice(LEDGER.length + 1).replace(/\/[^/]*$/, '')
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  if (!(await examine())) throw new Error('The ledger was not put back as it was.')
  return { flips, in: counts, missed }
}

/** A ledger on a simulated disk, with more entries than fill a bundle, and evidence. */
export async function filledDisk(): Promise<Disk> {
  const disk = new Disk()
  disk.makeFolder('/l')
  const ledger = valueOf(await openLedger(LEDGER, { keys: QUICK_KEYS, storage: storageOn(disk) }))
  const claim = claimEntry(1)
  const digest = valueOf(await ledger.evidence.put(new TextEncoder().encode('a photograph')))
  const acts = Array.from({ length: Math.min(BUNDLE_ENTRIES, 16) + 1 }, (_, at) => actEntry(at))
  valueOf(await ledger.append([claim, ...acts, documentEntry(1, digest)]))
  valueOf(await ledger.append([withdrawalEntry(claim.body.id)]))
  await ledger.close()
  return disk
}

function filesBelow(disk: Disk, folder: string): string[] {
  const names = [...(disk.folder(folder)?.seen.keys() ?? [])].toSorted()
  return names.flatMap((name) => {
    const path = `${folder}/${name}`
    return disk.folder(path) ? filesBelow(disk, path) : [path]
  })
}
