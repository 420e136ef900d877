// How entries lie in a bundle, in the form of C2SP tlog-tiles: length, bytes, length, bytes.
import { leafHash } from '@trucekeeper/merkle'
import { MOST_ENTRY_BYTES } from './layout.ts'
import { sha256 } from './sha256.ts'

const LENGTH_BYTES = 2

/** The bytes that the log holds of an entry, with their leaf hash. */
export interface Leaf {
  readonly bytes: Uint8Array
  readonly hash: Uint8Array
}

export interface Bundled extends Leaf {
  /** Where its length stands in the bundle. */
  readonly start: number
  /** Where the next one begins. */
  readonly end: number
}

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

export function bundledLength({ bytes }: Leaf): number {
  return LENGTH_BYTES + bytes.length
}

/** 16-bit big-endian length, then the bytes. */
export function bundled({ bytes }: Leaf): Uint8Array {
  if (bytes.length === 0 || bytes.length > MOST_ENTRY_BYTES) throw new RangeError(`Bundled ${bytes.length} bytes.`)
  const made = new Uint8Array(LENGTH_BYTES + bytes.length)
  made[0] = bytes.length >> 8
  made[1] = bytes.length & 0xff
  made.set(bytes, LENGTH_BYTES)
  return made
}

/** Reads at most `most` entries. */
export function decodeBundle(bundle: Uint8Array, most: number): Decoded {
  const leaves: Bundled[] = []
  let start = 0
  const broken = (why: string): Decoded => ({ leaves, end: start, broken: why })
  while (start < bundle.length && leaves.length < most) {
    const from = start + LENGTH_BYTES
    if (from > bundle.length) return broken('the length of the entry is torn')
    const length = bundle[start]! * 256 + bundle[start + 1]!
    if (length === 0) return broken('the entry is empty')
    if (from + length > bundle.length) return broken('the entry is torn')
    leaves.push({ ...leafOf(bundle.subarray(from, from + length)), start, end: from + length })
    start = from + length
  }
  return { leaves, end: start, broken: null }
}
