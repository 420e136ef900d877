// The few file operations that a witness remembers by, apart, so that tests can cut the power between them.
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { systemCode } from '@trucekeeper/keys'

/** A name is durable after `syncFolder` of its folder. Errors are those of the operating system. */
export interface Storage {
  /** Null when there is no such file. */
  read(path: string): Promise<Uint8Array | null>
  list(folder: string): Promise<readonly string[]>
  /** Writes a file that must not exist; its bytes are durable afterwards, its name not yet. */
  writeSynced(path: string, bytes: Uint8Array): Promise<void>
  /** Gives a file another name, at once and whole; false when somebody has that name. */
  link(from: string, to: string): Promise<boolean>
  /** What is not there stays away. */
  remove(path: string): Promise<void>
  /** One that exists stays as it is. */
  makeFolder(path: string): Promise<void>
  syncFolder(path: string): Promise<void>
}

export const nodeStorage: Storage = {
  async read(path) {
    try {
      return await readFile(path)
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null
      throw error
    }
  },
  list: (folder) => readdir(folder),
  async writeSynced(path, bytes) {
    // Only the handle that wrote is sure to hear of a failed write.
    const handle = await open(path, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  async link(from, to) {
    try {
      await link(from, to)
      return true
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false
      throw error
    }
  },
  remove: (path) => rm(path, { force: true }),
  async makeFolder(path) {
    await mkdir(path, { recursive: true, mode: 0o700 })
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
}
