// Minutes of the centre that lie in a folder, in `centre/`.
import type { Entry } from '@trucekeeper/claims'
import type { Diagnostic } from '@trucekeeper/diagnostics'
import { parseInstant } from '@trucekeeper/time'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utf8Of } from '../text.ts'
import { minutesIn, type MinutesRead } from './minutes-file.ts'
import type { Ground, Named } from './resolved.ts'

export { minutesIn, type MinutesFile, type MinutesRead } from './minutes-file.ts'
export type { Ground } from './resolved.ts'

/** Those of every `centre/*.yaml`, in the order in which they came in, and what some are called; `dispatches` are the reports that they rest on. */
export async function readMinutes(
  dir: string,
  dispatches: readonly Ground[],
): Promise<MinutesRead & { readonly named: Named }> {
  const folder = join(dir, 'centre')
  const names = await minutesFiles(dir)
  const named: Named = new Map()
  const entries: Entry[] = []
  const diagnostics: Diagnostic[] = []
  for (const name of names) {
    const file = `centre/${name}`
    const source = utf8Of(await readFile(join(folder, name)))
    const read = source === null ? notText(file) : minutesIn({ file, source }, dispatches, named)
    entries.push(...read.entries)
    diagnostics.push(...read.diagnostics)
  }
  const receipt = ({ received_at }: Entry) => parseInstant(received_at)!
  return { entries: entries.toSorted((a, b) => receipt(a) - receipt(b)), diagnostics, named }
}

/** The files that minutes are written in, in `centre/`. */
export async function minutesFiles(dir: string): Promise<readonly string[]> {
  return (await readdir(join(dir, 'centre')).catch(() => [])).filter((name) => name.endsWith('.yaml')).toSorted()
}

function notText(file: string): MinutesRead {
  const start = { offset: 0, line: 1, column: 1 }
  return {
    entries: [],
    diagnostics: [
      {
        code: 'minutes-malformed',
        severity: 'error',
        message: `\`${file}\` is not UTF-8 text`,
        help: 'save it as text in UTF-8',
        spans: [{ file, range: { start, end: start }, heading: [], label: '' }],
      },
    ],
  }
}
