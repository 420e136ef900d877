// Which stretch of time an address shows.
export interface StretchSearch {
  readonly from?: string
  readonly to?: string
}

export function stretchSearchOf(search: Record<string, unknown>): StretchSearch {
  const { from, to } = search
  const isTime = (text: unknown): text is string => typeof text === 'string' && !Number.isNaN(Date.parse(text))
  return isTime(from) && isTime(to) && Date.parse(from) < Date.parse(to) ? { from, to } : {}
}
