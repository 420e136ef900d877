// The files that a reader has handed over, with what they are and what holds of them.
import {
  examine,
  parseReceipt,
  parseVerifierKey,
  readEntry,
  sortOf,
  type Examined,
  type NamedFile,
  type ReadEntry,
  type VerifierKey,
} from '@trucekeeper/merkle'
import { hash, verify } from './crypto.ts'

export interface Answered {
  readonly file: NamedFile
  readonly items: readonly Examined[]
  /** The entry that the file holds, whether or not it is proved. */
  readonly entry: ShownEntry | null
}

export interface ShownEntry {
  /** Null for an entry of another form, whose bytes alone can be shown. */
  readonly read: ReadEntry | null
  readonly bytes: Uint8Array
  /** Whether the log is proved to have it. */
  readonly proved: boolean
}

export interface GivenKeys {
  readonly keys: readonly VerifierKey[]
  /** Why a line is no key. */
  readonly problems: readonly Examined[]
}

/** The keys in what was pasted, one on each line. */
export function keysIn(text: string): GivenKeys {
  const lines = text.split('\n').map((line) => line.trim())
  const read = lines.filter((line) => line !== '').map((line) => parseVerifierKey(hash, line))
  return {
    keys: read.flatMap((key) => (key.ok ? [key.value] : [])),
    problems: read.flatMap((key) =>
      key.ok ? [] : [{ what: 'key', ok: false, why: key.message, help: key.help, reason: key.reason }],
    ),
  }
}

export function answersOf(files: readonly NamedFile[], keys: readonly VerifierKey[]): readonly Answered[] {
  return files.map((file) => {
    const others = files.filter((other) => other !== file)
    const items = examine(file.bytes, file.name, { keys, hash, verify, others })
    return { file, items, entry: entryIn(file.bytes, items) }
  })
}

function entryIn(bytes: Uint8Array, items: readonly Examined[]): ShownEntry | null {
  const { sort } = sortOf(bytes)
  const receipt = sort === 'receipt' ? parseReceipt(bytes) : null
  const leaf = receipt?.ok === true ? receipt.value.extra : sort === 'entry' ? bytes : null
  if (leaf === null) return null
  const entries = items.filter(({ what }) => what === 'entry')
  const proved = entries.length > 0 && entries.every(({ ok }) => ok)
  return { read: readEntry(leaf), bytes: leaf, proved }
}

/** The disclosures in all files. */
export function disclosuresIn(files: readonly NamedFile[]): readonly string[] {
  const all = files.flatMap(({ bytes }) => {
    const file = sortOf(bytes)
    return file.sort === 'disclosures' ? file.disclosures : []
  })
  return [...new Set(all)]
}

/** The lines of a file of keys; null for any other file. */
export function keyFile({ bytes }: NamedFile): string | null {
  const file = sortOf(bytes)
  return file.sort === 'keys' ? file.keys.join('\n') : null
}
