// A disk in memory that loses power: what was not synced is dropped, torn, zero-filled or kept out of order.
import type { Storage } from '../storage.ts'
import { upTo, type Random } from './random.ts'

/** Thrown by whatever operation the power fails in. */
export class PowerCut extends Error {}

type FileChange = { readonly at: number; readonly bytes: Uint8Array } | { readonly length: number }

interface File {
  /** What the platter has. */
  safe: Uint8Array
  /** What programs see. */
  seen: Uint8Array
  /** The way from one to the other. */
  changes: FileChange[]
}

type NameChange = { readonly name: string; readonly file: File | null }

interface Folder {
  safe: Map<string, File>
  seen: Map<string, File>
  /** Each inner list happens whole or not at all, as a rename does. */
  changes: NameChange[][]
}

const SECTOR = 64

export interface FaultStorage extends Storage {
  /** Lets the power fail in the operation after so many more; Infinity for never. */
  cutAfter(operations: number): void
  /** After a power cut: what a disk may then hold, by chance. */
  restart(): void
  /** Bytes that can still be written before the disk is full. */
  space: number
  /** Flips one bit of what programs and the platter have. */
  flip(path: string, byte: number, bit: number): void
}

export function faultStorage(random: Random): FaultStorage {
  const folders = new Map<string, Folder>([['/', folder()]])
  let left = Infinity

  /** Every operation is a moment at which the power can fail: before it, or after it has left its mark. */
  function moment(leaveMark: () => void): void {
    if (left === 0 && random() < 0.5) leaveMark()
    if (left === 0) throw new PowerCut('The power failed.')
    left--
    leaveMark()
  }

  const nothing = () => undefined

  function folderAt(path: string): Folder {
    const found = folders.get(path)
    if (!found) throw systemError('ENOENT')
    return found
  }

  function fileAt(path: string): File | undefined {
    const [parent, name] = split(path)
    return folders.get(parent)?.seen.get(name)
  }

  function rename(changes: [path: string, file: File | null][]): void {
    const [parent] = split(changes[0]![0])
    const inside = folderAt(parent)
    const named = changes.map(([path, file]) => ({ name: split(path)[1], file }))
    inside.changes.push(named)
    apply(inside.seen, named)
  }

  function change(file: File, made: FileChange): void {
    file.changes.push(made)
    file.seen = changed(file.seen, made)
  }

  function makeFile(path: string): File {
    const file = { safe: new Uint8Array(0), seen: new Uint8Array(0), changes: [] }
    rename([[path, file]])
    return file
  }

  function put(path: string, offset: number, bytes: Uint8Array): void {
    const fits = Math.min(bytes.length, storage.space)
    storage.space -= fits
    moment(() => change(fileAt(path) ?? makeFile(path), { at: offset, bytes: bytes.slice(0, fits) }))
    if (fits < bytes.length) throw systemError('ENOSPC')
  }

  const storage: FaultStorage = {
    space: Infinity,
    cutAfter(operations) {
      left = operations
    },
    restart() {
      left = Infinity
      const files = new Set<File>()
      for (const inside of folders.values()) {
        for (const file of inside.safe.values()) files.add(file)
        for (const names of inside.changes) for (const { file } of names) if (file) files.add(file)
        for (const names of survivors(inside.changes, random)) apply(inside.safe, names)
        inside.seen = new Map(inside.safe)
        inside.changes = []
      }
      for (const file of files) afterPowerCut(file, random)
    },
    flip(path, byte, bit) {
      const file = fileAt(path)!
      file.seen = file.seen.slice()
      file.seen[byte]! ^= 1 << bit
      file.safe = file.seen
    },
    async read(path, from = 0, to) {
      moment(nothing)
      return fileAt(path)?.seen.slice(from, to) ?? null
    },
    async extend(path, offset, bytes) {
      put(path, offset, bytes)
    },
    async write(path, bytes) {
      const file = fileAt(path)
      if (file) moment(() => change(file, { length: 0 }))
      put(path, 0, bytes)
    },
    async create(path, bytes) {
      if (fileAt(path)) return false
      put(path, 0, bytes)
      return true
    },
    async truncate(path, length) {
      const file = fileAt(path)
      if (!file) throw systemError('ENOENT')
      moment(() => change(file, { length }))
    },
    async sync(path) {
      const file = fileAt(path)
      if (!file) throw systemError('ENOENT')
      moment(nothing)
      file.safe = file.seen
      file.changes = []
    },
    async syncFolder(path) {
      const inside = folderAt(path)
      moment(nothing)
      inside.safe = new Map(inside.seen)
      inside.changes = []
    },
    async rename(from, to) {
      const file = fileAt(from)
      if (!file) throw systemError('ENOENT')
      moment(() =>
        rename([
          [from, null],
          [to, file],
        ]),
      )
    },
    async remove(path) {
      if (fileAt(path)) moment(() => rename([[path, null]]))
    },
    async makeFolder(path) {
      // Folders themselves are kept at once: the ledger makes them before anything is acknowledged.
      moment(() => folders.set(path, folders.get(path) ?? folder()))
    },
    async list(path) {
      moment(nothing)
      const inside = folders.get(path)
      if (!inside) return null
      const inner = [...folders.keys()].filter((other) => other !== '/' && split(other)[0] === path)
      return [...inside.seen.keys(), ...inner.map((other) => split(other)[1])].toSorted()
    },
    async close() {},
  }
  return storage
}

function folder(): Folder {
  return { safe: new Map(), seen: new Map(), changes: [] }
}

function split(path: string): [parent: string, name: string] {
  const cut = path.lastIndexOf('/')
  return [path.slice(0, cut) || '/', path.slice(cut + 1)]
}

function apply(names: Map<string, File>, changes: readonly NameChange[]): void {
  for (const { name, file } of changes) {
    if (file) names.set(name, file)
    else names.delete(name)
  }
}

function changed(bytes: Uint8Array, change: FileChange): Uint8Array {
  if ('length' in change) {
    const cut = new Uint8Array(change.length)
    cut.set(bytes.subarray(0, change.length))
    return cut
  }
  const grown = new Uint8Array(Math.max(bytes.length, change.at + change.bytes.length))
  grown.set(bytes)
  grown.set(change.bytes, change.at)
  return grown
}

/** Which of the changes under way reached the disk: all, none, those up to some moment, or any of them. */
function survivors<T>(changes: readonly T[], random: Random): readonly T[] {
  const fate = random()
  if (fate < 0.25) return changes
  if (fate < 0.5) return []
  if (fate < 0.75) return changes.slice(0, upTo(random, changes.length + 1))
  return changes.filter(() => random() < 0.5)
}

function afterPowerCut(file: File, random: Random): void {
  let bytes = file.safe
  for (const change of survivors(file.changes, random)) {
    const before = bytes
    bytes = changed(bytes, change)
    if ('length' in change) continue
    const fate = random()
    if (fate < 0.2) bytes = bytes.slice(0, Math.max(before.length, change.at + upTo(random, change.bytes.length + 1)))
    else if (fate < 0.4) bytes = zeroFilled(bytes, change.at, change.at + change.bytes.length, random)
  }
  file.safe = bytes
  file.seen = bytes
  file.changes = []
}

/** The length reached the disk and some of the sectors did not. */
function zeroFilled(bytes: Uint8Array, from: number, to: number, random: Random): Uint8Array {
  const holed = bytes.slice()
  for (let sector = from; sector < to; sector += SECTOR) {
    if (random() < 0.5) holed.fill(0, sector, Math.min(to, sector + SECTOR))
  }
  return holed
}

/** An error as the operating system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'simulated' })
}
