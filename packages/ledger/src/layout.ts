// Where everything lies in a ledger folder; `DESIGN.md` says why.
import { bundlePath, parseTilePath, TILE_WIDTH, tilePath } from '@trucekeeper/merkle'
import { dirname } from 'node:path'
import type { Storage } from './storage.ts'

/** Entries in a full bundle: the width of a C2SP tile. */
export const BUNDLE_ENTRIES = TILE_WIDTH
export const HASH_BYTES = 32

export interface Layout {
  readonly folder: string
  readonly parent: string
  /** The signed head: what is acknowledged. */
  readonly checkpoint: string
  readonly newCheckpoint: string
  /** The newest head that witnesses have cosigned. */
  readonly witnessed: string
  /** The log's name and public key, as C2SP writes verifier keys. */
  readonly verifier: string
  readonly lock: string
  readonly evidence: string
  readonly cut: string
  /** What can be made anew from the rest and is nobody else's business. */
  readonly private: string
  readonly ids: string
  readonly sealed: string
  /** The head signed last, kept apart from what it signs. */
  readonly lastSigned: string
  readonly newLastSigned: string
  readonly lastSignedFolder: string
  readonly lastSignedLock: string
  bundle(number: number): string
  tile(level: number, number: number): string
  evidenceFolder(sha256: string): string
  evidenceFile(sha256: string): string
}

/** `apart` is the folder of the head signed last: by default beside the ledger, `ledger-keys` for `ledger`. */
export function layoutOf(dir: string, apart?: string): Layout {
  const folder = dir.length > 1 ? dir.replace(/[/\\]+$/, '') : dir
  const parent = dirname(folder)
  const lastSignedFolder = apart ?? `${folder}-keys`
  return {
    folder,
    parent,
    checkpoint: `${folder}/checkpoint`,
    newCheckpoint: `${folder}/checkpoint.new`,
    witnessed: `${folder}/witnessed`,
    verifier: `${folder}/verifier-key`,
    lock: `${folder}/lock`,
    evidence: `${folder}/evidence`,
    cut: `${folder}/cut`,
    private: `${folder}/private`,
    ids: `${folder}/private/ids`,
    sealed: `${folder}/sealed`,
    lastSigned: `${lastSignedFolder}/last-signed`,
    newLastSigned: `${lastSignedFolder}/last-signed.new`,
    lastSignedFolder,
    lastSignedLock: `${lastSignedFolder}/lock`,
    bundle: (number) => `${folder}/${bundlePath(number)}`,
    tile: (level, number) => `${folder}/${tilePath(level, number)}`,
    evidenceFolder: (sha256) => `${folder}/evidence/${sha256.slice(0, 2)}`,
    evidenceFile: (sha256) => `${folder}/evidence/${sha256.slice(0, 2)}/${sha256}`,
  }
}

export function bundleOf(index: number): number {
  return Math.floor(index / BUNDLE_ENTRIES)
}

/** A path as people are told of it, from the ledger's folder on. */
export function told({ folder }: Layout, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path
}

/** The folders above a file, from the ledger's own down to that which holds it. */
export function foldersAbove({ folder }: Layout, path: string): string[] {
  const inside = path
    .slice(folder.length + 1)
    .split('/')
    .slice(0, -1)
  return [folder, ...inside.map((_, depth) => `${folder}/${inside.slice(0, depth + 1).join('/')}`)]
}

export interface TileFile {
  readonly path: string
  /** `entries`, or the level of the tile. */
  readonly level: number | 'entries'
  readonly number: number
}

/** The bundles and tiles that there are, by level and number; what has no such name apart. */
export async function tileFiles(
  storage: Storage,
  { folder }: Layout,
): Promise<{ readonly files: readonly TileFile[]; readonly strange: readonly string[] }> {
  const files: TileFile[] = []
  const strange: string[] = []
  async function look(inside: string): Promise<void> {
    for (const name of (await storage.list(`${folder}/${inside}`)) ?? []) {
      const path = `${inside}/${name}`
      const parsed = parseTilePath(path)
      if (parsed && parsed.width === BUNDLE_ENTRIES)
        files.push({ path: `${folder}/${path}`, level: parsed.level, number: Number(parsed.index) })
      else if (/^tile\/(?:entries|\d+)$/.test(path) || /^x\d{3}$/.test(name)) await look(path)
      else strange.push(path)
    }
  }
  await look('tile')
  return { files: files.toSorted((a, b) => order(a) - order(b) || a.number - b.number), strange }
}

function order({ level }: TileFile): number {
  return level === 'entries' ? -1 : level
}
