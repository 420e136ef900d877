// How entries lie in a segment: length, check, bytes; so that a torn or altered one is seen for what it is.
import { leafHash } from '@trucekeeper/merkle'
import { MOST_ENTRY_BYTES } from './layout.ts'
import { sha256 } from './sha256.ts'

const LENGTH_BYTES = 2
const CHECK_BYTES = 8

/** An entry's canonical bytes with its leaf hash. */
export interface Leaf {
  readonly bytes: Uint8Array
  readonly hash: Uint8Array
}

export interface Frame extends Leaf {
  /** Where the frame begins in its segment. */
  readonly start: number
  /** Where the next one begins. */
  readonly end: number
}

/** What the bytes of a segment hold, up to the first that are no frame. */
export interface Decoded {
  readonly frames: readonly Frame[]
  /** Where the last good frame ends. */
  readonly end: number
  /** Why decoding ended before the bytes did; null when it did not. */
  readonly broken: string | null
}

export function leafOf(bytes: Uint8Array): Leaf {
  return { bytes, hash: leafHash(sha256, bytes) }
}

export function frameLength({ bytes }: Leaf): number {
  return LENGTH_BYTES + CHECK_BYTES + bytes.length
}

/** 16-bit big-endian length, the first 8 bytes of the leaf hash, the entry. */
export function frameOf(leaf: Leaf): Uint8Array {
  const { bytes, hash } = leaf
  if (bytes.length === 0 || bytes.length > MOST_ENTRY_BYTES) throw new RangeError(`Framed ${bytes.length} bytes.`)
  const frame = new Uint8Array(frameLength(leaf))
  frame[0] = bytes.length >> 8
  frame[1] = bytes.length & 0xff
  frame.set(hash.subarray(0, CHECK_BYTES), LENGTH_BYTES)
  frame.set(bytes, LENGTH_BYTES + CHECK_BYTES)
  return frame
}

/** Reads at most `most` frames. */
export function decodeFrames(segment: Uint8Array, most: number): Decoded {
  const frames: Frame[] = []
  let start = 0
  const broken = (why: string): Decoded => ({ frames, end: start, broken: why })
  while (start < segment.length && frames.length < most) {
    const from = start + LENGTH_BYTES + CHECK_BYTES
    if (from > segment.length) return broken('the frame is torn')
    const length = segment[start]! * 256 + segment[start + 1]!
    if (length === 0) return broken('the frame is empty')
    if (from + length > segment.length) return broken('the frame is torn')
    const leaf = leafOf(segment.subarray(from, from + length))
    for (let at = 0; at < CHECK_BYTES; at++) {
      if (leaf.hash[at] !== segment[start + LENGTH_BYTES + at]) return broken('the entry does not match its check')
    }
    frames.push({ ...leaf, start, end: from + length })
    start = from + length
  }
  return { frames, end: start, broken: null }
}
