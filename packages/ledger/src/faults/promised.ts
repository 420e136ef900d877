// What a ledger has promised at a moment, and the files that keep the promise to the byte.
import type { Entry } from '@trucekeeper/claims'
import { bundled } from '@trucekeeper/merkle'
import type { Leaf } from '../bundles.ts'
import { grown, NO_EDGE } from '../edge.ts'
import { checkpointOf } from '../head.ts'
import { BUNDLE_ENTRIES, HASH_BYTES, layoutOf } from '../layout.ts'
import { leafOfEntry } from '../leaves.ts'
import { valueOf } from './results.ts'
import { actEntry } from './sample-entries.ts'
import { QUICK_KEYS } from './test-keys.ts'

export const LEDGER = '/l/ledger'
export const LAYOUT = layoutOf(LEDGER)

export interface Offered extends Leaf {
  readonly entry: Entry
}

export interface Promised {
  /** What is in the record, and then what has been offered and may come to be in it, in this order. */
  readonly leaves: readonly Offered[]
  /** So many were acknowledged, or shown by a head: none of them may ever be missing. */
  readonly acknowledged: number
  /** How many there may be after a restart: a batch is there as a whole or not at all. */
  readonly sizes: readonly number[]
  /** Evidence that was acknowledged, by digest. */
  readonly evidence: ReadonlyMap<string, Uint8Array>
}

export const NOTHING_PROMISED: Promised = { leaves: [], acknowledged: 0, sizes: [0], evidence: new Map() }

const made: Offered[] = []

/** The same leaf for the same number, made once. */
export function offeredEntry(number: number): Offered {
  const found = made[number]
  if (found) return found
  const entry = actEntry(number)
  const { bytes, hash } = valueOf(leafOfEntry(entry, { origin: QUICK_KEYS.log.name, author: QUICK_KEYS.author }))
  return (made[number] = { entry, bytes, hash })
}

export function offering(promised: Promised, batch: readonly Offered[]): Promised {
  const leaves = [...promised.leaves, ...batch]
  return { ...promised, leaves, sizes: [...promised.sizes, leaves.length] }
}

/** Of what was offered so much is in the record, and the rest is not. */
export function settled(promised: Promised, size: number): Promised {
  return { ...promised, leaves: promised.leaves.slice(0, size), acknowledged: size, sizes: [size] }
}

interface Expected {
  readonly root_hash: string
  /** Every file of the tree, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

const known = new WeakMap<readonly Offered[], Map<number, Expected>>()

/** What bundles and tiles hold of the first `size` leaves. */
export function expectedFiles({ leaves }: Pick<Promised, 'leaves'>, size: number): Expected {
  const sizes = known.get(leaves) ?? new Map<number, Expected>()
  known.set(leaves, sizes)
  const found = sizes.get(size) ?? expected(leaves.slice(0, size))
  sizes.set(size, found)
  return found
}

function expected(leaves: readonly Offered[]): Expected {
  const files = new Map<string, Uint8Array>()
  for (let number = 0; number * BUNDLE_ENTRIES < leaves.length; number++) {
    const inside = leaves.slice(number * BUNDLE_ENTRIES, (number + 1) * BUNDLE_ENTRIES)
    files.set(LAYOUT.bundle(number), Buffer.concat(inside.map(({ bytes }) => bundled(bytes))))
  }
  const { edge, growth } = grown(
    NO_EDGE,
    leaves.map(({ hash }) => hash),
  )
  for (const { level, number, at, hashes } of growth) {
    if (at * HASH_BYTES !== 0) throw new Error('A tile that grew from nothing began in its middle.')
    files.set(LAYOUT.tile(level, number), Buffer.concat(hashes))
  }
  return { root_hash: checkpointOf(edge).root_hash, files }
}
