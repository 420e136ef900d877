// A disk in memory that keeps apart what is safe and what programs see, for the names in folders as for bytes.
export type FileChange = { readonly at: number; readonly bytes: Uint8Array } | { readonly length: number }

/** Nodes are values: a change puts another one in their place, so that a moment can be kept by keeping them. */
export interface FileNode {
  readonly kind: 'file'
  /** What the platter has. */
  readonly safe: Uint8Array
  /** What programs see. */
  readonly seen: Uint8Array
  /** The way from one to the other, as far as the system still knows of it. */
  readonly changes: readonly FileChange[]
  /** A sync has failed: the system dropped what it could not write, goes on showing it, and will never write it. */
  readonly dropped: boolean
}

export type Names = ReadonlyMap<string, number>

/** Each list of a folder's changes happens whole or not at all, as a rename does. */
export type NameChanges = readonly (readonly [name: string, node: number | null])[]

export interface FolderNode {
  readonly kind: 'folder'
  readonly safe: Names
  readonly seen: Names
  readonly changes: readonly NameChanges[]
  readonly dropped: boolean
}

export type Nodes = ReadonlyMap<number, FileNode | FolderNode>

const ROOT = 0
const NO_BYTES = new Uint8Array(0)
const NO_NAMES: Names = new Map()
const NEW_FILE: FileNode = { kind: 'file', safe: NO_BYTES, seen: NO_BYTES, changes: [], dropped: false }
const NEW_FOLDER: FolderNode = { kind: 'folder', safe: NO_NAMES, seen: NO_NAMES, changes: [], dropped: false }
export const EMPTY_DISK: Nodes = new Map([[ROOT, NEW_FOLDER]])

export class Disk {
  private readonly nodes: Map<number, FileNode | FolderNode>
  private next: number
  /** A journal that cannot be written is given up, and the file system with it, until the next start. */
  isReadOnly = false

  constructor(nodes: Nodes = EMPTY_DISK) {
    this.nodes = new Map(nodes)
    this.next = Math.max(...nodes.keys()) + 1
  }

  /** Everything as it is now. */
  moment(): Nodes {
    return new Map(this.nodes)
  }

  file(path: string): FileNode | null {
    const node = this.nodes.get(this.find(path) ?? -1)
    return node?.kind === 'file' ? node : null
  }

  folder(path: string): FolderNode | null {
    const node = this.nodes.get(this.find(path) ?? -1)
    return node?.kind === 'folder' ? node : null
  }

  change(path: string, change: FileChange): void {
    const file = this.fileAt(path)
    this.put(path, { ...file, seen: changed(file.seen, change), changes: [...file.changes, change] })
  }

  makeFile(path: string): void {
    this.name(path, this.add(NEW_FILE))
  }

  makeFolder(path: string): void {
    this.name(path, this.add(NEW_FOLDER))
  }

  sync(path: string): void {
    const file = this.fileAt(path)
    const safe = file.dropped ? file.changes.reduce(changed, file.safe) : file.seen
    this.put(path, { ...file, safe, changes: [] })
  }

  syncFolder(path: string): void {
    const folder = this.folderAt(path)
    const safe = folder.dropped ? folder.changes.reduce(renamed, folder.safe) : folder.seen
    this.put(path, { ...folder, safe, changes: [] })
  }

  /** What a sync that fails does to a file or a folder. */
  drop(path: string): void {
    const number = this.find(path)
    const node = this.nodes.get(number ?? -1)
    if (node?.kind === 'folder') this.isReadOnly = true
    if (node) this.nodes.set(number!, { ...node, changes: [], dropped: true })
  }

  rename(from: string, to: string): void {
    const [folder, name] = split(from)
    if (split(to)[0] !== folder) throw new RangeError(`Renamed \`${from}\` into another folder.`)
    const number = this.folderAt(folder).seen.get(name)
    if (number === undefined) throw systemError('ENOENT')
    this.renameIn(folder, [
      [name, null],
      [split(to)[1], number],
    ])
  }

  remove(path: string): void {
    const [folder, name] = split(path)
    this.renameIn(folder, [[name, null]])
  }

  /** Changes a bit of what programs see and of what the platter has. */
  flip(path: string, byte: number, bit: number): void {
    const file = this.fileAt(path)
    const seen = file.seen.slice()
    seen[byte]! ^= 1 << bit
    this.put(path, { ...file, seen, safe: seen, changes: [] })
  }

  private add(node: FileNode | FolderNode): number {
    this.nodes.set(this.next, node)
    return this.next++
  }

  private name(path: string, number: number): void {
    const [folder, name] = split(path)
    this.renameIn(folder, [[name, number]])
  }

  private renameIn(path: string, change: NameChanges): void {
    const folder = this.folderAt(path)
    this.put(path, { ...folder, seen: renamed(folder.seen, change), changes: [...folder.changes, change] })
  }

  private find(path: string): number | undefined {
    let number: number | undefined = ROOT
    for (let from = 1; from < path.length;) {
      const end = path.indexOf('/', from)
      const to = end < 0 ? path.length : end
      const folder: FileNode | FolderNode | undefined = this.nodes.get(number)
      number = folder?.kind === 'folder' ? folder.seen.get(path.slice(from, to)) : undefined
      if (number === undefined) return undefined
      from = to + 1
    }
    return number
  }

  private put(path: string, node: FileNode | FolderNode): void {
    this.nodes.set(this.find(path)!, node)
  }

  private fileAt(path: string): FileNode {
    const file = this.file(path)
    if (!file) throw systemError('ENOENT')
    return file
  }

  private folderAt(path: string): FolderNode {
    const folder = this.folder(path)
    if (!folder) throw systemError('ENOENT')
    return folder
  }
}

function split(path: string): [folder: string, name: string] {
  const cut = path.lastIndexOf('/')
  return [path.slice(0, cut) || '/', path.slice(cut + 1)]
}

export function changed(bytes: Uint8Array, change: FileChange): Uint8Array {
  const end = 'length' in change ? change.length : Math.max(bytes.length, change.at + change.bytes.length)
  const made = new Uint8Array(end)
  made.set(end < bytes.length ? bytes.subarray(0, end) : bytes)
  if (!('length' in change)) made.set(change.bytes, change.at)
  return made
}

export function renamed(names: Names, change: NameChanges): Names {
  const made = new Map(names)
  for (const [name, number] of change) {
    if (number === null) made.delete(name)
    else made.set(name, number)
  }
  return made
}

/** An error as the operating system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'simulated' })
}
