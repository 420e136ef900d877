// The head: how much of the ledger is acknowledged, in a file that is replaced whole and last.
import { canonicalText } from '@trucekeeper/claims'
import { treeRoot, type CompactTree } from '@trucekeeper/merkle'
import type { Layout } from './layout.ts'
import { hex, sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

/** A prefix of the record by its length and the RFC 9162 root (SHA-256, hex) over its entries' canonical bytes. */
export interface Checkpoint {
  readonly size: number
  readonly root_hash: string
}

const FORMAT = 'trucekeeper-ledger/1'

export function checkpointOf(tree: CompactTree): Checkpoint {
  return { size: tree.size, root_hash: hex(treeRoot(sha256, tree)) }
}

export function headBytes({ size, root_hash }: Checkpoint): Uint8Array {
  return new TextEncoder().encode(`${canonicalText({ format: FORMAT, root_hash, size })}\n`)
}

/** The checkpoint in a head; null for bytes that `headBytes` would not have written, whatever they are. */
export function parseHead(bytes: Uint8Array): Checkpoint | null {
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
  if (typeof read !== 'object' || read === null || !('size' in read) || !('root_hash' in read)) return null
  const { size, root_hash } = read
  if (!Number.isSafeInteger(size) || typeof root_hash !== 'string' || !/^[0-9a-f]{64}$/.test(root_hash)) return null
  const head = { size: Number(size), root_hash }
  return head.size >= 0 && sameBytes(headBytes(head), bytes) ? head : null
}

/** Steps of replacing the head, in the only order that is safe: a name may only ever point to synced bytes. */
export function headReplacement(storage: Storage, layout: Layout, head: Checkpoint) {
  return {
    write: () => storage.write(layout.newHead, headBytes(head)),
    sync: () => storage.sync(layout.newHead),
    rename: () => storage.rename(layout.newHead, layout.head),
    settle: () => storage.syncFolder(layout.folder),
  }
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
