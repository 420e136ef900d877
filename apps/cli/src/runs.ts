// Writes the runs that findings tell of as folders, so that `truce status` can be asked about each.
import { storyRecord, type LintDiagnostic, type Story } from '@trucekeeper/lint'
import { AGREEMENT_FILE, openFolderLedger, type AgreementFile } from '@trucekeeper/workspace'
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Stop } from './terminal.ts'

export interface WrittenRun {
  readonly folder: string
  /** When the run ends, ISO 8601 with an offset. */
  readonly at: string
}

/**
 * One folder for every finding with a story: the agreement at `path` with its places, and a ledger of what is said and done in
 * the run. A folder that is there already is refused, as a record is only ever added to.
 */
export async function writeRuns(
  into: string,
  path: string,
  { source, places }: Pick<AgreementFile, 'source' | 'places'>,
  diagnostics: readonly LintDiagnostic[],
): Promise<readonly WrittenRun[]> {
  const written: WrittenRun[] = []
  for (const { code, story } of diagnostics) {
    if (!story) continue
    const folder = freeName(join(into, `${code}-${story.ends.clauses[0]?.id ?? 'run'}`), written)
    if (await isThere(folder)) throw new Stop(`\`${folder}\` is there already`, 'name a new folder for the runs')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, AGREEMENT_FILE), source)
    for (const name of places.keys()) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await copyFile(join(dirname(path), name), join(folder, name))
    }
    await record(folder, story)
    written.push({ folder, at: story.ends.at })
  }
  return written
}

async function record(folder: string, story: Story): Promise<void> {
  const { text, entries } = storyRecord(story)
  const opened = await openFolderLedger(folder)
  if (!opened.ok) throw new Stop(opened.refusal.message, opened.refusal.help)
  try {
    const kept = await opened.value.evidence.put(new TextEncoder().encode(text))
    const appended = kept.ok ? await opened.value.append(entries) : kept
    if (!appended.ok) throw new Stop(appended.refusal.message, appended.refusal.help)
  } finally {
    await opened.value.close()
  }
}

/** A rule may say several things of one clause. */
function freeName(folder: string, written: readonly WrittenRun[]): string {
  const taken = written.filter((run) => run.folder === folder || run.folder.startsWith(`${folder}-`)).length
  return taken === 0 ? folder : `${folder}-${taken + 1}`
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
