// A database in a folder, for one process and no server, that is as durable as the disk under it.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import {
  Kysely,
  PGliteDialect,
  PGliteDriver,
  type DatabaseConnection,
  type Dialect,
  type PGliteDialectConfig,
} from 'kysely'
import { takeLock, thisProcess, type Lock, type Owner } from '../lock.ts'
import { nodeStorage } from '../node-storage.ts'
import { given, refusedByStorage, type Result } from '../refusal.ts'
import type { Database } from './tables.ts'

export interface PgliteDatabase {
  readonly db: Kysely<Database>
  /** Closes the database cleanly and gives its lock back. */
  close(): Promise<void>
}

/**
 * Opens the database in `dir`, or makes one. Its lock is the file `dir.lock` beside it: PGlite has none, and two
 * processes on one folder silently lose each other's rows.
 */
export async function openPglite(
  dir: string,
  { owner = thisProcess }: { owner?: Owner } = {},
): Promise<Result<PgliteDatabase>> {
  const storage = nodeStorage()
  let lock: Result<Lock> | null = null
  try {
    lock = await takeLock(storage, `${dir}.lock`, owner)
    if (!lock.ok) return lock
    const { release } = lock.value
    const pglite = await opened(dir)
    const db = new Kysely<Database>({ dialect: oneAtATime({ pglite }) })
    return given({
      db,
      async close() {
        await pglite.close()
        await release()
      },
    })
  } catch (error) {
    if (lock?.ok) await lock.value.release()
    return refusedByStorage(error, `opening the database in \`${dir}\``)
  }
}

/** A database that lives and dies in memory. */
export async function memoryPglite(): Promise<PgliteDatabase> {
  const pglite = await PGlite.create()
  return { db: new Kysely<Database>({ dialect: oneAtATime({ pglite }) }), close: () => pglite.close() }
}

async function opened(dir: string): Promise<PGlite> {
  const fresh = !existsSync(join(dir, 'PG_VERSION'))
  if (fresh) {
    // Making the database writes far more than it syncs, so all of it is synced once before anyone relies on it.
    await (await PGlite.create(durable(dir))).close()
    syncTree(dir)
    syncPath(dirname(dir))
  }
  return PGlite.create(durable(dir))
}

function durable(dir: string): PGliteOptions {
  // `-F` is "never fsync"; the default way of syncing the log is a stub in this build, `fsync` is not.
  const startParams = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync']
  return { fs: new SyncingNodeFS(dir), startParams }
}

interface NodeStream {
  readonly nfd?: number
  readonly node: unknown
}

/** PGlite's folder, with the `fsync` that it lacks. */
class SyncingNodeFS extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(pg, options)
    const hooks = (result.emscriptenOpts.preRun ??= []) as ((mod: EmscriptenModule) => void)[]
    hooks.push(({ FS, NODEFS }) => {
      NODEFS.stream_ops.fsync = ({ nfd, node }) => {
        try {
          if (nfd) fsyncSync(nfd)
          else syncPath(NODEFS.realPath(node))
        } catch {
          // Any other error would be swallowed and the write acknowledged; this one makes PostgreSQL stop.
          throw new FS.ErrnoError(EIO)
        }
        return 0
      }
    })
    return result
  }
}

const EIO = 29

interface EmscriptenModule {
  readonly FS: { readonly ErrnoError: new (errno: number) => Error }
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (stream: NodeStream) => number }
    realPath(node: unknown): string
  }
}

function syncTree(dir: string): void {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) syncTree(join(dir, entry.name))
    else if (entry.isFile()) syncPath(join(dir, entry.name))
  }
  syncPath(dir)
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** PGlite has one connection: without turns, a query would land in whatever transaction another caller has open. */
function oneAtATime(config: PGliteDialectConfig): Dialect {
  const dialect = new PGliteDialect(config)
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new TurnTakingDriver(config),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
}

class TurnTakingDriver extends PGliteDriver {
  #last: Promise<void> = Promise.resolve()
  #endTurn: () => void = () => undefined

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    this.#endTurn = resolve
    return super.acquireConnection()
  }

  override async releaseConnection(): Promise<void> {
    this.#endTurn()
  }
}
