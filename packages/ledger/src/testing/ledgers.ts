// What tests of the writer share: a ledger that opens, all that is in one, claims by number, the leaf of an entry.
import type { Entry } from '@trucekeeper/claims'
import type { Leaf } from '../bundles.ts'
import { valueOf } from '../faults/results.ts'
import { claimEntry } from '../faults/sample-entries.ts'
import { openTestLedger, TEST_KEYS, TEST_ORIGIN } from '../faults/test-keys.ts'
import { leafOfEntry } from '../leaves.ts'
import type { Ledger, LedgerReader, Storage } from '../index.ts'

export async function opened(dir: string, storage?: Storage): Promise<Ledger> {
  return valueOf(await openTestLedger(dir, storage && { storage }))
}

export async function all(reader: LedgerReader, from?: number, to?: number): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const { entry } of reader.entries(from, to)) entries.push(entry)
  return entries
}

export function claims(count: number, from = 0) {
  return Array.from({ length: count }, (_, at) => claimEntry(from + at))
}

/** The leaf of an entry as a test ledger signs it. */
export function signedLeaf(entry: Entry): Leaf {
  return valueOf(leafOfEntry(entry, { origin: TEST_ORIGIN, author: TEST_KEYS.author }))
}
