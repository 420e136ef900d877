// A workspace that is read again when its folder has changed, so that a running server answers from the record as it is.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ledgerFolder } from './record.ts'
import { AGREEMENT_FILE, openWorkspace, type Questions, type Workspace } from './workspace.ts'

/** Questions to a folder. An agreement that no longer reads is a fault that is thrown, naming what is wrong with it. */
export function liveWorkspace(dir: string): Questions {
  let held: { stamp: string; workspace: Promise<Workspace> } | null = null
  async function current(): Promise<Workspace> {
    const stamp = await stampOf(dir)
    if (held?.stamp !== stamp) held = { stamp, workspace: opened(dir) }
    return held.workspace
  }
  return {
    status: async (query) => (await current()).status(query),
    why: async (query) => (await current()).why(query),
    record: async () => (await current()).record(),
    document: async (digestOrName) => (await current()).document(digestOrName),
    agreementText: async () => (await current()).agreementText(),
  }
}

async function opened(dir: string): Promise<Workspace> {
  const found = await openWorkspace(dir)
  if (found.ok) return found.workspace
  const messages = [found.refusal?.message, ...found.diagnostics.map(({ message }) => message)].filter(
    (message) => message !== undefined,
  )
  throw new Error(`Cannot read \`${dir}\`: ${messages.join('; ')}`)
}

/** Changes whenever anything that verdicts rest on has been written. */
async function stampOf(dir: string): Promise<string> {
  const files = [AGREEMENT_FILE, 'reports'].map((name) => join(dir, name))
  const beside = (await readdir(dir).catch(() => []))
    .filter((name) => name.endsWith('.geojson'))
    .map((name) => join(dir, name))
  const stats = await Promise.all(
    [...files, ...beside, join(ledgerFolder(dir), 'head')].map((path) =>
      stat(path).then(
        ({ mtimeMs, size }) => `${mtimeMs}/${size}`,
        () => '-',
      ),
    ),
  )
  return stats.join(' ')
}
