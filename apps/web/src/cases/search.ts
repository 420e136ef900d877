// What an address of the cases asks besides the lens: of which clause, which of them, and from which claims one is to be opened.
export const SHOWN = ['all', 'late', 'open', 'closed'] as const
export type Shown = (typeof SHOWN)[number]

export interface CasesSearch {
  readonly clause?: string
  readonly show?: Shown
  /** Ids, with commas between. */
  readonly claims?: string
}

export function casesSearchOf(search: Record<string, unknown>): CasesSearch {
  const { clause, show, claims } = search
  const shown = SHOWN.find((one) => one === show && one !== 'all')
  return {
    ...(typeof clause === 'string' && clause !== '' && { clause }),
    ...(shown && { show: shown }),
    ...(typeof claims === 'string' && claims !== '' && { claims }),
  }
}
