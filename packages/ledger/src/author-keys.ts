// Which keys may sign entries: registered, rotated and revoked by entries of the record itself.
import {
  EMPTY_REGISTER,
  keyStateAt,
  withKeyEvent,
  type Entry,
  type KeyChecks,
  type KeyRegister,
} from '@trucekeeper/claims'
import { refusedKey, type Verify } from '@trucekeeper/merkle'
import { readLeaf } from './entry-form/index.ts'
import { plainEntry } from './leaves.ts'
import type { LedgerReader } from './reader.ts'
import { refused, type LedgerRefusal, type Result } from './refusal.ts'

export function keyChecks(origin: string, verify: Verify): KeyChecks {
  return { agreement: origin, verify, refusedKey }
}

/**
 * The register after an entry by `author` at `index`, or why the author may not sign it. Before the first registration
 * anybody may: the first one begins the register.
 */
export function withAuthor(
  register: KeyRegister,
  { entry, author, index }: { readonly entry: Entry; readonly author: string; readonly index: number },
  checks: KeyChecks,
): Result<KeyRegister> {
  if (entry.type === 'key') {
    const taken = withKeyEvent(register, { index, author, body: entry.body }, checks)
    return taken.ok ? taken : refused('key-refused', taken.refusal.message, taken.refusal.help)
  }
  const refusal = authorFault(register, author, index)
  return refusal ? { ok: false, refusal } : { ok: true, value: register }
}

/** Why a key does not count as the author of the entry at an index; null where it does, if only doubtfully. */
export function authorFault(register: KeyRegister, author: string, index: number): LedgerRefusal | null {
  if (register.first === null) return null
  const state = keyStateAt(register, author, index)
  if (state === 'active' || state === 'doubtful') return null
  return refused(
    'author-unknown',
    `the key \`${author}\` is ${state === 'revoked' ? 'revoked' : 'not registered'} at entry ${index}`,
    'sign with a key that the record has registered; `truce ledger keys` lists them',
  ).refusal
}

/** The register that the key entries of a record make; `places` says which entries these are. */
export async function registerAt(
  reader: Pick<LedgerReader, 'leaf'>,
  places: readonly number[],
  checks: KeyChecks,
): Promise<KeyRegister> {
  let register = EMPTY_REGISTER
  for (const index of places) {
    const bytes = await reader.leaf(index)
    const entry = plainEntry(bytes)
    const leaf = readLeaf(bytes)
    if (entry === null || !leaf.ok) continue
    const taken = withAuthor(register, { entry, author: leaf.value.key, index }, checks)
    if (taken.ok) register = taken.value
  }
  return register
}
