// One process at a time: a file that names who writes, taken over from a process that is gone.
import { open, readFile, rm } from 'node:fs/promises'
import { given, refused, type Result } from '../refusal.ts'

/** Takes the lock, and gives the way to let it go. */
export async function takeLock(path: string): Promise<Result<() => Promise<void>>> {
  for (const again of [true, false]) {
    try {
      const file = await open(path, 'wx', 0o600)
      await file.writeFile(`${process.pid}`)
      await file.close()
      return given(() => rm(path, { force: true }))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (again && !lives(Number(await readFile(path, 'utf8').catch(() => '0')))) await rm(path, { force: true })
    }
  }
  return refused('locked', 'another process has the service open', 'end it first, or ask that one')
}

function lives(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
