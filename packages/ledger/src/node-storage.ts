// The ledger's file operations on a real disk.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import type { Storage } from './storage.ts'

export function nodeStorage(): Storage {
  // A file stays open from its first write to its sync: only the handle that wrote is sure to hear of a failed write.
  const unsynced = new Map<string, FileHandle>()

  async function handleFor(path: string): Promise<FileHandle> {
    const open = unsynced.get(path) ?? (await openOrMake(path))
    unsynced.set(path, open)
    return open
  }

  async function release(path: string): Promise<void> {
    const handle = unsynced.get(path)
    unsynced.delete(path)
    await handle?.close()
  }

  return {
    async read(path, from = 0, to) {
      const handle = await orNull(open(path, 'r'))
      if (handle === null) return null
      try {
        const length = Math.max(0, (to ?? (await handle.stat()).size) - from)
        const bytes = new Uint8Array(length)
        let done = 0
        while (done < length) {
          const { bytesRead } = await handle.read(bytes, done, length - done, from + done)
          if (bytesRead === 0) break
          done += bytesRead
        }
        return bytes.subarray(0, done)
      } finally {
        await handle.close()
      }
    },
    async extend(path, at, bytes) {
      await writeAll(await handleFor(path), at, bytes)
    },
    async write(path, bytes) {
      const handle = await handleFor(path)
      await handle.truncate(0)
      await writeAll(handle, 0, bytes)
    },
    async create(path, bytes) {
      const handle = await orNull(open(path, 'wx'), 'EEXIST')
      if (handle === null) return false
      unsynced.set(path, handle)
      await writeAll(handle, 0, bytes)
      return true
    },
    async truncate(path, length) {
      await (await handleFor(path)).truncate(length)
    },
    async sync(path) {
      try {
        await (await handleFor(path)).sync()
      } finally {
        await release(path)
      }
    },
    async syncFolder(path) {
      // Windows has no handle on a folder to sync, and writes names through by itself.
      if (process.platform === 'win32') return
      const handle = await open(path, 'r')
      try {
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    async rename(from, to) {
      await release(from)
      await rename(from, to)
    },
    async remove(path) {
      await release(path)
      await rm(path, { force: true })
    },
    async makeFolder(path) {
      await orNull(mkdir(path), 'EEXIST')
    },
    async list(path) {
      return (await orNull(orNull(readdir(path)), 'ENOTDIR'))?.toSorted() ?? null
    },
    async close() {
      for (const path of unsynced.keys()) await release(path)
    },
  }
}

/**
 * The same, but what is read is read at once, on this thread: for a few small files that are looked at again and again while
 * others wait, each of which would otherwise wait for its turn.
 */
export function promptStorage(): Storage {
  return {
    ...nodeStorage(),
    async read(path, from = 0, to) {
      const file = openedOrNull(path)
      if (file === null) return null
      try {
        const bytes = new Uint8Array(Math.max(0, (to ?? fstatSync(file).size) - from))
        let done = 0
        while (done < bytes.length) {
          const count = readSync(file, bytes, done, bytes.length - done, from + done)
          if (count === 0) break
          done += count
        }
        return bytes.subarray(0, done)
      } finally {
        closeSync(file)
      }
    },
  }
}

function openedOrNull(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function openOrMake(path: string): Promise<FileHandle> {
  return (await orNull(open(path, 'r+'))) ?? (await open(path, 'w+'))
}

async function writeAll(handle: FileHandle, at: number, bytes: Uint8Array): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}

async function orNull<T>(work: Promise<T>, absent = 'ENOENT'): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === absent) return null
    throw error
  }
}
