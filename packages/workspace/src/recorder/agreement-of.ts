// The agreement of a folder, read again when its file has changed.
import type { Agreement } from '@trucekeeper/agreement'
import { asksTables, type KnownTables } from '@trucekeeper/engine'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readAgreement } from '../agreement-file.ts'
import { readTables } from '../tables.ts'

const FILE = 'agreement.md'

/** Throws where there is none that can be read: a server says so before it starts. */
export function agreementOf(dir: string): () => Promise<Agreement> {
  let held: { readonly stamp: string; readonly agreement: Promise<Agreement> } | null = null
  return async () => {
    const { mtimeMs, size } = await stat(join(dir, FILE))
    const stamp = `${mtimeMs}/${size}`
    if (held?.stamp !== stamp) held = { stamp, agreement: readIn(dir) }
    return held.agreement
  }
}

/** The tables beside the reports where the agreement asks them; else null. */
export async function tablesOf(dir: string): Promise<KnownTables | null> {
  const file = await readAgreement(join(dir, FILE), FILE)
  if (file.agreement === null || !asksTables(file.agreement)) return null
  return { ...(await readTables(dir, file.agreement, file)), knownAt: null }
}

async function readIn(dir: string): Promise<Agreement> {
  const { agreement, diagnostics } = await readAgreement(join(dir, FILE), FILE)
  if (agreement === null)
    throw new Error(`Cannot read \`${FILE}\`: ${diagnostics.map(({ message }) => message).join('; ')}`)
  return agreement
}
