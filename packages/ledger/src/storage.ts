// The few file operations that the ledger is made of, apart, so that tests can make each of them fail.

/**
 * Paths use `/`. Nothing is durable before `sync` (the bytes and length of a file) and `syncFolder` (which names a
 * folder holds). Errors are those of the operating system, with its `code`.
 */
export interface Storage {
  /** The bytes from `from` up to `to`, or fewer where the file ends; null when there is no file. */
  read(path: string, from?: number, to?: number): Promise<Uint8Array | null>
  /** Writes at an offset, making the file where there is none. */
  extend(path: string, at: number, bytes: Uint8Array): Promise<void>
  /** Writes a whole file anew. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Writes a file that must not exist; false when it does. */
  create(path: string, bytes: Uint8Array): Promise<boolean>
  truncate(path: string, length: number): Promise<void>
  sync(path: string): Promise<void>
  syncFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Removes a file; what is not there stays away. */
  remove(path: string): Promise<void>
  /** Makes a folder whose parent exists; one that exists stays as it is. */
  makeFolder(path: string): Promise<void>
  /** The names in a folder, sorted; null when there is no folder. */
  list(path: string): Promise<string[] | null>
  close(): Promise<void>
}
