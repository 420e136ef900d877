// The files that arrive in a folder, each once it is whole, and again when it has changed.
import { hasReportName } from '@trucekeeper/documents'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { NO, Stop } from './terminal.ts'

/** Looked at this often; a file that did not change from one look to the next is taken to be whole. */
const MILLISECONDS_BETWEEN_LOOKS = 400
/** What editors and downloads write beside a file while they are at it. */
const UNFINISHED = /^\.|^~|\.(?:part|tmp|crdownload)$/i

/** Paths of reports that come into `dir` from now on, until `signal` says that it is enough. */
export async function* arrivalsIn(dir: string, signal: AbortSignal): AsyncGenerator<string> {
  const told = await stampsOf(dir)
  let before = told
  while (!signal.aborted) {
    const now = await stampsOf(dir)
    for (const [name, stamp] of now) {
      if (signal.aborted) return
      if (told.get(name) === stamp || before.get(name) !== stamp) continue
      told.set(name, stamp)
      yield join(dir, name)
    }
    before = now
    await sleep(MILLISECONDS_BETWEEN_LOOKS, null, { signal }).catch(() => null)
  }
}

async function stampsOf(dir: string): Promise<Map<string, string>> {
  const names = (await readdir(dir).catch(() => gone(dir)))
    .filter((name) => hasReportName(name) && !UNFINISHED.test(name))
    .toSorted()
  const stamps = await Promise.all(
    names.map((name) =>
      stat(join(dir, name)).then(
        (file): [string, string][] => (file.isFile() && file.size > 0 ? [[name, `${file.size}/${file.mtimeMs}`]] : []),
        () => [],
      ),
    ),
  )
  return new Map(stamps.flat())
}

function gone(dir: string): never {
  throw new Stop(`\`${dir}\` cannot be looked into any more`, 'put the folder back, and begin again', NO)
}
