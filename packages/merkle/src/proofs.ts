// Whether a proof holds: that an entry is in a tree, and that a later tree only adds to an earlier one.
import { sameBytes } from './bytes.ts'
import { isUint64 } from './decimal.ts'
import { nodeHash, type Hash } from './tree.ts'

export interface InclusionClaim {
  /** Of the leaf, from 0. */
  readonly index: bigint
  /** Leaves in the tree. */
  readonly size: bigint
  readonly leafHash: Uint8Array
  readonly root: Uint8Array
  /** From the leaf's sibling up. */
  readonly proof: readonly Uint8Array[]
}

/** Whether `leafHash` is at `index` of the tree of `size` with `root` (RFC 9162 section 2.1.3.2). Never throws. */
export function verifyInclusion(hash: Hash, { index, size, leafHash, root, proof }: InclusionClaim): boolean {
  if (!isUint64(index) || !isUint64(size) || index >= size) return false
  if (!areDigests(hash, [leafHash, root, ...proof])) return false
  let at = index
  let last = size - 1n
  let node = leafHash
  for (const sibling of proof) {
    if (last === 0n) return false
    if (isOdd(at) || at === last) {
      node = nodeHash(hash, sibling, node)
      // A node without a sibling stands for itself on the levels above, until it has one.
      while (!isOdd(at) && at !== 0n) [at, last] = [at >> 1n, last >> 1n]
    } else {
      node = nodeHash(hash, node, sibling)
    }
    ;[at, last] = [at >> 1n, last >> 1n]
  }
  return last === 0n && sameBytes(node, root)
}

export interface ConsistencyClaim {
  readonly oldSize: bigint
  readonly newSize: bigint
  readonly oldRoot: Uint8Array
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/**
 * Whether the tree of `newSize` begins with the tree of `oldSize` (RFC 9162 section 2.1.4.2). Never throws.
 * From the empty tree nothing can be proven, so `oldSize` 0 is refused unless `newSize` is 0 too:
 * who trusts a first head says so, and calls nothing.
 */
export function verifyConsistency(hash: Hash, claim: ConsistencyClaim): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  if (!isUint64(oldSize) || !isUint64(newSize) || oldSize > newSize) return false
  // Equal sizes ask for no hashing, so of what length the roots are is for who read them.
  if (oldSize === newSize) return proof.length === 0 && sameBytes(oldRoot, newRoot)
  if (!areDigests(hash, [oldRoot, newRoot, ...proof])) return false
  if (oldSize === 0n || proof.length === 0) return false

  // An old tree that is perfect is a node of the new one, and the proof leaves it out.
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  let at = oldSize - 1n
  let last = newSize - 1n
  while (isOdd(at)) [at, last] = [at >> 1n, last >> 1n]
  let before = first!
  let after = first!
  for (const node of rest) {
    if (last === 0n) return false
    if (isOdd(at) || at === last) {
      before = nodeHash(hash, node, before)
      after = nodeHash(hash, node, after)
      while (!isOdd(at) && at !== 0n) [at, last] = [at >> 1n, last >> 1n]
    } else {
      after = nodeHash(hash, after, node)
    }
    ;[at, last] = [at >> 1n, last >> 1n]
  }
  return last === 0n && sameBytes(before, oldRoot) && sameBytes(after, newRoot)
}

/** A path in a tree of 2^64 leaves has 64 steps, and a proof of consistency one more. */
const LONGEST = 65 + 2

function areDigests(hash: Hash, digests: readonly Uint8Array[]): boolean {
  if (digests.length > LONGEST) return false
  const length = hash(new Uint8Array(0)).length
  return digests.every((digest) => digest instanceof Uint8Array && digest.length === length)
}

const isOdd = (value: bigint) => (value & 1n) === 1n
const isPowerOfTwo = (value: bigint) => (value & (value - 1n)) === 0n
