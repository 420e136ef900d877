// Starts a worker that may read the code of its parsers and nothing else: no writing, no network, no processes.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const PACKAGE = join(HERE, '../..')
const LOCK = new URL('lock.ts', import.meta.url).href
const HEAP_MEGABYTES = 256

/** What Node is started with. `script` is a path inside this package. */
function lockedArguments(script: string): string[] {
  return [
    '--permission',
    ...readable().map((path) => `--allow-fs-read=${path}`),
    `--max-old-space-size=${HEAP_MEGABYTES}`,
    '--disallow-code-generation-from-strings',
    '--disable-proto=delete',
    '--no-warnings',
    `--import=${LOCK}`,
    script,
  ]
}

/** Starts `script` with nothing of this process's environment but what the system needs to start anything. */
export function startLocked(script: string = join(HERE, 'main.ts'), words: readonly string[] = []): ChildProcess {
  const { SystemRoot } = process.env
  const child = spawn(process.execPath, [...lockedArguments(script), ...words], {
    cwd: PACKAGE,
    env: { TZ: 'UTC', ...(SystemRoot !== undefined && { SystemRoot }) },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  })
  // A worker that is gone cannot be written to; its exit says so.
  child.stdin.on('error', () => undefined)
  return child
}

/** The package itself and every `node_modules` above it, which hold its parsers. */
function readable(): string[] {
  const paths = [realpathSync(PACKAGE)]
  for (let dir = dirname(paths[0]!); ; dir = dirname(dir)) {
    for (const name of ['node_modules', 'package.json']) if (existsSync(join(dir, name))) paths.push(join(dir, name))
    if (dir === dirname(dir)) return paths
  }
}
