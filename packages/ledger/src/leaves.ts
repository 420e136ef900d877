// An entry as the log holds it, and back.
import type { Entry } from '@trucekeeper/claims'
import { leafOf, type Leaf } from './bundles.ts'
import { makeLeaf, openLeaf, readLeaf, type Author, type Sealed } from './entry-form/index.ts'
import type { SealedReader } from './entry-form/sealed/index.ts'
import { refused, type Result } from './refusal.ts'

export interface SealedLeaf extends Leaf {
  /** What has to be kept, encrypted, of an entry that withholds something. */
  readonly sealed: Sealed | null
}

/** The leaf of an entry, signed by its author for the log `origin`. */
export function leafOfEntry(
  entry: Entry,
  options: { origin: string; author: Author; withhold?: readonly string[]; withheldIds?: ReadonlySet<string> },
): Result<SealedLeaf> {
  const made = makeLeaf(entry, options)
  if (made.ok) return { ok: true, value: { ...leafOf(made.value.bytes), sealed: made.value.sealed } }
  const { code, message, help } = made.refusal
  return refused(code === 'leaf-too-large' ? 'entry-too-large' : 'entry-malformed', message, help)
}

export interface OpenedEntry {
  readonly entry: Entry
  /** Names of the fields that its leaf withholds, `body.speaker`; none where a desk holds the entry, which withholds all of it. */
  readonly withheld?: readonly string[]
}

/** Opens the leaf of an entry that its tile has proved; null where something of it stays withheld. */
export type OpenEntry = (bytes: Uint8Array, index: number) => Promise<OpenedEntry | null>

/** `sealed` holds what the entries withhold, for those who have the key; null for everybody else. */
export function entryOpener(sealed: Pick<SealedReader, 'get'> | null): OpenEntry {
  return async (bytes, index) => {
    const plain = plainEntry(bytes)
    if (plain !== null) return { entry: plain }
    if (sealed === null) return null
    const disclosures = await sealed.get(index)
    const leaf = disclosures && readLeaf(bytes)
    const opened = leaf?.ok ? openLeaf(leaf.value, disclosures!) : null
    if (!opened?.ok || opened.value.entry === null) return null
    const { entry, disclosed } = opened.value
    return entry.held_by === undefined ? { entry, withheld: disclosed } : { entry }
  }
}

/** The entry in a leaf that withholds nothing. */
export function plainEntry(bytes: Uint8Array): Entry | null {
  const leaf = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')) as {
    readonly body: Entry & { readonly _sd?: unknown }
  }
  const { type, received_at, recorded_by, body, _sd } = leaf.body
  return _sd === undefined ? ({ type, received_at, recorded_by, body } as Entry) : null
}

/** The id of the key that signed a leaf. Throws for bytes that are no leaf. */
export function authorOfLeaf(bytes: Uint8Array): string {
  const leaf = readLeaf(bytes)
  if (!leaf.ok) throw new TypeError(leaf.refusal.message)
  return leaf.value.key
}
