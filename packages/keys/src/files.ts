// Small files that must be whole, private, and never silently another: the folder they lie in, writing, reading.
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { given, refused, systemCode, type KeyResult } from './result.ts'

/** Makes a folder that only its owner can enter, or refuses one that others can. */
export async function privateFolder(dir: string): Promise<KeyResult<string>> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  return (await onlyOurs(dir)) ?? given(dir)
}

/** The refusal of a file or folder that others can read; null where only its owner can. */
export async function onlyOurs(path: string): Promise<ReturnType<typeof refused<'keys-exposed'>> | null> {
  const { mode } = await stat(path)
  // Windows tells nothing in these bits.
  if (process.platform === 'win32' || (mode & 0o077) === 0) return null
  return refused(
    'keys-exposed',
    `others than its owner have rights on \`${path}\``,
    `take them away with \`chmod go= ${path}\`, and think of the keys in it as known to others if they may have looked`,
  )
}

/**
 * Writes a file that must not exist: whole and synced under a passing name, then linked to its own, which fails where
 * somebody was first. False when it does exist.
 */
export async function createFile(path: string, content: string): Promise<boolean> {
  const passing = `${path}.${randomBytes(6).toString('hex')}.new`
  try {
    const handle = await open(passing, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(passing, path)
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(passing, { force: true })
  }
  await syncFolder(dirname(path))
  return true
}

export async function removeFiles(dir: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(dir, name), { force: true })
}

/** The text of a file; null when there is none. */
export async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

async function syncFolder(dir: string): Promise<void> {
  // Windows has no handle on a folder to sync, and writes names through by itself.
  if (process.platform === 'win32') return
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
