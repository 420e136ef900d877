// What one entry withholds, field by field, for whoever has the keys of the record.
import { openLeaf, readLeaf } from './entry-form/index.ts'
import { readSealed, type Sealer } from './entry-form/sealed/index.ts'
import { layoutOf } from './layout.ts'
import { nodeStorage } from './node-storage.ts'
import { readLedger } from './reader.ts'
import { given, type Result } from './refusal.ts'
import type { Storage } from './storage.ts'

export interface Withheld {
  /** The desk that holds the entry; null where no desk does. */
  readonly heldBy: string | null
  /** By dotted name, `body.speaker`; of a position each precision by itself, `body.point.cell4`. */
  readonly fields: ReadonlyMap<string, unknown>
}

/** Null for an entry that withholds nothing, that is not there, or of which what was withheld was destroyed. */
export async function withheldFields(
  dir: string,
  index: number,
  sealer: Sealer,
  storage: Storage = nodeStorage(),
): Promise<Result<Withheld | null>> {
  const reader = await readLedger(dir, { sealer, storage })
  if (!reader.ok) return reader
  if (!Number.isInteger(index) || index < 0 || index >= reader.value.size) return given(null)
  const disclosures = await (await readSealed(layoutOf(dir).sealed, sealer, storage)).get(index)
  const leaf = disclosures && readLeaf(await reader.value.leaf(index))
  const opened = leaf?.ok ? openLeaf(leaf.value, disclosures!) : null
  if (!opened?.ok) return given(null)
  // They are the leaf's own, or it would not have opened.
  const fields = new Map(disclosures!.map(namedIn))
  const heldBy = fields.get('held_by')
  fields.delete('held_by')
  return given({ heldBy: typeof heldBy === 'string' ? heldBy : null, fields })
}

/** A disclosure is its salt, the name of a field and its value (RFC 9901). */
function namedIn(disclosure: string): readonly [string, unknown] {
  const [, name, value] = JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8')) as [string, string, unknown]
  return [name, value]
}
