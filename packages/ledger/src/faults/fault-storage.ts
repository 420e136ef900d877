// The ledger's file operations on the simulated disk, each of which can be made to fail.
import type { Storage } from '../storage.ts'
import { afterCut } from './after-cut.ts'
import { Disk, systemError } from './disk.ts'
import type { Random } from './random.ts'

export { systemError } from './disk.ts'

export interface Operation {
  readonly name: Exclude<keyof Storage, 'close'>
  readonly path: string
  /** What a write is to write. */
  readonly bytes?: Uint8Array
}

/** What goes wrong with an operation: an error; for a write, after so many bytes; or other bytes than those given. */
export type Trouble = { readonly code: 'EIO' | 'ENOSPC'; readonly written?: number } | { readonly bytes: Uint8Array }

/** Asked before each operation. */
export type Before = (operation: Operation) => Trouble | null

const READS: ReadonlySet<Operation['name']> = new Set(['read', 'list'])

export function changesDisk({ name }: Operation): boolean {
  return !READS.has(name)
}

export function storageOn(disk: Disk, before: Before = () => null): Storage {
  function moment(name: Operation['name'], path: string): void {
    const trouble = before({ name, path })
    if (disk.isReadOnly && changesDisk({ name, path })) throw systemError('EROFS')
    if (!trouble || !('code' in trouble)) return
    if (name === 'sync' || name === 'syncFolder') disk.drop(path)
    throw systemError(trouble.code)
  }

  function put(name: Operation['name'], path: string, at: number, bytes: Uint8Array): void {
    const trouble = before({ name, path, bytes })
    if (disk.isReadOnly) throw systemError('EROFS')
    if (!disk.file(path)) disk.makeFile(path)
    else if (name === 'write') disk.change(path, { length: 0 })
    // Bytes are copied, as a system does: what the caller does to them later is not on the disk.
    if (trouble === null) disk.change(path, { at, bytes: Uint8Array.from(bytes) })
    else if ('bytes' in trouble) disk.change(path, { at, bytes: trouble.bytes })
    else {
      if (trouble.written) disk.change(path, { at, bytes: Uint8Array.from(bytes.subarray(0, trouble.written)) })
      throw systemError(trouble.code)
    }
  }

  return {
    async read(path, from = 0, to) {
      moment('read', path)
      return disk.file(path)?.seen.slice(from, to) ?? null
    },
    async extend(path, at, bytes) {
      put('extend', path, at, bytes)
    },
    async write(path, bytes) {
      put('write', path, 0, bytes)
    },
    async create(path, bytes) {
      if (disk.file(path)) return false
      put('create', path, 0, bytes)
      return true
    },
    async truncate(path, length) {
      if (!disk.file(path)) throw systemError('ENOENT')
      moment('truncate', path)
      disk.change(path, { length })
    },
    async sync(path) {
      if (!disk.file(path)) throw systemError('ENOENT')
      moment('sync', path)
      disk.sync(path)
    },
    async syncFolder(path) {
      if (!disk.folder(path)) throw systemError('ENOENT')
      moment('syncFolder', path)
      disk.syncFolder(path)
    },
    async rename(from, to) {
      moment('rename', from)
      disk.rename(from, to)
    },
    async remove(path) {
      moment('remove', path)
      if (disk.file(path)) disk.remove(path)
    },
    async makeFolder(path) {
      if (disk.folder(path)) return
      moment('makeFolder', path)
      disk.makeFolder(path)
    },
    async list(path) {
      moment('list', path)
      const folder = disk.folder(path)
      return folder && [...folder.seen.keys()].toSorted()
    },
    async close() {},
  }
}

/** A disk for tests that hurt it by hand. */
export interface FaultStorage extends Storage {
  /** Loses power: what the disk may then hold, by chance. */
  restart(): void
  /** Bytes that can still be written before the disk is full. */
  space: number
  /** Flips one bit of what programs and the platter have. */
  flip(path: string, byte: number, bit: number): void
}

export function faultStorage(random: Random): FaultStorage {
  let disk = new Disk()
  const limit: Before = ({ bytes }) => {
    if (bytes === undefined) return null
    const written = Math.min(bytes.length, storage.space)
    storage.space -= written
    return written < bytes.length ? { code: 'ENOSPC', written } : null
  }
  /** The operations are those on the disk of the moment: a restart puts another one in its place. */
  const now = () => storageOn(disk, limit)
  const storage: FaultStorage = {
    space: Infinity,
    restart() {
      disk = new Disk(afterCut(disk.moment(), 'mixed', random).nodes)
    },
    flip: (path, byte, bit) => disk.flip(path, byte, bit),
    read: (path, from, to) => now().read(path, from, to),
    extend: (path, at, bytes) => now().extend(path, at, bytes),
    write: (path, bytes) => now().write(path, bytes),
    create: (path, bytes) => now().create(path, bytes),
    truncate: (path, length) => now().truncate(path, length),
    sync: (path) => now().sync(path),
    syncFolder: (path) => now().syncFolder(path),
    rename: (from, to) => now().rename(from, to),
    remove: (path) => now().remove(path),
    makeFolder: (path) => now().makeFolder(path),
    list: (path) => now().list(path),
    close: async () => {},
  }
  return storage
}
