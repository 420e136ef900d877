// Proofs in JSON: that an entry is in a tree, and that one tree continues another.
import { sameBytes } from '../bytes.ts'
import { isObject, type Json, type JsonObject } from '../disclosure/json.ts'
import { verifyConsistency, verifyInclusion, type ConsistencyClaim } from '../proofs.ts'
import type { Hash } from '../tree.ts'
import { bytesIn, fieldIn, hashesIn, numberIn, objectsIn } from './fields.ts'
import { DISTRUST, fails, holds, type Examined } from './types.ts'
import { entriesOf, placeOf } from './wording.ts'

const INDEX = ['leafIdx', 'leafIndex', 'leaf_index', 'index']
const SIZE = ['treeSize', 'tree_size', 'size']
const ROOT = ['root', 'rootHash', 'root_hash']
const LEAF_HASH = ['leafHash', 'leaf_hash']
const OLD_SIZE = ['size1', 'oldSize', 'old_size']
const NEW_SIZE = ['size2', 'newSize', 'new_size']
const OLD_ROOT = ['root1', 'oldRoot', 'old_root']
const NEW_ROOT = ['root2', 'newRoot', 'new_root']
const PROOF = ['proof', 'hashes']

const FORM_HELP = 'sizes are whole numbers below 2^64 in decimal, hashes 32 bytes in hex or base64'

export function isInclusionCase(value: JsonObject): boolean {
  return hasAll(value, [INDEX, SIZE, ROOT, LEAF_HASH, PROOF])
}

export function isConsistencyCase(value: JsonObject): boolean {
  return hasAll(value, [OLD_SIZE, NEW_SIZE, OLD_ROOT, NEW_ROOT, PROOF])
}

function hasAll(value: JsonObject, fields: readonly (readonly string[])[]): boolean {
  return fields.every((names) => fieldIn(value, names) !== undefined)
}

export function inclusionItem(value: JsonObject, hash: Hash): Examined {
  const what = 'inclusion proof'
  const [index, size] = [numberIn(value, INDEX), numberIn(value, SIZE)]
  const [root, leafHash] = [bytesIn(fieldIn(value, ROOT)), bytesIn(fieldIn(value, LEAF_HASH))]
  const proof = hashesIn(fieldIn(value, PROOF))
  if (index === null || size === null || root === null || leafHash === null || proof === null) {
    return fails(what, 'malformed', 'the proof has a size, an index or a hash that is none', FORM_HELP)
  }
  if (index >= size) {
    return fails(what, 'index-outside', `a tree of ${entriesOf(size)} has none with the index ${index}`, DISTRUST)
  }
  if (!verifyInclusion(hash, { index, size, leafHash, root, proof })) {
    return fails(what, 'not-included', `the entry is not ${placeOf(index, size)} under this root`, DISTRUST)
  }
  return holds(what, `the entry is ${placeOf(index, size)} under this root; whose root it is, the proof does not say`)
}

/** A claim of consistency as a file makes it, before anything of it is believed. */
export type ConsistencyCase = ConsistencyClaim

function claimIn(value: JsonObject): ConsistencyCase | null {
  const [oldSize, newSize] = [numberIn(value, OLD_SIZE), numberIn(value, NEW_SIZE)]
  const [oldRoot, newRoot] = [bytesIn(fieldIn(value, OLD_ROOT)), bytesIn(fieldIn(value, NEW_ROOT))]
  const proof = hashesIn(fieldIn(value, PROOF))
  if (oldSize === null || newSize === null || oldRoot === null || newRoot === null || proof === null) return null
  return { oldSize, newSize, oldRoot, newRoot, proof }
}

/** The consistency proofs in a file, alone or in a list. */
export function consistencyIn(json: Json): readonly ConsistencyCase[] {
  const objects = isObject(json) ? [json] : objectsIn(json)
  return objects.flatMap((value) => (isConsistencyCase(value) ? (claimIn(value) ?? []) : []))
}

export function consistencyItem(value: JsonObject, hash: Hash): Examined {
  const what = 'consistency proof'
  const claim = claimIn(value)
  if (claim === null) return fails(what, 'malformed', 'the proof has a size or a hash that is none', FORM_HELP)
  const { oldSize, newSize, oldRoot, newRoot } = claim
  if (verifyConsistency(hash, claim)) {
    const why = `the tree of ${entriesOf(newSize)} begins with the tree of ${entriesOf(oldSize)}; whose trees they are, the proof does not say`
    return holds(what, why)
  }
  if (oldSize > newSize) {
    return fails(
      what,
      'sizes-reversed',
      `a tree of ${entriesOf(newSize)} cannot begin with one of ${entriesOf(oldSize)}`,
      DISTRUST,
    )
  }
  if (oldSize === newSize && !sameBytes(oldRoot, newRoot)) {
    const why = `two trees of ${entriesOf(newSize)} have different roots: if one log signed both, that is proof of a split view`
    return fails(what, 'split-view', why, 'look for both roots in heads that the log has signed')
  }
  if (oldSize === 0n) {
    const why = 'from the empty tree nothing can be proved: every tree begins with it'
    return fails(what, 'from-empty', why, 'begin with the first head that has an entry')
  }
  const why = `the tree of ${entriesOf(newSize)} is not shown to begin with the tree of ${entriesOf(oldSize)}: the proof is wrong, or the history was changed (a split view)`
  return fails(what, 'not-consistent', why, 'ask the log for this proof again: if it has none, keep both heads')
}
