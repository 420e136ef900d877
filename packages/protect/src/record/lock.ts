// One process at a time: a file that names who writes, whole from the first, taken over from a process that is gone.
import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { given, refused, type Result } from '../refusal.ts'

export interface Lock {
  /** Whether it is still this one: whoever lost it must write nothing more. */
  isHeld(): Promise<boolean>
  release(): Promise<void>
}

const PAUSE_MS = 40
const here = new Set<string>()

/** Takes the lock; waits so long for another process to be done. */
export async function takeLock(path: string, patience_ms: number): Promise<Result<Lock>> {
  const mark = randomBytes(8).toString('hex')
  const mine = `${process.pid} ${mark}`
  const until = performance.now() + patience_ms
  for (;;) {
    if (await created(path, mark, mine)) break
    if (await tookAway(path, mark)) continue
    if (performance.now() >= until) return refused('locked', 'another process has the service open', HELP)
    await setTimeout(PAUSE_MS)
  }
  here.add(mark)
  const isHeld = async () => (await textOf(path)) === mine
  return given({
    isHeld,
    async release() {
      here.delete(mark)
      if (await isHeld()) await rm(path, { force: true })
    },
  })
}

const HELP = 'end it first, or ask that one'

/** Written aside and linked, so that nobody ever reads half of it; false where somebody was first. */
async function created(path: string, mark: string, mine: string): Promise<boolean> {
  const aside = `${path}.${mark}`
  await writeFile(aside, mine, { mode: 0o600, flag: 'wx' })
  try {
    await link(aside, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(aside, { force: true })
  }
}

/** Takes away the lock of a process that is gone. What another process put there meanwhile goes back. */
async function tookAway(path: string, mark: string): Promise<boolean> {
  const found = await textOf(path)
  if (found === null) return true
  if (lives(found)) return false
  const aside = `${path}.${mark}.gone`
  await rename(path, aside).catch(() => undefined)
  const moved = await textOf(aside)
  if (moved !== null && moved !== found) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
  return true
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

function lives(text: string): boolean {
  const [, pid, mark] = /^(\d+)(?: (\w+))?$/.exec(text) ?? []
  if (pid === undefined || !Number.isSafeInteger(Number(pid)) || Number(pid) === 0) return false
  // The number of this process, and another life of it: so it is where a machine starts the same few processes anew.
  if (Number(pid) === process.pid) return mark !== undefined && here.has(mark)
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
