// Which key counted at which place of a log: what the entries about keys make of one another.
import type { KeyEntry } from './key-entry.ts'

export type KeyState = 'active' | 'unknown' | 'revoked' | 'doubtful'

/** A key as its log has it. Places are indexes of entries. */
export interface RegisteredKey {
  /** `key_` and 20 hex digits. */
  readonly id: string
  readonly publicKey: Uint8Array
  readonly person: string
  readonly device: string
  readonly organisation: string | null
  /** The id of the key that registered it: its own for the first, the one replaced for a rotation. */
  readonly registeredBy: string
  readonly registeredAt: number
  /** The id of the key it replaced. */
  readonly replaces: string | null
  /** The last index at which it counts; null while it is neither rotated nor revoked. */
  readonly countsUpTo: number | null
  /** The first index at which what it signed is doubtful. */
  readonly doubtfulFrom: number | null
  /** What its person and its organisation look like (`looksOf`). */
  readonly looks: { readonly person: readonly string[]; readonly organisation: readonly string[] }
}

/** All keys of a log up to some entry. Never changed: an earlier one stays what was known then. */
export interface KeyRegister {
  readonly keys: ReadonlyMap<string, RegisteredKey>
  /** The key that began the log; null before it. */
  readonly first: string | null
  /** The index of the last entry about a key; -1 before the first. */
  readonly upTo: number
}

export const EMPTY_REGISTER: KeyRegister = { keys: new Map(), first: null, upTo: -1 }

/** An entry about a key with its place and the key that signed it, that signature checked. */
export interface KeyEvent {
  readonly index: number
  /** The id of the author's key. */
  readonly author: string
  readonly body: KeyEntry
}

/**
 * Whether a key counts as the author of the entry at `index`. A key is doubtful as well when it was registered by one that
 * was doubtful then.
 */
export function keyStateAt({ keys }: KeyRegister, id: string, index: number): KeyState {
  let key = keys.get(id)
  if (!key || index < key.registeredAt) return 'unknown'
  if (key.countsUpTo !== null && index > key.countsUpTo) return 'revoked'
  let at = index
  for (;;) {
    if (key.doubtfulFrom !== null && at >= key.doubtfulFrom) return 'doubtful'
    const registrar: RegisteredKey | undefined = keys.get(key.registeredBy)
    if (!registrar || registrar === key) return 'active'
    at = key.registeredAt
    key = registrar
  }
}

/** Whether the two act for one organisation, or are devices of one person who acts for none. */
export function isSameHolder(
  one: Pick<RegisteredKey, 'person' | 'organisation'>,
  other: Pick<RegisteredKey, 'person' | 'organisation'>,
): boolean {
  if (one.organisation === null) return other.organisation === null && one.person === other.person
  return one.organisation === other.organisation
}

/** Whether a key keeps the register: it belongs to whoever began the log. */
export function isKeeper({ keys, first }: KeyRegister, key: RegisteredKey): boolean {
  const founder = first === null ? undefined : keys.get(first)
  return founder !== undefined && isSameHolder(founder, key)
}
