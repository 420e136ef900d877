// The reports that lie in a folder, in the order in which they came in.
import type { Agreement } from '@trucekeeper/agreement'
import { parseInstant } from '@trucekeeper/time'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readDispatch, type Dispatch } from './dispatch.ts'
import { lexiconOf } from './lexicon.ts'

/** Every `.txt` file of a folder's `reports/`, read; none when there is no such folder. */
export async function readReports(dir: string, agreement: Agreement): Promise<Dispatch[]> {
  const folder = join(dir, 'reports')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.txt')).toSorted()
  const lexicon = lexiconOf(agreement)
  const dispatches = await Promise.all(
    names.map(async (doc) => readDispatch(await readFile(join(folder, doc)), { doc, zone: agreement.zone }, lexicon)),
  )
  return dispatches.toSorted((a, b) => receiptOf(a) - receiptOf(b) || (a.doc < b.doc ? -1 : 1))
}

/** When a dispatch came in; one that cannot be entered comes last. */
function receiptOf({ entries }: Dispatch): number {
  return entries[0] ? parseInstant(entries[0].received_at)! : Infinity
}
