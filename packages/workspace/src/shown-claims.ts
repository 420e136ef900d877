// Entries without the claims that an audience is not shown, and with the fields withheld that it is not.
import type { ClaimsHidden } from '@trucekeeper/centre'
import type { LoggedEntry } from '@trucekeeper/ledger'

/** The same entry is handed on as the same object each time, so that what follows from it can be kept. */
export function withoutHidden(): (entries: readonly LoggedEntry[], hidden: ClaimsHidden) => readonly LoggedEntry[] {
  const made = new Map<LoggedEntry, { readonly key: string; readonly closed: LoggedEntry }>()
  return (entries, { whole, fields }) => {
    if (whole.size === 0 && fields.size === 0) return entries
    const isGone = (ids: readonly string[]) => ids.some((id) => whole.has(id))
    return entries.flatMap((logged): readonly LoggedEntry[] => {
      const { entry } = logged
      // What joins it with others, or takes it back, would tell of it.
      if (entry.type === 'ruling') return isGone(entry.body.claims) ? [] : [logged]
      if (entry.type === 'withdrawal') return isGone([entry.body.withdraws]) ? [] : [logged]
      if (entry.type !== 'claim') return [logged]
      if (isGone([entry.body.id])) return []
      const closed = fields.get(entry.body.id)
      if (closed === undefined) return [logged]
      const key = closed.join(' ')
      const before = made.get(logged)
      const now =
        before?.key === key
          ? before.closed
          : { ...logged, withheld: [...(logged.withheld ?? []), ...closed.map((field) => `body.${field}`)] }
      made.set(logged, { key, closed: now })
      return [now]
    })
  }
}
