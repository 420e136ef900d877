// The head that witnesses have cosigned, kept beside the newest: how far others vouch for the record, and since when.
import {
  cosignaturesOf,
  openCheckpoint,
  parseNote,
  type Policy,
  type VerifierKey,
  type Verify,
} from '@trucekeeper/merkle'
import { readHead, readVerifier, replacement, sameBytes, type Head } from './head.ts'
import { layoutOf, type Layout } from './layout.ts'
import { nodeStorage } from './node-storage.ts'
import { nodeVerify } from './sha256.ts'
import type { Storage } from './storage.ts'

/** The cosigned head that is kept; null where there is none that its log has signed. */
export async function readWitnessed(
  storage: Storage,
  { witnessed }: Layout,
  key: VerifierKey,
  verify: Verify,
): Promise<Head | null> {
  const head = await readHead(storage, witnessed, key, verify)
  return head.ok ? head.value : null
}

/** Keeps a cosigned head in the place of an older one. Gives false where a larger one is kept, or it is none of this log. */
export async function keepWitnessed(
  storage: Storage,
  layout: Layout,
  note: Uint8Array,
  key: VerifierKey,
  verify: Verify,
): Promise<boolean> {
  const opened = openCheckpoint(note, key, verify)
  if (!opened.ok) return false
  const held = await readWitnessed(storage, layout, key, verify)
  if (held !== null && BigInt(held.size) > opened.value.checkpoint.size) return false
  const steps = replacement(storage, `${layout.witnessed}.new`, layout.witnessed, layout.folder, note, (bytes) =>
    sameBytes(bytes, note),
  )
  await steps.write()
  await steps.sync()
  if ((await steps.check()) !== null) return false
  await steps.rename()
  await steps.settle()
  return true
}

/** Who cosigned a head, of the witnesses that a policy names, and when. */
export function witnessesOf(
  note: Uint8Array,
  { witnesses }: Policy,
  verify: Verify,
): { readonly name: string; readonly at: Date }[] {
  const parsed = parseNote(note)
  if (!parsed.ok) return []
  const { text, signatures } = parsed.value
  const { valid } = cosignaturesOf(
    text,
    signatures,
    witnesses.map(({ key }) => key),
    verify,
  )
  return valid.map(({ name, time }) => ({ name, at: new Date(Number(time) * 1000) }))
}

/** Keeps a cosigned head of the ledger in `dir`; false where a larger one is kept or the note is not of this log. */
export async function keepWitnessedHead(dir: string, note: Uint8Array): Promise<boolean> {
  const [storage, layout] = [nodeStorage(), layoutOf(dir)]
  const key = await readVerifier(storage, layout)
  return key.ok && key.value !== null && keepWitnessed(storage, layout, note, key.value, nodeVerify)
}
