// The entries as an audience is shown them: without what it is not shown, what names that, and where its words stand.
import type { Naming } from '@trucekeeper/centre'
import { nameMinute } from '@trucekeeper/claims'
import type { LoggedEntry } from '@trucekeeper/ledger'
import { Masks } from './masked.ts'
import { notShown, type Hidden, type NotShownEntries } from './not-shown.ts'

/** The same entry is handed on as the same object each time, so that what follows from it can be kept. */
export function withoutHidden(): (entries: readonly LoggedEntry[], hidden: Hidden) => readonly LoggedEntry[] {
  const made = new Map<LoggedEntry, { readonly key: string; readonly changed: LoggedEntry }>()

  function sameAsBefore(logged: LoggedEntry, changed: LoggedEntry): LoggedEntry {
    const before = made.get(logged)
    const key = JSON.stringify(changed.entry.body)
    if (before?.key === key) return before.changed
    made.set(logged, { key, changed })
    return changed
  }

  return (entries, hidden) => {
    const left = notShown(entries, hidden)
    if (left === null) return entries
    const masks = new Masks()
    const shown: LoggedEntry[] = []
    for (const logged of entries) {
      if (left.gone.has(logged)) continue
      const changed = masks.renamed(shownOf(logged, left, hidden.naming, masks))
      shown.push(changed === logged ? logged : sameAsBefore(logged, changed))
    }
    return shown
  }
}

function shownOf(logged: LoggedEntry, left: NotShownEntries, naming: Naming, masks: Masks): LoggedEntry {
  const { entry } = logged
  const fields = left.fields.get(logged) ?? []
  const quote = left.quotes.get(logged)
  if (quote !== undefined && 'start' in entry.body)
    return masks.without(logged, fields, { quote, end: entry.body.start + quote.length })
  if (fields.length > 0) return masks.without(logged, fields)
  if (entry.type !== 'minute' || entry.body.does !== 'publish-version') return logged
  const { id: _, ...body } = entry.body
  const withholds = naming.shownOf(body.withholds)
  if (withholds.length === body.withholds.length) return logged
  return { ...logged, entry: { ...entry, body: nameMinute({ ...body, withholds: [...withholds] }) } }
}
