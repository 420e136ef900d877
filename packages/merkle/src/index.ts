// The transparency log of RFC 9162 and C2SP, for any hash function: tree, tiles, notes, heads, receipts, disclosure.
export { leafHash, nodeHash, rootOf, type Hash } from './tree.ts'
export { EMPTY_TREE, treeRoot, withLeaf, type CompactTree } from './compact.ts'
export { verifyConsistency, verifyInclusion, type ConsistencyClaim, type InclusionClaim } from './proofs.ts'
export { consistencyProofOf, inclusionProofOf } from './prove.ts'
export * from './tiles/index.ts'
export * from './notes/index.ts'
export {
  formatCheckpoint,
  headOf,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  type Checkpoint,
  type CheckpointRefusal,
  type OpenedCheckpoint,
} from './checkpoint.ts'
export { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url } from './base64.ts'
export { hexOf, joinBytes, sameBytes } from './bytes.ts'
export { decimal, UINT64_MAX } from './decimal.ts'
export { refusedKey } from './ed25519.ts'
export type { Parsed, Refused } from './result.ts'
export * from './policy/index.ts'
export * from './receipts/index.ts'
export * from './disclosure/index.ts'
export * from './verification/index.ts'
export * from './sections/index.ts'
