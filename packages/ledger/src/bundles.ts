// What a bundle on disk holds, as far as it holds: entries with their leaf hashes, up to where it is torn.
import { entryAt, leafHash, type BundledEntry } from '@trucekeeper/merkle'
import { sha256 } from './sha256.ts'

/** The bytes that the log holds of an entry, with their leaf hash. */
export interface Leaf {
  readonly bytes: Uint8Array
  readonly hash: Uint8Array
}

export interface Bundled extends Leaf, BundledEntry {}

/** What a bundle holds, up to the first bytes that are no entry. */
export interface Decoded {
  readonly leaves: readonly Bundled[]
  /** Where the last of them ends. */
  readonly end: number
  /** Why decoding ended before the bytes did; null when it did not. */
  readonly broken: string | null
}

export function leafOf(bytes: Uint8Array): Leaf {
  return { bytes, hash: leafHash(sha256, bytes) }
}

/** Reads at most `most` entries. An empty one is none: so begins what a disk has filled with zeros. */
export function decodeBundle(bundle: Uint8Array, most: number): Decoded {
  const leaves: Bundled[] = []
  let end = 0
  while (end < bundle.length && leaves.length < most) {
    const entry = entryAt(bundle, end)
    if (entry === null) return { leaves, end, broken: 'the entry is torn' }
    const { bytes } = entry
    if (bytes.length === 0) return { leaves, end, broken: 'the entry is empty' }
    leaves.push({ ...entry, hash: leafHash(sha256, bytes) })
    end = entry.end
  }
  return { leaves, end, broken: null }
}
