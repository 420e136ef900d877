// Runs the command as a user does: in a process of its own, with an environment of its own.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = new URL('../..', import.meta.url).pathname
const TRUCE = join(ROOT, 'apps/cli/bin/truce.js')
export const EXAMPLE = join(ROOT, 'examples/aleppo-2016')

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export function truce(
  words: readonly string[],
  { env = {}, input }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [TRUCE, ...words],
      { env: { ...process.env, ...env }, maxBuffer: 1 << 28 },
      (error, out, err) => {
        done({ code: error ? Number(error.code ?? 1) : 0, out, err })
      },
    )
    child.stdin?.end(input ?? '')
  })
}

/** A folder with the example in it, and how to throw it away. */
export async function exampleFolder(): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'truce-'))
  for (const name of ['agreement.md', 'places.geojson', 'reports'])
    await cp(join(EXAMPLE, name), join(dir, name), { recursive: true })
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) }
}
