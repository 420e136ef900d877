// Tellings put together by week and kind of thing: how many say so, deny it or cannot confirm it, and on whose side.
import type { ProtectedTelling } from '@trucekeeper/api'

export interface ProtectedRow {
  readonly week: string | null
  readonly object: ProtectedTelling['object']
  readonly told: readonly ProtectedTelling[]
}

/** The latest week first, what is told of several weeks last; within a week in the order in which it was first told. */
export function rowsOf(told: readonly ProtectedTelling[]): ProtectedRow[] {
  const rows = new Map<string, { week: string | null; object: ProtectedTelling['object']; told: ProtectedTelling[] }>()
  for (const one of told) {
    const key = `${one.week} ${one.object}`
    const row = rows.get(key) ?? { week: one.week, object: one.object, told: [] }
    row.told.push(one)
    rows.set(key, row)
  }
  return [...rows.values()].toSorted((a, b) => (b.week ?? '').localeCompare(a.week ?? ''))
}

/** Sides with how many of their voices speak so, in the order in which they first spoke. */
export function sidesOf(row: ProtectedRow, how: ProtectedTelling['how']): { side: string; count: number }[] {
  const voices = new Map<string, Set<string>>()
  for (const one of row.told)
    if (one.how === how) voices.set(one.side, (voices.get(one.side) ?? new Set()).add(one.speaker ?? one.outlet ?? ''))
  return [...voices].map(([side, names]) => ({ side, count: names.size }))
}
