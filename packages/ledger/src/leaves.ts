// An entry as the log holds it, and back.
import type { Entry } from '@trucekeeper/claims'
import { leafOf, type Leaf } from './bundles.ts'
import { makeLeaf, type Author, type Sealed } from './entry-form/index.ts'
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

/** The entry in a leaf that its tile has proved; null where something of it is withheld. */
export function openEntry(bytes: Uint8Array): Entry | null {
  const leaf = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')) as {
    readonly body: Entry & { readonly _sd?: unknown }
  }
  const { type, received_at, recorded_by, body, _sd } = leaf.body
  return _sd === undefined ? ({ type, received_at, recorded_by, body } as Entry) : null
}
