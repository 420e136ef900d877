// The tree of RFC 9162 section 2.1: how leaves and nodes are hashed, and the root of a list of leaves.

/** A hash function, injected: `(bytes) => digest`. The logs of C2SP use SHA-256. */
export type Hash = (bytes: Uint8Array) => Uint8Array

const LEAF = 0x00
const NODE = 0x01

/** HASH(0x00 ‖ entry). The leading byte keeps a leaf from ever being taken for a node. */
export function leafHash(hash: Hash, entry: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + entry.length)
  bytes[0] = LEAF
  bytes.set(entry, 1)
  return hash(bytes)
}

/** HASH(0x01 ‖ left ‖ right), of two digests. */
export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length)
  bytes[0] = NODE
  bytes.set(left, 1)
  bytes.set(right, 1 + left.length)
  return hash(bytes)
}

/**
 * The root over leaf hashes in order, as RFC 9162 defines it: HASH of nothing for none, the leaf hash for one,
 * else the node of both halves, the left one the largest power of two that is smaller than the whole.
 */
export function rootOf(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash(new Uint8Array(0))
  return rootOfRange(hash, leaves, 0, leaves.length)
}

function rootOfRange(hash: Hash, leaves: readonly Uint8Array[], from: number, to: number): Uint8Array {
  const width = to - from
  if (width === 1) return leaves[from]!
  let left = 1
  while (left * 2 < width) left *= 2
  return nodeHash(hash, rootOfRange(hash, leaves, from, from + left), rootOfRange(hash, leaves, from + left, to))
}
