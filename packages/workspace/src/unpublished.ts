// What nobody outside of the desks is shown, whoever entered or released it: a listed person who may be meant, and no more.
import type { LoggedEntry } from '@trucekeeper/ledger'

/**
 * Of listings the public sees confirmations, and refutations of what it was told. It is asked of entries in the order in which they
 * are shown.
 */
export class Unpublished {
  readonly #confirmed = new Set<string>()

  has({ entry }: LoggedEntry): boolean {
    if (entry.type !== 'minute' || entry.body.does !== 'listing') return false
    const { state, claims, reference } = entry.body
    const key = `${claims[0]} ${reference}`
    if (state === 'confirmed') this.#confirmed.add(key)
    return state === 'possible' || !this.#confirmed.has(key)
  }
}
