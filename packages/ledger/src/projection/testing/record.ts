// A record in memory for tests of the tables: its entries, and the checkpoints that a ledger of them would have.
import { canonicalText, type Entry } from '@trucekeeper/claims'
import { EMPTY_TREE, leafHash, treeRoot, withLeaf, type CompactTree } from '@trucekeeper/merkle'
import { hex, sha256 } from '../../sha256.ts'
import type { ProjectedRecord } from '../index.ts'

export interface GrowingRecord extends ProjectedRecord {
  readonly size: number
  append(entries: readonly Entry[]): void
}

export function recordOf(first: readonly Entry[] = []): GrowingRecord {
  const entries: Entry[] = []
  const trees: CompactTree[] = [EMPTY_TREE]
  const at = (size: number) => ({ size, root_hash: hex(treeRoot(sha256, trees[size]!)) })
  const record: GrowingRecord = {
    get size() {
      return entries.length
    },
    async *entries(from = 0, to = entries.length) {
      for (let index = from; index < Math.min(to, entries.length); index++) yield { index, entry: entries[index]! }
    },
    checkpoint: () => at(entries.length),
    checkpointAt: async (size) => at(size),
    append(more) {
      for (const entry of more) {
        entries.push(entry)
        const bytes = new TextEncoder().encode(canonicalText(entry))
        trees.push(withLeaf(sha256, trees.at(-1)!, leafHash(sha256, bytes)))
      }
    },
  }
  record.append(first)
  return record
}
