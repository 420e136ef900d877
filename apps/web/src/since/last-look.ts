// The last look at an agreement, kept in this browser: which instant was shown and how much was known.
export interface Look {
  /** As of. */
  readonly at: string
  /** How many entries the record had. */
  readonly entries: number
  /** When the reader looked, by the clock of the browser. */
  readonly seen: string
}

const keyOf = (agreement: string) => `trucekeeper-last-look:${agreement}`

export function lastLook(agreement: string): Look | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(agreement)) ?? 'null')
    return isLook(kept) ? kept : null
  } catch {
    // A browser that keeps nothing has not looked yet.
    return null
  }
}

export function keepLook(agreement: string, look: Look): void {
  try {
    localStorage.setItem(keyOf(agreement), JSON.stringify(look))
  } catch {
    // The next visit will be like a first one.
  }
}

function isLook(kept: unknown): kept is Look {
  if (typeof kept !== 'object' || kept === null) return false
  const { at, entries, seen } = kept as Record<string, unknown>
  return typeof at === 'string' && Number.isSafeInteger(entries) && typeof seen === 'string'
}
