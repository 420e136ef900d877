// A workspace that is read again when its folder has changed, so that a running server answers from the record as it is.
import type { Status } from '@trucekeeper/engine'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ledgerFolder } from './record.ts'
import { AGREEMENT_FILE, openWorkspace, type Questions, type Workspace } from './workspace.ts'

/** The same question gives the same bytes while the folder is as it was, so its answer is kept; so many of them. */
const MOST_STATUSES = 64

/** Questions to a folder. An agreement that no longer reads is a fault that is thrown, naming what is wrong with it. */
export function liveWorkspace(dir: string): Questions {
  let held: { stamp: string; workspace: Promise<Workspace>; statuses: Map<string, Promise<Status>> } | null = null
  const stampNow = together(() => stampOf(dir))
  async function current() {
    const stamp = await stampNow()
    if (held?.stamp !== stamp) held = { stamp, workspace: opened(dir), statuses: new Map() }
    return held
  }
  return {
    stamp: stampNow,
    async status(query) {
      const { workspace, statuses } = await current()
      const key = JSON.stringify(query)
      const known = statuses.get(key)
      if (known) return known
      const status = workspace.then((folder) => folder.status(query))
      if (statuses.size >= MOST_STATUSES) statuses.clear()
      statuses.set(key, status)
      return status
    },
    why: async (query) => (await (await current()).workspace).why(query),
    record: async () => (await (await current()).workspace).record(),
    entries: async (asked) => (await (await current()).workspace).entries(asked),
    document: async (digestOrName) => (await (await current()).workspace).document(digestOrName),
    agreementText: async () => (await (await current()).workspace).agreementText(),
    agreementPlaces: async () => (await (await current()).workspace).agreementPlaces(),
    backTestBasis: async () => (await (await current()).workspace).backTestBasis(),
    claims: async (knownAt) => (await (await current()).workspace).claims(knownAt),
    tables: async () => (await (await current()).workspace).tables(),
    lookback: async () => (await (await current()).workspace).lookback(),
  }
}

/** One look for all who ask while another is under way: it begins after they asked, so nobody is told what was so before. */
function together<T>(look: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null
  let after: Promise<T> | null = null
  function now(): Promise<T> {
    if (underWay === null) {
      const mine = look().finally(() => {
        underWay = null
      })
      underWay = mine
      return mine
    }
    after ??= underWay
      .catch(() => undefined)
      .then(() => {
        after = null
        return now()
      })
    return after
  }
  return now
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
  const beside = await namesIn(dir, '.geojson')
  const tables = await Promise.all(['access', 'ground'].map((folder) => namesIn(join(dir, folder), '.csv')))
  const stats = await Promise.all(
    [...files, ...beside, ...tables.flat(), join(ledgerFolder(dir), 'checkpoint')].map((path) =>
      stat(path).then(
        ({ mtimeMs, size }) => `${mtimeMs}/${size}`,
        () => '-',
      ),
    ),
  )
  return stats.join(' ')
}

async function namesIn(dir: string, ending: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => [])
  return names
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => join(dir, name))
}
