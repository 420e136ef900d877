// Which ids the record holds and where: in memory a few bytes each, on disk a file that is made anew when in doubt.
import { PREFIXES, type Entry } from '@trucekeeper/claims'
import { BUNDLE_ENTRIES, HASH_BYTES, type Layout } from './layout.ts'
import { sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

export interface Known {
  readonly index: number
  readonly type: Entry['type']
}

/** One byte for the type, ten for the digits of the id. */
const ID_BYTES = 11
const CHECK_BYTES = 5
const BLOCK_BYTES = BUNDLE_ENTRIES * ID_BYTES + CHECK_BYTES
/** By the byte that stands for it on disk: what comes new comes last. */
const TYPES = [
  'act',
  'claim',
  'document',
  'key',
  'ruling',
  'withdrawal',
  'release',
  'minute',
] as const satisfies readonly Entry['type'][]
const FREE = -1
const NO_TYPE = 255

/** An id and its type; the record has each at most once, at the index at which it was added. */
export class IdIndex {
  size = 0
  private ids = new Uint8Array(ID_BYTES * 64)
  private slots = new Int32Array(128).fill(FREE)

  /** Null for an entry whose id nobody can know any more. */
  add(id: string | null): void {
    const one = id === null ? unknownAt(this.size) : packed(id)
    if (one === null) throw new TypeError(`\`${id}\` is no id.`)
    this.addPacked(one)
  }

  addPacked(one: Uint8Array): void {
    if ((this.size + 1) * ID_BYTES > this.ids.length) this.grow()
    this.ids.set(one, this.size * ID_BYTES)
    this.slots[this.slotOf(one)] = this.size++
  }

  find(id: string): Known | undefined {
    const one = packed(id)
    const index = one === null ? FREE : this.slots[this.slotOf(one)]!
    return index === FREE ? undefined : { index, type: TYPES[one![0]!]! }
  }

  /** The places of all entries of a type, in order. */
  placesOf(type: Entry['type']): number[] {
    const code = TYPES.indexOf(type)
    const places: number[] = []
    for (let index = 0; index < this.size; index++) if (this.ids[index * ID_BYTES] === code) places.push(index)
    return places
  }

  /** The packed ids of one full bundle. */
  block(number: number): Uint8Array {
    return this.ids.slice(number * BUNDLE_ENTRIES * ID_BYTES, (number + 1) * BUNDLE_ENTRIES * ID_BYTES)
  }

  /** The slot of an id, or the free one where it would go. Ids are digests, so their first bytes scatter well. */
  private slotOf(one: Uint8Array): number {
    const mask = this.slots.length - 1
    let slot = ((one[1]! << 24) | (one[2]! << 16) | (one[3]! << 8) | one[4]!) & mask
    while (this.slots[slot] !== FREE && !this.holds(this.slots[slot]!, one)) slot = (slot + 1) & mask
    return slot
  }

  private holds(index: number, one: Uint8Array): boolean {
    const from = index * ID_BYTES
    for (let at = 0; at < ID_BYTES; at++) if (this.ids[from + at] !== one[at]) return false
    return true
  }

  private grow(): void {
    const ids = new Uint8Array(this.ids.length * 2)
    ids.set(this.ids)
    this.ids = ids
    this.slots = new Int32Array(this.slots.length * 2).fill(FREE)
    for (let index = 0; index < this.size; index++)
      this.slots[this.slotOf(ids.subarray(index * ID_BYTES, (index + 1) * ID_BYTES))] = index
  }
}

function packed(id: string): Uint8Array | null {
  const [prefix, hex] = id.split('_')
  const type = TYPES.findIndex((one) => PREFIXES[one] === prefix)
  if (type < 0 || hex === undefined || !/^[0-9a-f]{20}$/.test(hex)) return null
  const digits = Array.from({ length: ID_BYTES - 1 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
  return Uint8Array.of(type, ...digits)
}

/** Takes the place of an id and is found by none. */
function unknownAt(index: number): Uint8Array {
  const one = new Uint8Array(ID_BYTES)
  new DataView(one.buffer).setUint32(1, index)
  one[0] = NO_TYPE
  return one
}

/** What the ids of a bundle can be had from. */
export interface BundleSource {
  /** The roots over their entries, one after another: a block of ids is of one bundle and no other. */
  readonly roots: Uint8Array
  ids(number: number): Promise<readonly (string | null)[]>
}

/** The ids of the full bundles, from the file where its block agrees with its check, else from the bundle itself. */
export async function idsOfFullBundles(
  storage: Storage,
  layout: Layout,
  bundles: number,
  source: BundleSource,
): Promise<IdIndex> {
  const ids = new IdIndex()
  const file = (await storage.read(layout.ids)) ?? new Uint8Array(0)
  for (let number = 0; number < bundles; number++) {
    const block = file.subarray(number * BLOCK_BYTES, (number + 1) * BLOCK_BYTES)
    const root = source.roots.subarray(number * HASH_BYTES, (number + 1) * HASH_BYTES)
    if (block.length === BLOCK_BYTES && isWhole(block, root)) {
      for (let at = 0; at < BUNDLE_ENTRIES; at++) ids.addPacked(block.subarray(at * ID_BYTES, (at + 1) * ID_BYTES))
      continue
    }
    for (const id of await source.ids(number)) ids.add(id)
    await keepBlock(storage, layout, ids, number, root)
  }
  return ids
}

/** Writes the block of a bundle that has become full. It is not synced: a block that is lost is made again. */
export async function keepBlock(
  storage: Storage,
  layout: Layout,
  ids: IdIndex,
  number: number,
  root: Uint8Array,
): Promise<void> {
  const block = ids.block(number)
  const bytes = new Uint8Array(BLOCK_BYTES)
  bytes.set(block)
  bytes.set(checkOf(block, root), block.length)
  await storage.extend(layout.ids, number * BLOCK_BYTES, bytes)
}

function isWhole(block: Uint8Array, root: Uint8Array): boolean {
  const end = BLOCK_BYTES - CHECK_BYTES
  return Buffer.compare(checkOf(block.subarray(0, end), root), block.subarray(end)) === 0
}

function checkOf(ids: Uint8Array, root: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([root, ids])).subarray(0, CHECK_BYTES)
}
