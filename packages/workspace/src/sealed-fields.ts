// One field that an entry withholds, for a desk that may have it: read anew each time, kept nowhere.
import { withheldFields } from '@trucekeeper/ledger'
import { sealerBeside } from './keys.ts'
import { ledgerFolder } from './record.ts'

export interface SealedFields {
  /**
   * The value of a field of the entry at `index`, by its dotted name. Null where there is none, where another desk holds the
   * entry, where it was destroyed, and where the keys are not at hand: nobody is told which.
   */
  read(wanted: { readonly index: number; readonly field: string; readonly desk: string }): Promise<Found | null>
}

/** A value may itself be null. */
export interface Found {
  readonly found: unknown
}

/** Throws where the ledger cannot be read. */
export function sealedFields(dir: string): SealedFields {
  const folder = ledgerFolder(dir)
  return {
    async read({ index, field, desk }) {
      const sealer = await sealerBeside(folder)
      const opened = sealer && (await withheldFields(folder, index, sealer))
      if (!opened) return null
      if (!opened.ok) throw new Error(opened.refusal.message)
      const withheld = opened.value
      if (withheld === null || (withheld.heldBy !== null && withheld.heldBy !== desk)) return null
      return withheld.fields.has(field) ? { found: withheld.fields.get(field) } : null
    },
  }
}
