// One field that an entry withholds, for a desk that may have it: read anew each time, kept nowhere.
import { withheldFields } from '@trucekeeper/ledger'
import type { Instant } from '@trucekeeper/time'
import { sealerBeside } from './keys.ts'
import type { FollowedFolder } from './live.ts'
import { ledgerFolder } from './record.ts'
import { everything } from './seen.ts'
import { showsAs } from './shown-as.ts'
import type { Questions } from './workspace.ts'

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

/** Whether the levels in force keep an entry, or words of it, from a desk. */
export type HiddenFrom = (desk: string, index: number) => Promise<boolean>

/** By the folder as it is: an entry that a desk is shown in part goes by another id than its own. */
export function hiddenByLevels(folder: Pick<FollowedFolder, 'view'>, now: () => Instant = Date.now): HiddenFrom {
  const views = new Map<string | null, Questions>()
  async function idAt(index: number, desk: string | null): Promise<string | undefined> {
    const view = views.get(desk) ?? folder.view(everything, ...(desk === null ? [] : [showsAs(desk, now)]))
    views.set(desk, view)
    const { entries } = await view.entries({ after: index - 1, limit: 1 })
    return entries.find((one) => one.index === index)?.id
  }
  return async (desk, index) => (await idAt(index, null)) !== (await idAt(index, desk))
}

/** Throws where the ledger cannot be read. What levels keep from a desk it is not told, sealed or not. */
export function sealedFields(dir: string, isHidden: HiddenFrom = async () => false): SealedFields {
  const folder = ledgerFolder(dir)
  return {
    async read({ index, field, desk }) {
      const sealer = await sealerBeside(folder)
      const opened = sealer && (await withheldFields(folder, index, sealer))
      if (!opened) return null
      if (!opened.ok) throw new Error(opened.refusal.message)
      const withheld = opened.value
      if (await isHidden(desk, index)) return null
      if (withheld === null || (withheld.heldBy !== null && withheld.heldBy !== desk)) return null
      return withheld.fields.has(field) ? { found: withheld.fields.get(field) } : null
    },
  }
}
