// PGlite in a folder, as durable as the disk under it: by itself it never syncs anything.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

export function inMemory(): Promise<PGlite> {
  return PGlite.create()
}

/** Opens the database in `dir`, or makes one there. The caller holds the lock. */
export async function inFolder(dir: string): Promise<PGlite> {
  if (!existsSync(join(dir, 'PG_VERSION'))) await make(dir)
  return PGlite.create(durable(dir))
}

/** The folder gets its name once all in it is synced, so that it is there whole or not at all. */
async function make(dir: string): Promise<void> {
  const unfinished = `${dir}.new`
  rmSync(unfinished, { recursive: true, force: true })
  // A folder that holds something else is refused here.
  if (existsSync(dir)) rmdirSync(dir)
  await (await PGlite.create({ fs: new NodeFS(unfinished) })).close()
  await syncTree(unfinished)
  renameSync(unfinished, dir)
  syncPath(dirname(dir))
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

/** Several at a time, which the disk does together. */
async function syncTree(dir: string): Promise<void> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
  const paths = [dir, ...entries.map(({ parentPath, name }) => join(parentPath, name))].values()
  const sync = async () => {
    for (const path of paths) {
      const file = await open(path, 'r')
      await file.sync().finally(() => file.close())
    }
  }
  await Promise.all(Array.from({ length: SYNCS_AT_ONCE }, sync))
}

const SYNCS_AT_ONCE = 16

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
