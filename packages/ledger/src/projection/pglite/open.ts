// A database in a folder, for one process and no server: in a thread of its own, under a lock beside the folder.
import { Kysely } from 'kysely'
import { takeLock, thisProcess, type Lock, type Owner } from '../../lock.ts'
import { nodeStorage } from '../../node-storage.ts'
import { given, refused, refusedByStorage, type Result } from '../../refusal.ts'
import type { Database } from '../tables.ts'
import { threadDialect } from './dialect.ts'
import { startThread } from './thread.ts'

export interface OpenDatabase {
  readonly db: Kysely<Database>
  /** Closes the database cleanly and gives its lock back. */
  close(): Promise<void>
}

/**
 * Opens the database in `dir`, or makes one. Its lock is the file `dir.lock` beside it: PGlite has none, and two
 * processes on one folder silently lose each other's rows. Refuses with `locked`, `damaged`, `disk-full` or
 * `storage-failed`.
 */
export async function openPglite(
  dir: string,
  { owner = thisProcess }: { owner?: Owner } = {},
): Promise<Result<OpenDatabase>> {
  const storage = nodeStorage()
  let lock: Result<Lock> | null = null
  try {
    lock = await takeLock(storage, `${dir}.lock`, owner)
    if (!lock.ok) return lock
    const { release } = lock.value
    const { db, close } = await inThread(dir)
    return given({
      db,
      async close() {
        await close()
        await release()
      },
    })
  } catch (error) {
    if (lock?.ok) await lock.value.release()
    if (error instanceof Error && !('syscall' in error))
      return refused(
        'damaged',
        `the database in \`${dir}\` cannot be opened: ${error.message}`,
        'move the folder away and open it again: what is built from the record is rebuilt from it',
      )
    return refusedByStorage(error, `opening the database in \`${dir}\``)
  }
}

/** A database that lives and dies in memory. */
export function memoryPglite(): Promise<OpenDatabase> {
  return inThread(null)
}

async function inThread(dir: string | null): Promise<OpenDatabase> {
  const thread = await startThread(dir)
  return { db: new Kysely<Database>({ dialect: threadDialect(thread) }), close: thread.close }
}
