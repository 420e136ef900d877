// Where everything lies in a ledger folder; `DESIGN.md` says why.
import { dirname } from 'node:path'

/** Entries in a full segment: the width of a C2SP tile, so that segment N becomes entry bundle N. */
export const SEGMENT_ENTRIES = 256
/** Bytes of the longest entry: what the 16-bit length of a C2SP entry bundle can say. */
export const MOST_ENTRY_BYTES = 65_535

const SEGMENT_NAME = /^(\d{9})\.frames$/

export interface Layout {
  readonly folder: string
  readonly parent: string
  readonly head: string
  readonly newHead: string
  readonly lock: string
  readonly entries: string
  readonly evidence: string
  readonly cut: string
  segment(number: number): string
  evidenceFolder(sha256: string): string
  evidenceFile(sha256: string): string
}

export function layoutOf(dir: string): Layout {
  const folder = dir.length > 1 ? dir.replace(/[/\\]+$/, '') : dir
  return {
    folder,
    parent: dirname(folder),
    head: `${folder}/head`,
    newHead: `${folder}/head.new`,
    lock: `${folder}/lock`,
    entries: `${folder}/entries`,
    evidence: `${folder}/evidence`,
    cut: `${folder}/cut`,
    segment: (number) => `${folder}/entries/${segmentName(number)}`,
    evidenceFolder: (sha256) => `${folder}/evidence/${sha256.slice(0, 2)}`,
    evidenceFile: (sha256) => `${folder}/evidence/${sha256.slice(0, 2)}/${sha256}`,
  }
}

export function segmentName(number: number): string {
  return `${String(number).padStart(9, '0')}.frames`
}

/** The number of a segment's file name; null for any other name. */
export function segmentNumber(name: string): number | null {
  const found = SEGMENT_NAME.exec(name)
  return found ? Number(found[1]) : null
}

export function segmentOf(index: number): number {
  return Math.floor(index / SEGMENT_ENTRIES)
}
