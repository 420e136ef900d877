// Reads what entries withhold without writing anything, while another process may be adding to it.
import type { Storage } from '../../storage.ts'
import { openContent } from './content.ts'
import { keyIn, readSlot, SLOT, type Sealer, type Slot } from './slots.ts'

export interface SealedReader {
  /** The entries of which something is kept, in no order. */
  indexes(): number[]
  /** The disclosures of an entry; null where there are none, where they were destroyed, and where the key does not open them. */
  get(index: number): Promise<readonly string[] | null>
}

export async function readSealed(dir: string, sealer: Sealer, storage: Storage): Promise<SealedReader> {
  const slots = (await storage.read(`${dir}/keys`)) ?? new Uint8Array(0)
  const places = new Map<number, Slot & { readonly bytes: Uint8Array }>()
  for (let at = 0; at < slots.length; at += SLOT) {
    const bytes = slots.subarray(at, at + SLOT)
    const slot = readSlot(bytes)
    if (slot !== null) places.set(slot.index, { ...slot, bytes })
  }
  return {
    indexes: () => [...places.keys()],
    async get(index) {
      const place = places.get(index)
      const entryKey = place && keyIn(place.bytes, sealer)
      const content = place && (await storage.read(`${dir}/contents`, place.offset, place.offset + place.length))
      return entryKey && content ? openContent(index, content, entryKey) : null
    },
  }
}
