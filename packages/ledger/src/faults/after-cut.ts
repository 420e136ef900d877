// What a disk may hold once the power has failed: of what was not synced all, nothing, a part, or something else.
import { changed, renamed, type FileChange, type FileNode, type FolderNode, type Nodes } from './disk.ts'
import { upTo, type Random } from './random.ts'

/** The unit in which writes come out of order; smaller than on any disk, so that small files have many. */
const SECTOR = 64

export interface Found {
  readonly nodes: Nodes
  /** Tells one outcome from another: two of one moment that have the same are the same. */
  readonly outcome: string
}

/** How a cut goes: `kept` and `lost` treat everything unsynced alike, `mixed` draws for each thing apart. */
export type Luck = 'kept' | 'lost' | 'mixed'

/** A disk as the next start finds it, with everything on it safe. */
export function afterCut(moment: Nodes, luck: Luck, random: Random): Found {
  const nodes = new Map(moment)
  let outcome = ''
  for (const [number, node] of moment) {
    if (node.changes.length === 0 && !node.dropped) continue
    const drawn = node.kind === 'file' ? fileAfter(node, luck, random) : folderAfter(node, luck, random)
    nodes.set(number, drawn.node)
    if (node.changes.length > 0) outcome += `${number}:${drawn.fate};`
  }
  return { nodes, outcome }
}

interface Drawn<T> {
  readonly node: T
  readonly fate: string
}

function folderAfter(folder: FolderNode, luck: Luck, random: Random): Drawn<FolderNode> {
  const chosen = survivors(folder.changes.length, luck, random)
  const safe = renamed(
    folder.safe,
    chosen.flatMap((at) => folder.changes[at]!),
  )
  return { node: { kind: 'folder', safe, seen: safe, changes: [], dropped: false }, fate: chosen.join() }
}

function fileAfter(file: FileNode, luck: Luck, random: Random): Drawn<FileNode> {
  const chosen = survivors(file.changes.length, luck, random)
  let bytes = file.safe
  let fate = ''
  for (const at of chosen) {
    const spoilt = luck === 'mixed' ? spoil(bytes, file.changes[at]!, random) : null
    bytes = spoilt?.bytes ?? changed(bytes, file.changes[at]!)
    fate += `${at}${spoilt?.fate ?? ''},`
  }
  return { node: { kind: 'file', safe: bytes, seen: bytes, changes: [], dropped: false }, fate }
}

/** Which of the changes reached the disk: all, none, those up to some moment, or any of them in spite of their order. */
function survivors(count: number, luck: Luck, random: Random): number[] {
  const all = Array.from({ length: count }, (_, at) => at)
  if (luck !== 'mixed') return luck === 'kept' ? all : []
  const fate = random()
  if (fate < 0.3) return all
  if (fate < 0.5) return []
  if (fate < 0.7) return all.slice(0, upTo(random, count + 1))
  return all.filter(() => random() < 0.5)
}

/** A write that came through in part: torn, with sectors of zeros or of noise in it, or with a bit flipped. */
function spoil(before: Uint8Array, change: FileChange, random: Random): { bytes: Uint8Array; fate: string } | null {
  if ('length' in change || change.bytes.length === 0) return null
  const { at, bytes } = change
  const fate = random()
  if (fate >= 0.7) return null
  if (fate < 0.25) {
    const kept = upTo(random, bytes.length)
    return { bytes: changed(before, { at, bytes: bytes.subarray(0, kept) }), fate: `torn ${kept}` }
  }
  if (fate < 0.35) {
    const [byte, bit] = [upTo(random, bytes.length), upTo(random, 8)]
    const flipped = bytes.slice()
    flipped[byte]! ^= 1 << bit
    return { bytes: changed(before, { at, bytes: flipped }), fate: `flip ${byte}.${bit}` }
  }
  const filling = fate < 0.55 ? () => 0 : fate < 0.6 ? () => upTo(random, 256) : null
  const holed = bytes.slice()
  const missing: number[] = []
  for (let from = 0; from < bytes.length; from += SECTOR) {
    if (random() < 0.5) continue
    missing.push(from)
    const to = Math.min(bytes.length, from + SECTOR)
    // What a sector that was never written holds: zeros, noise, or what stood there before.
    for (let byte = from; byte < to; byte++) holed[byte] = filling ? filling() : (before[at + byte] ?? 0)
  }
  return { bytes: changed(before, { at, bytes: holed }), fate: `holes ${Math.floor(fate * 20)} ${missing.join()}` }
}
