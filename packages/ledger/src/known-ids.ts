// The ids of the acknowledged entries when a writer opens: those of full bundles from their file, the last ones anew.
import { decodeBundle } from './bundles.ts'
import { heldId } from './held.ts'
import { IdIndex, idsOfFullBundles, keepBlock } from './ids.ts'
import { BUNDLE_ENTRIES, bundleOf, HASH_BYTES, type Layout } from './layout.ts'
import type { OpenEntry } from './leaves.ts'
import { refusedByStorage } from './refusal.ts'
import type { Storage } from './storage.ts'

export async function idsUpTo(storage: Storage, layout: Layout, size: number, open: OpenEntry): Promise<IdIndex> {
  const idsIn = async (number: number, wanted: number) => {
    const { leaves } = decodeBundle((await storage.read(layout.bundle(number))) ?? new Uint8Array(0), wanted)
    const first = number * BUNDLE_ENTRIES
    return Promise.all(
      leaves.map(async ({ bytes }, at) => {
        const opened = await open(bytes, first + at)
        return opened && heldId(opened.entry.body.id, opened.entry.held_by)
      }),
    )
  }
  const ids = await idsOfFullBundles(storage, layout, bundleOf(size), {
    roots: await rootsOf(storage, layout, bundleOf(size)),
    ids: (number) => idsIn(number, BUNDLE_ENTRIES),
  })
  if (size % BUNDLE_ENTRIES > 0) for (const id of await idsIn(bundleOf(size), size % BUNDLE_ENTRIES)) ids.add(id)
  return ids
}

/** Keeps the ids of a bundle that has become full. */
export async function keepIds(storage: Storage, layout: Layout, ids: IdIndex, number: number): Promise<void> {
  const at = (number % BUNDLE_ENTRIES) * HASH_BYTES
  try {
    const root = await storage.read(layout.tile(1, bundleOf(number)), at, at + HASH_BYTES)
    if (root !== null) await keepBlock(storage, layout, ids, number, root)
  } catch (error) {
    // The entries are acknowledged by now, whatever becomes of an index that can be made anew.
    refusedByStorage(error, 'keeping the ids')
  }
}

/** The roots of the full bundles, which the tiles of level 1 hold. */
async function rootsOf(storage: Storage, layout: Layout, bundles: number): Promise<Uint8Array> {
  const tiles: Uint8Array[] = []
  for (let number = 0; number * BUNDLE_ENTRIES < bundles; number++)
    tiles.push((await storage.read(layout.tile(1, number))) ?? new Uint8Array(0))
  return Buffer.concat(tiles).subarray(0, bundles * HASH_BYTES)
}
