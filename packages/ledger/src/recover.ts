// Opening after whatever happened: begins a ledger where there is none, and cuts what was never acknowledged.
import { EMPTY_TREE } from '@trucekeeper/merkle'
import { checkpointOf, headReplacement } from './head.ts'
import { segmentName, segmentNumber, segmentOf, type Layout } from './layout.ts'
import { given, refused, type Result } from './refusal.ts'
import { NOTHING_SCANNED, readHead, scanPrefix, type Scan } from './scan.ts'
import { hex, sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

/** Something that opening did and a person should know. */
export interface Notice {
  readonly code: 'ledger-begun' | 'lock-taken-over' | 'tail-cut'
  readonly message: string
}

export interface Recovered {
  readonly scan: Scan
  readonly notices: readonly Notice[]
}

export async function recover(storage: Storage, layout: Layout): Promise<Result<Recovered>> {
  const head = await readHead(storage, layout)
  if (!head.ok) return head
  if (head.value === null) return begin(storage, layout)
  // The one who wrote the head may have died before its name was safe; from here on it is relied on.
  await storage.sync(layout.head)
  await storage.syncFolder(layout.folder)
  const scan = await scanPrefix(storage, layout, head.value)
  if (!scan.ok) return scan
  return given({ scan: scan.value, notices: await cutTail(storage, layout, scan.value) })
}

async function begin(storage: Storage, layout: Layout): Promise<Result<Recovered>> {
  if (((await storage.list(layout.entries)) ?? []).length > 0)
    return refused(
      'damaged',
      'there are entries, but the file `head` that acknowledges them is gone',
      'restore the file `head` from a backup; never make one up',
    )
  await storage.makeFolder(layout.entries)
  await storage.makeFolder(layout.evidence)
  const head = headReplacement(storage, layout, checkpointOf(EMPTY_TREE))
  await head.write()
  await head.sync()
  await head.rename()
  await head.settle()
  return given({
    scan: NOTHING_SCANNED,
    notices: [{ code: 'ledger-begun', message: `a new ledger was begun in \`${layout.folder}\`` }],
  })
}

/**
 * Takes away the bytes beyond the head. They were never acknowledged, yet they may be the only trace of an older
 * head having been put in the place of a newer one, so a copy is kept in `cut/`.
 */
async function cutTail(storage: Storage, layout: Layout, { tree, lastLength }: Scan): Promise<Notice[]> {
  const names = (await storage.list(layout.entries)) ?? []
  const notices: Notice[] = []
  // From the back, so that a cut that is itself interrupted leaves no gap.
  for (const name of names.toReversed()) {
    const number = segmentNumber(name)
    if (number === null || number < segmentOf(tree.size)) continue
    const keep = number === segmentOf(tree.size) ? lastLength : 0
    const tail = await storage.read(layout.segment(number), keep)
    if (tail === null || (tail.length === 0 && keep > 0)) continue
    if (tail.length > 0) await setAside(storage, layout, `${name}-${keep}`, tail)
    if (keep === 0) await storage.remove(layout.segment(number))
    else {
      await storage.truncate(layout.segment(number), keep)
      await storage.sync(layout.segment(number))
    }
    notices.push({
      code: 'tail-cut',
      message: `${tail.length} bytes after entry ${tree.size} were never acknowledged and were moved to \`cut\` (\`${segmentName(number)}\`, byte ${keep})`,
    })
  }
  if (notices.length > 0) await storage.syncFolder(layout.entries)
  return notices
}

async function setAside(storage: Storage, layout: Layout, place: string, tail: Uint8Array): Promise<void> {
  const file = `${layout.cut}/${place}-${hex(sha256(tail)).slice(0, 16)}`
  await storage.makeFolder(layout.cut)
  await storage.write(file, tail)
  await storage.sync(file)
  await storage.syncFolder(layout.cut)
  await storage.syncFolder(layout.folder)
}
