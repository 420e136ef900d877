// The Merkle tree of RFC 9162, for any hash function.
export { leafHash, nodeHash, rootOf, type Hash } from './tree.ts'
export { EMPTY_TREE, treeRoot, withLeaf, type CompactTree } from './compact.ts'
