// What is handed to a person: a file that proves, with the log's key alone, that an entry is in the record.
import { formatReceipt, inclusionProof } from '@trucekeeper/merkle'
import type { Head } from './head.ts'
import type { LedgerReader } from './reader.ts'
import { sha256 } from './sha256.ts'

/**
 * The receipt of an entry (C2SP tlog-proof) on a head that covers it: the newest, or one with cosignatures. The bytes
 * that the log holds of the entry travel in it as extra data, so that the file is all that is needed.
 * Throws a RangeError for an entry that the head does not cover.
 */
export async function receiptOf(
  reader: LedgerReader,
  index: number,
  { size, note }: Pick<Head, 'size' | 'note'> = reader.head,
): Promise<Uint8Array> {
  if (!Number.isInteger(index) || index < 0 || index >= size)
    throw new RangeError(`Asked for the receipt of entry ${index} on a head of ${size} entries.`)
  return formatReceipt({
    extra: await reader.leaf(index),
    index: BigInt(index),
    proof: await inclusionProof(sha256, index, size, reader.nodesAt(size)),
    checkpoint: note,
  })
}
