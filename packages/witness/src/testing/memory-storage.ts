// A disk in memory whose power can be cut: names that were not synced may then be there or not.
import { dirname, basename } from 'node:path'
import type { Storage } from '../server/storage.ts'

export class PowerCut extends Error {}

type Folder = Map<string, Uint8Array>

export interface MemoryStorage extends Storage {
  /** The power fails in the operation after so many more. */
  cutAfter(operations: number): void
  /** Power is back: of each change that was not synced, `survives` says whether it happened. */
  restart(survives: () => boolean): void
  /** Thrown by the operation of this name, once. */
  failNext(operation: keyof Storage, code: string): void
  flip(path: string, bit: number): void
  /** A disk that says it has synced folders, and has not. */
  lies: boolean
}

export function memoryStorage(): MemoryStorage {
  const seen = new Map<string, Folder>()
  const safe = new Map<string, Folder>()
  const unsynced: { readonly path: string; readonly bytes: Uint8Array | null }[] = []
  let left = Infinity
  let failing: { readonly operation: string; readonly code: string } | null = null

  function moment(operation: string): void {
    if (left <= 0) throw new PowerCut('The power failed.')
    left--
    if (failing?.operation !== operation) return
    const { code } = failing
    failing = null
    throw Object.assign(new Error(code), { code, syscall: operation })
  }

  function set(folders: Map<string, Folder>, path: string, bytes: Uint8Array | null): void {
    const folder = folders.get(dirname(path)) ?? new Map<string, Uint8Array>()
    folders.set(dirname(path), folder)
    if (bytes) folder.set(basename(path), bytes)
    else folder.delete(basename(path))
  }

  function change(path: string, bytes: Uint8Array | null): void {
    set(seen, path, bytes)
    unsynced.push({ path, bytes })
  }

  const at = (path: string) => seen.get(dirname(path))?.get(basename(path)) ?? null

  const storage: MemoryStorage = {
    lies: false,
    cutAfter(operations) {
      left = operations
    },
    failNext(operation, code) {
      failing = { operation, code }
    },
    restart(survives) {
      left = Infinity
      for (const { path, bytes } of unsynced.splice(0)) if (survives()) set(safe, path, bytes)
      seen.clear()
      for (const [name, folder] of safe) seen.set(name, new Map(folder))
    },
    flip(path, bit) {
      const bytes = Uint8Array.from(at(path)!)
      bytes[bit >> 3]! ^= 1 << (bit & 7)
      set(seen, path, bytes)
      set(safe, path, bytes)
    },
    async read(path) {
      moment('read')
      return at(path)
    },
    async list(folder) {
      moment('list')
      return [...(seen.get(folder)?.keys() ?? [])]
    },
    async writeSynced(path, bytes) {
      // Cut while it writes, the file may be there and hold a part of it.
      if (left === 0) change(path, bytes.slice(0, bytes.length >> 1))
      moment('writeSynced')
      change(path, bytes)
    },
    async link(from, to) {
      if (at(to)) return false
      if (left === 0) change(to, at(from))
      moment('link')
      change(to, at(from))
      return true
    },
    async remove(path) {
      moment('remove')
      if (at(path)) change(path, null)
    },
    async makeFolder(path) {
      moment('makeFolder')
      if (!seen.has(path)) seen.set(path, new Map())
    },
    async syncFolder(folder) {
      moment('syncFolder')
      if (storage.lies) return
      for (const made of unsynced.splice(0)) {
        if (dirname(made.path) === folder) set(safe, made.path, made.bytes)
        else unsynced.push(made)
      }
    },
  }
  return storage
}
