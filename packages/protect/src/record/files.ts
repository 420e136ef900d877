// The files beneath the entries: where they are in truth, what they say, and how one is put in the place of another.
import { lstat, open, readFile, realpath, rename } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** Where a folder is in truth, links followed; what is not there yet, where its parent leads. */
export async function whereIs(dir: string): Promise<string> {
  try {
    return await realpath(dir)
  } catch {
    const parent = dirname(resolve(dir))
    return parent === resolve(dir) ? parent : join(await whereIs(parent), basename(dir))
  }
}

export async function isFileOrNothing(path: string): Promise<boolean> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return found === null || found.isFile()
}

export async function textAt(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

export async function replaced(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
