// Keeps what entries withhold, encrypted under a key for each, and destroys one such key for good.
import { dirname } from 'node:path'
import { nodeStorage } from '../../node-storage.ts'
import type { Storage } from '../../storage.ts'
import type { Sealed } from '../make-leaf.ts'
import { openContent, sealContent } from './content.ts'
import { destroyedLine, readDestroyed } from './destroyed.ts'
import { given, refused, refusedByDisk, type SealedResult } from './result.ts'
import { keyIn, readSlot, SLOT, slotBytes, type Sealer, type Slot } from './slots.ts'

export interface SealedStore {
  /**
   * Keeps what the entries at these indexes withhold; durable once this gives its answer. To be done before the entries are
   * acknowledged. An index that is there already, from entries that never were, is written anew.
   */
  put(sealed: readonly { readonly index: number; readonly sealed: Sealed }[]): Promise<SealedResult<null>>
  /** The disclosures of the entry at an index, for `openLeaf`. */
  get(index: number): Promise<SealedResult<readonly string[]>>
  /**
   * Overwrites the key and the content of an entry and keeps the reason. The leaf stays as it is: its digests say nothing.
   * Copies made before still hold the key, sealed, until they are destroyed themselves.
   */
  destroy(index: number, reason: string): Promise<SealedResult<null>>
  /** Why the content of an entry was destroyed; null where it was not. */
  destroyedFor(index: number): string | null
}

interface Place extends Slot {
  /** Where the slot is in its file. */
  readonly at: number
}

const HELP_DAMAGED = 'bring the folder back from a copy; the log itself does not need it to be verified'

