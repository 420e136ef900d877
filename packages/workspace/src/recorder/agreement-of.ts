// The agreements of a folder, read again when one of their files has changed.
import { asksTables, type KnownTables } from '@trucekeeper/engine'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AGREEMENT_FILE } from '../agreement-file.ts'
import { readTexts, textsBeside, type ReadText, type Texts } from '../agreements.ts'
import { readTables } from '../tables.ts'

/** Throws where one of them cannot be read: a server says so before it starts. */
export function textsOf(dir: string): () => Promise<Texts> {
  let held: { readonly stamp: string; readonly texts: Promise<Texts> } | null = null
  return async () => {
    const files = [AGREEMENT_FILE, ...(await textsBeside(dir))].map((name) => stat(join(dir, name)))
    const stamp = (await Promise.all(files)).map(({ mtimeMs, size }) => `${mtimeMs}/${size}`).join(' ')
    if (held?.stamp !== stamp) held = { stamp, texts: readIn(dir) }
    return held.texts
  }
}

/** The tables beside a text where it asks them; else null. */
export async function tablesOf({ agreement, file, dir }: ReadText): Promise<KnownTables | null> {
  return asksTables(agreement) ? { ...(await readTables(dir, agreement, file)), knownAt: null } : null
}

async function readIn(dir: string): Promise<Texts> {
  const read = await readTexts(dir)
  if (read.ok) return read.texts
  const errors = read.diagnostics.filter(({ severity }) => severity === 'error')
  throw new Error(`Cannot read \`${AGREEMENT_FILE}\`: ${errors.map(({ message }) => message).join('; ')}`)
}
