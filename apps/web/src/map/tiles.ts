// A reader's own tiles, by a setting kept in this browser; none by default, and only from the server of this page.
const KEPT_UNDER = 'trucekeeper-map-tiles'
const PARTS = ['{z}', '{x}', '{y}']

/** Whether tiles may be asked for there: `/tiles/{z}/{x}/{y}.png`. */
export function areTiles(address: string): boolean {
  return /^\/(?![/\\])/.test(address) && PARTS.every((part) => address.includes(part))
}

export function keptTiles(): string | null {
  try {
    const kept = globalThis.localStorage?.getItem(KEPT_UNDER) ?? null
    return kept !== null && areTiles(kept) ? kept : null
  } catch {
    return null
  }
}

export function keepTiles(address: string | null): void {
  try {
    if (address === null) globalThis.localStorage.removeItem(KEPT_UNDER)
    else globalThis.localStorage.setItem(KEPT_UNDER, address)
  } catch {
    // A browser that keeps nothing still shows them this time.
  }
}
