// Proofs from a plain list of leaf hashes: the definition itself, for small trees and to test the tiles against.
import { consistencyRanges, inclusionRanges } from './ranges.ts'
import { rootOf, type Hash } from './tree.ts'

/** The proof that the leaf `index` is among `leaves`. Throws a RangeError when there is no such leaf. */
export function inclusionProofOf(hash: Hash, index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  return inclusionRanges(index, leaves.length).map(({ from, to }) => rootOf(hash, leaves.slice(from, to)))
}

/** The proof that `leaves` begin with the first `oldSize` of them. Throws a RangeError when there are fewer. */
export function consistencyProofOf(hash: Hash, oldSize: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  return consistencyRanges(oldSize, leaves.length).map(({ from, to }) => rootOf(hash, leaves.slice(from, to)))
}
