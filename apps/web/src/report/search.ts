// Which evening's report an address asks for.

export interface ReportSearch {
  /** `2016-09-16`; the last one where left out. */
  readonly day?: string
}

export function reportSearchOf({ day }: Record<string, unknown>): ReportSearch {
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}
}
