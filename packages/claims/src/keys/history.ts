// The history of a log's keys from its entries, and what it says of a key at any place.
import { withKeyEvent, type KeyChecks, type KeyEventRefusal } from './key-event.ts'
import {
  EMPTY_REGISTER,
  keyStateAt,
  type KeyEvent,
  type KeyRegister,
  type KeyState,
  type RegisteredKey,
} from './register.ts'

export interface KeyHistory {
  readonly register: KeyRegister
  /** Entries that changed nothing, as they do not hold: a sound log has none. */
  readonly refused: readonly { readonly index: number; readonly refusal: KeyEventRefusal }[]
  /** Whether a key counts as the author of the entry at an index. */
  stateAt(id: string, index: number): KeyState
  /** A key with who registered it; null for one that was never registered. */
  key(id: string): RegisteredKey | null
}

/** Of the entries about keys, in their order, each with its place and its author. */
export function keyHistory(events: Iterable<KeyEvent>, checks: KeyChecks): KeyHistory {
  let register = EMPTY_REGISTER
  const refused: { index: number; refusal: KeyEventRefusal }[] = []
  for (const event of events) {
    const taken = withKeyEvent(register, event, checks)
    if (taken.ok) register = taken.value
    else refused.push({ index: event.index, refusal: taken.refusal })
  }
  const known = register
  return {
    register: known,
    refused,
    stateAt: (id, index) => keyStateAt(known, id, index),
    key: (id) => known.keys.get(id) ?? null,
  }
}
