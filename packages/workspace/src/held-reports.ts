// Reports of a folder as its ledger holds them: what was read from each when it came in, so that none is read twice.
import { sha256Hex, type Entry } from '@trucekeeper/claims'
import type { LedgerReader } from '@trucekeeper/ledger'
import type { Ground } from './minutes/index.ts'
import { documentText } from './document-text.ts'
import { reportFiles } from './reports.ts'

/** What came in with documents of one file, by the digest of its bytes: a feed is several. */
export type HeldReports = ReadonlyMap<string, readonly HeldDocument[]>

interface HeldDocument {
  readonly doc: string
  readonly received_at: string
  readonly entries: Entry[]
}

/** What desks hold for themselves is not in the ledger for anybody else. */
export async function documentsHeld(ledger: Pick<LedgerReader, 'entries'>): Promise<HeldReports> {
  const held = new Map<string, HeldDocument[]>()
  const byName = new Map<string, HeldDocument>()
  for await (const { entry } of ledger.entries()) {
    if (entry.held_by !== undefined) continue
    if (entry.type === 'document') {
      const { doc, sha256 } = entry.body
      const one = { doc, received_at: entry.received_at, entries: [] }
      held.set(sha256, [...(held.get(sha256) ?? []), one])
      byName.set(doc, one)
    }
    // What was corrected or added later is no part of what was read.
    const of = 'doc' in entry.body && typeof entry.body.doc === 'string' ? byName.get(entry.body.doc) : undefined
    if (of && of.received_at === entry.received_at && isOfReport(entry)) of.entries.push(entry)
  }
  return held
}

const isOfReport = ({ type }: Entry) => type === 'document' || type === 'claim' || type === 'act'

/** Those of the files in a folder’s `reports/` that are held, for minutes to rest on. */
export async function groundsHeld(dir: string, held: HeldReports): Promise<Ground[]> {
  const files = await reportFiles(dir)
  const grounds = files.flatMap(({ bytes }) =>
    (held.get(sha256Hex(bytes)) ?? []).map(async ({ doc, entries }) => ({
      doc,
      entries,
      text: (await documentText(doc, bytes)) ?? '',
    })),
  )
  return Promise.all(grounds)
}
