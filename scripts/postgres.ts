// A PostgreSQL of the tests' own: Debian's programs, a cluster in a temporary folder, reached through a socket in it.
//
// As a global set-up of vitest it starts the cluster for the first test file that asks, and stops it after the last.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Asked with GET, it starts the cluster where that has not been done, and answers with a `PostgresForTests`. */
    postgres: string
  }
}

/** The folder of the cluster's socket; or why there is none, and whether the tests may go on without. */
export type PostgresForTests = { readonly socket: string } | { readonly missing: string; readonly required: boolean }

export interface Cluster {
  readonly socket: string
  /** Ends the server and removes its folder. */
  stop(): Promise<void>
}

const INSTALLED = '/usr/lib/postgresql'
const OLDEST = 15
const START_MS = 60_000

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Cluster | string> | null = null
  const door = createServer((_, response) => {
    started ??= startPostgres().catch((error: unknown) => String(error))
    void started.then((cluster) => {
      const answer: PostgresForTests =
        typeof cluster === 'string'
          ? { missing: cluster, required: Boolean(process.env.CI) }
          : { socket: cluster.socket }
      response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening))
  project.provide('postgres', `http://127.0.0.1:${(door.address() as AddressInfo).port}/`)
  return async () => {
    door.close()
    const cluster = await started
    if (cluster && typeof cluster !== 'string') await cluster.stop()
  }
}

/**
 * Starts a cluster, or says why it cannot. `durable` syncs as a server in use does, for measurements. Other clusters
 * on the machine are left alone: this one listens on no port.
 */
export async function startPostgres({ durable = false } = {}): Promise<Cluster | string> {
  const programs = newestPrograms() ?? install()
  if (!programs)
    return `no PostgreSQL ${OLDEST} or newer in ${INSTALLED}; install it with \`apt-get install postgresql\``
  const user = serverUser()
  if (!user) return 'there is no user `postgres`, and PostgreSQL does not run as root'
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  // Turkish, so that nothing passes that leaves case or order to the database.
  const locale = ['--locale=C.UTF-8', '--lc-messages=C', '--locale-provider=icu', '--icu-locale=tr-TR']
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync', ...locale],
    { ...user, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    return `initdb failed: ${made.error?.message ?? made.stderr.trim()}`
  }
  const settings = ['listen_addresses=', ...(durable ? [] : ['fsync=off', 'full_page_writes=off'])]
  const words = ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])]
  // The shell ends the server when its input ends: with `stop`, and also when this process dies without it. Detached,
  // since a signal to all of a terminal is to end this process and not the shell.
  const script = '"$@" & server=$!; cat > /dev/null; kill -INT $server; wait $server; rm -rf -- "$FOLDER"'
  const shell = spawn('/bin/sh', ['-c', script, 'sh', join(programs, 'postgres'), ...words], {
    ...user,
    cwd: folder,
    env: { PATH: process.env.PATH, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => shell.once('close', () => resolve()))
  const stop = async () => {
    shell.stdin.end()
    await ended
  }
  const failure = await failureToStart(shell.stderr, ended)
  if (failure === null) return { socket: folder, stop }
  await stop()
  return `PostgreSQL did not start: ${failure}`
}

async function failureToStart(log: NodeJS.ReadableStream, ended: Promise<void>): Promise<string | null> {
  let said = ''
  const { promise, resolve } = Promise.withResolvers<string | null>()
  log.setEncoding('utf8')
  log.on('data', (text: string) => {
    said = (said + text).slice(-4_000)
    if (said.includes('ready to accept connections')) resolve(null)
    else if (said.includes('FATAL')) resolve(said.trim())
  })
  const late = setTimeout(() => resolve(`not within ${START_MS / 1_000} seconds: ${said.trim()}`), START_MS)
  void ended.then(() => resolve(said.trim()))
  try {
    return await promise
  } finally {
    clearTimeout(late)
  }
}

/** The folder of the newest programs that are new enough. */
function newestPrograms(): string | null {
  if (!existsSync(INSTALLED)) return null
  const [newest] = readdirSync(INSTALLED)
    .map(Number)
    .filter((version) => version >= OLDEST && existsSync(join(INSTALLED, String(version), 'bin/postgres')))
    .toSorted((a, b) => b - a)
  return newest === undefined ? null : join(INSTALLED, String(newest), 'bin')
}

function install(): string | null {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return null
  console.log("-- installing Debian's PostgreSQL, which the tests of the tables need")
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'postgresql'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  return newestPrograms()
}

/** Whom the server runs as: ourselves, or Debian's user for it where we are root. */
function serverUser(): { readonly uid: number; readonly gid: number } | null {
  const uid = process.getuid?.() ?? 0
  if (uid !== 0) return { uid, gid: process.getgid!() }
  const [theirs, group] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  if (theirs?.status !== 0 || group?.status !== 0) return null
  return { uid: Number(theirs.stdout), gid: Number(group.stdout) }
}