/** Opens the folder `dir`, whose parent exists. `sealer` is a keyring's: whoever has the folder alone has nothing. */
export async function openSealedStore(
  dir: string,
  sealer: Sealer,
  storage: Storage = nodeStorage(),
): Promise<SealedResult<SealedStore>> {
  const files = { keys: `${dir}/keys`, contents: `${dir}/contents`, destroyed: `${dir}/destroyed` }
  const places = new Map<number, Place>()
  const reasons = new Map<number, string>()
  const ends = { keys: 0, contents: 0, destroyed: 0 }
  let failed = false
  let queue: Promise<unknown> = Promise.resolve()

  async function begin(): Promise<SealedResult<null>> {
    await storage.makeFolder(dir)
    await storage.syncFolder(dirname(dir))
    const slots = (await storage.read(files.keys)) ?? new Uint8Array(0)
    const stale: Place[] = []
    for (let at = 0; at < slots.length; at += SLOT) {
      const slot = readSlot(slots.subarray(at, at + SLOT))
      if (slot === null) continue
      const earlier = places.get(slot.index)
      if (earlier) stale.push(earlier)
      places.set(slot.index, { ...slot, at })
      ends.contents = Math.max(ends.contents, slot.offset + slot.length)
    }
    ends.keys = Math.ceil(slots.length / SLOT) * SLOT
    const list = readDestroyed((await storage.read(files.destroyed)) ?? new Uint8Array(0))
    if (list === null) return refused('sealed-damaged', `\`${files.destroyed}\` is damaged in the middle`, HELP_DAMAGED)
    ends.destroyed = list.length
    for (const { index, reason } of list.entries) {
      reasons.set(index, reason)
      stale.push(...(places.has(index) ? [places.get(index)!] : []))
    }
    // What a power cut kept from being overwritten is overwritten now.
    await overwrite(stale)
    for (const index of reasons.keys()) places.delete(index)
    for (const file of Object.values(files)) await storage.extend(file, 0, new Uint8Array(0))
    await storage.truncate(files.destroyed, ends.destroyed)
    for (const file of Object.values(files)) await storage.sync(file)
    await storage.syncFolder(dir)
    return given(null)
  }

  async function overwrite(slots: readonly Place[]): Promise<void> {
    if (slots.length === 0) return
    for (const { at, offset, length } of slots) {
      await storage.extend(files.keys, at, new Uint8Array(SLOT))
      await storage.extend(files.contents, offset, new Uint8Array(length))
    }
    await storage.sync(files.keys)
    await storage.sync(files.contents)
  }

  async function keep(
    batch: readonly { readonly index: number; readonly sealed: Sealed }[],
  ): Promise<SealedResult<null>> {
    const gone = batch.find(({ index }) => reasons.has(index))
    if (gone) return wasDestroyed(gone.index, reasons.get(gone.index)!)
    const contents = batch.map(({ index, sealed }) => sealContent(index, sealed))
    const slots: Place[] = []
    let offset = ends.contents
    for (const [at, { index }] of batch.entries()) {
      slots.push({ index, offset, length: contents[at]!.length, at: ends.keys + at * SLOT })
      offset += contents[at]!.length
    }
    const keys = slots.map((slot, at) => slotBytes(slot, batch[at]!.sealed.entryKey, sealer))
    await storage.extend(files.contents, ends.contents, Buffer.concat(contents))
    await storage.sync(files.contents)
    await storage.extend(files.keys, ends.keys, Buffer.concat(keys))
    await storage.sync(files.keys)
    ends.contents = offset
    ends.keys += keys.length * SLOT
    const replaced: Place[] = []
    for (const slot of slots) {
      if (places.has(slot.index)) replaced.push(places.get(slot.index)!)
      places.set(slot.index, slot)
    }
    await overwrite(replaced)
    return given(null)
  }

  async function destroy(index: number, reason: string): Promise<SealedResult<null>> {
    const place = places.get(index)
    if (!place) return reasons.has(index) ? given(null) : isUnknown(index)
    const line = destroyedLine({ index, reason })
    await storage.extend(files.destroyed, ends.destroyed, line)
    await storage.sync(files.destroyed)
    ends.destroyed += line.length
    reasons.set(index, reason)
    places.delete(index)
    await overwrite([place])
    return given(null)
  }

  /** Writes one after another, and none after one that failed: what reached the disk then is not known. */
  function written(doing: string, work: () => Promise<SealedResult<null>>): Promise<SealedResult<null>> {
    const turn = queue.then(async () => {
      if (failed)
        return refused('writes-stopped', 'an earlier write failed', 'see to the disk, then start the program again')
      failed = true
      const done = await guarded(doing, work)
      failed = !done.ok && !['sealed-destroyed', 'sealed-unknown'].includes(done.refusal.code)
      return done
    })
    queue = turn.catch(() => undefined)
    return turn
  }

  const begun = await guarded('opening the sealed fields', begin)
  if (!begun.ok) return begun
  return given({
    put: (batch) => written('keeping withheld fields', () => keep(batch)),
    destroy: (index, reason) => written('destroying withheld fields', () => destroy(index, reason)),
    get: (index) =>
      guarded('reading withheld fields', async () => {
        const place = places.get(index)
        if (!place) return reasons.has(index) ? wasDestroyed(index, reasons.get(index)!) : isUnknown(index)
        const slot = await storage.read(files.keys, place.at, place.at + SLOT)
        const entryKey = slot && keyIn(slot, sealer)
        const content = await storage.read(files.contents, place.offset, place.offset + place.length)
        const disclosures = entryKey && content && openContent(index, content, entryKey)
        if (!disclosures)
          return refused(
            'sealed-damaged',
            `what entry ${index} withholds is damaged, or was sealed with another keyring`,
            HELP_DAMAGED,
          )
        return given(disclosures)
      }),
    destroyedFor: (index) => reasons.get(index) ?? null,
  })
}

async function guarded<T>(doing: string, work: () => Promise<SealedResult<T>>): Promise<SealedResult<T>> {
  try {
    return await work()
  } catch (error) {
    return refusedByDisk(error, doing)
  }
}

function isUnknown(index: number): ReturnType<typeof refused> {
  return refused('sealed-unknown', `nothing withheld is kept for entry ${index}`, 'name an entry that withholds fields')
}

function wasDestroyed(index: number, reason: string): ReturnType<typeof refused> {
  return refused(
    'sealed-destroyed',
    `what entry ${index} withheld was destroyed: \`${reason}\``,
    'it cannot be had again; who was given it before can still prove it',
  )
}
