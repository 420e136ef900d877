// What of the tally an address says: by which periods it counts, and which of them is shown.
export type By = 'day' | 'week' | 'term'

export const KINDS: readonly By[] = ['day', 'week', 'term']

export interface TallySearch {
  readonly by?: By
  /** The first day of the period; the last one where left out. */
  readonly period?: string
}

export function tallySearchOf(search: Record<string, unknown>): TallySearch {
  const by = KINDS.find((kind) => kind === search.by)
  const { period } = search
  return { ...(by && { by }), ...(typeof period === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(period) && { period }) }
}
