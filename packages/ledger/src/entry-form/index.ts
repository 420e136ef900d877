// The form of an entry in the log: made into a leaf, read from one, opened with what was disclosed.
export { makeLeaf, type LeafOptions, type MadeLeaf, type Sealed } from './make-leaf.ts'
export { readLeaf, verifyAuthor, type Leaf } from './read-leaf.ts'
export { fieldAt } from './fields.ts'
export { openLeaf, type OpenedLeaf } from './open-leaf.ts'
export {
  openSealedStore,
  type Sealer,
  type SealedRefusal,
  type SealedRefusalCode,
  type SealedResult,
  type SealedStore,
} from './sealed/index.ts'
export { positionFields, type Point, type PositionFields } from './position.ts'
export {
  ENTRY_CONTEXT,
  MOST_LEAF_BYTES,
  type Author,
  type EntryLike,
  type Fields,
  type OpenEntry,
  type VerifySignature,
} from './form.ts'
export type { Formed, FormRefusal, FormRefusalCode } from './refusal.ts'
