// PGlite in a folder, as durable as the disk under it: by itself it never syncs anything.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
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
  await (await PGlite.create({ fs: new NodeFS(unfinished) })).close()
  syncTree(unfinished)
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
