// One writer at a time: a lock file that names its holder, and is taken over from a process that is gone.
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { given, refused, type Result } from './refusal.ts'
import type { Storage } from './storage.ts'

/** Who takes the lock, and how to tell whether another holder still lives. */
export interface Owner {
  readonly pid: number
  /**
   * When a process was born, told so that two processes that had the same number never look the same; `gone` when
   * there is none, null when it lives and the system does not say more.
   */
  birthOf(pid: number): string | 'gone' | null
  /** How to wait, in milliseconds; by the clock unless given. */
  pause?(milliseconds: number): Promise<void>
}

export interface Lock {
  /** The number of the dead process whose lock was taken over. */
  readonly takenFrom: number | null
  release(): Promise<void>
}

export const thisProcess: Owner = { pid: process.pid, birthOf }

/** Takes the lock at `path`, or says who holds it. */
export async function takeLock(storage: Storage, path: string, owner: Owner): Promise<Result<Lock>> {
  const mine = lockBytes(owner.pid, owner.birthOf(owner.pid))
  if (await storage.create(path, mine)) return given(await held(null))

  const found = await settledLock(storage, path, owner.pause ?? setTimeout)
  const holder = found && parseLock(found)
  if (holder && isAlive(holder, owner))
    return refused(
      'locked',
      `process ${holder.pid} is writing here already`,
      `end it first; if there is no such process, remove \`${path}\``,
    )
  // Two who find the same dead lock both get here: the move succeeds for one, and what it moved is then looked at.
  const aside = `${path}.${owner.pid}`
  await storage.rename(path, aside).catch(() => undefined)
  const moved = await storage.read(aside)
  await storage.remove(aside)
  const sameAsFound = moved === null ? found === null : found !== null && Buffer.compare(moved, found) === 0
  if (moved !== null && !sameAsFound) await storage.create(path, moved)
  if (await storage.create(path, mine)) return given(await held(holder?.pid ?? null))
  return refused('locked', 'another process has just begun to write here', 'wait for it to end, then try again')

  async function held(takenFrom: number | null): Promise<Lock> {
    await storage.sync(path)
    return {
      takenFrom,
      async release() {
        const now = await storage.read(path)
        if (now !== null && Buffer.compare(now, mine) === 0) await storage.remove(path)
      },
    }
  }
}

/** Takes all of them or none. */
export async function takeLocks(storage: Storage, paths: readonly string[], owner: Owner): Promise<Result<Lock>> {
  const taken: Lock[] = []
  const release = async () => {
    for (const lock of taken.toReversed()) await lock.release()
  }
  try {
    for (const path of paths) {
      const lock = await takeLock(storage, path, owner)
      if (!lock.ok) {
        await release()
        return lock
      }
      taken.push(lock.value)
    }
  } catch (error) {
    await release().catch(() => undefined)
    throw error
  }
  return given({ takenFrom: taken.find(({ takenFrom }) => takenFrom !== null)?.takenFrom ?? null, release })
}

interface Holder {
  readonly pid: number
  readonly birth: string | null
}

function isAlive({ pid, birth }: Holder, owner: Owner): boolean {
  const now = owner.birthOf(pid)
  if (now === 'gone') return false
  return now === null || birth === null || now === birth
}

function lockBytes(pid: number, birth: string | null): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ pid, birth })}\n`)
}

function parseLock(bytes: Uint8Array): Holder | null {
  try {
    const text = new TextDecoder().decode(bytes)
    const { pid, birth } = JSON.parse(text)
    const holder = { pid, birth: typeof birth === 'string' ? birth : null }
    // Whoever holds it wrote exactly this; anything else is what a power cut left of it.
    const isWhole = text.trimEnd() === JSON.stringify(holder)
    return Number.isSafeInteger(pid) && pid > 0 && isWhole ? holder : null
  } catch {
    return null
  }
}

/** A lock that cannot be read is either being written this moment or was torn by a power cut: wait, then know. */
async function settledLock(
  storage: Storage,
  path: string,
  pause: (milliseconds: number) => Promise<void>,
): Promise<Uint8Array | null> {
  let bytes = await storage.read(path)
  for (let tries = 0; tries < 3 && bytes !== null && parseLock(bytes) === null; tries++) {
    await pause(20)
    bytes = await storage.read(path)
  }
  return bytes
}

function birthOf(pid: number): string | 'gone' | null {
  if (!isThere(pid)) return 'gone'
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The number of a thread is none of a process, though it is answered for, and may be as old as the process itself.
    const [, group] = /^Tgid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    if (group !== undefined && Number(group) !== pid) return 'gone'
    // Field 22 is the start time; field 2 is a name that may hold anything, so count from its closing bracket.
    const [, fields] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return fields ? `${boot}/${fields.split(' ')[19]}` : null
  } catch {
    // It may have ended in between.
    return isThere(pid) ? null : 'gone'
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
