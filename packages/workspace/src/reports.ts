// The reports that lie in a folder, in the order in which they came in.
import type { Agreement } from '@trucekeeper/agreement'
import { hasReportName, openDocumentReader } from '@trucekeeper/documents'
import { parseInstant } from '@trucekeeper/time'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '@trucekeeper/claims'
import { readDispatches, type Dispatch } from './dispatch.ts'
import { agreementsIn } from './agreements.ts'
import { lexiconOfAll } from './lexicon.ts'

/**
 * Every file of a folder's `reports/` that has the name of a report, read; none when there is no such folder. The names are
 * those of all texts of the folder, whichever of them is asked about, and the days those of its own. Files with a digest that is
 * `held` are left out: to read a report costs far more than to know its bytes again.
 */
export async function readReports(
  dir: string,
  agreement: Agreement,
  texts?: readonly Agreement[],
  held: ReadonlySet<string> = new Set(),
): Promise<Dispatch[]> {
  const files = (await reportFiles(dir)).filter(({ bytes }) => held.size === 0 || !held.has(sha256Hex(bytes)))
  if (files.length === 0) return []
  const all = texts ?? (await agreementsIn(dir, agreement))
  const lexicon = lexiconOfAll(all)
  const zone = (all[0] ?? agreement).zone
  const reader = openDocumentReader()
  const dispatches: Dispatch[] = []
  try {
    for (const { doc, bytes } of files)
      dispatches.push(...(await readDispatches(bytes, { doc, zone }, lexicon, reader)))
  } finally {
    reader.close()
  }
  return dispatches.toSorted((a, b) => receiptOf(a) - receiptOf(b) || (a.doc < b.doc ? -1 : 1))
}

/** The names of reports whose bytes are not among the digests given: cheaper than reading them. */
export async function reportsBeside(dir: string, digests: ReadonlySet<string>): Promise<string[]> {
  return (await reportFiles(dir)).filter(({ bytes }) => !digests.has(sha256Hex(bytes))).map(({ doc }) => doc)
}

export async function reportFiles(dir: string): Promise<{ doc: string; bytes: Uint8Array }[]> {
  const folder = join(dir, 'reports')
  const names = (await readdir(folder).catch(() => [])).filter((name) => hasReportName(name)).toSorted()
  return Promise.all(names.map(async (doc) => ({ doc, bytes: await readFile(join(folder, doc)) })))
}

/** When a dispatch came in; one that cannot be entered comes last. */
function receiptOf({ entries }: Dispatch): number {
  return entries[0] ? parseInstant(entries[0].received_at)! : Infinity
}
