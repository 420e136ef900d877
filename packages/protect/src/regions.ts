// Parts the grid into regions that hold none or at least k, never finer than a cell: what may be told of a place.
import { geohash } from '@trucekeeper/geo'
import type { LonLat } from './entries.ts'

const DIGITS = [...'0123456789bcdefghjkmnpqrstuvwxyz']

/** How many lie in each cell, by its name, from the whole earth (`''`) down to length 5. */
export interface Counts {
  readonly held: ReadonlyMap<string, number>
  /** Whether each lies in one cell alone. A movement crosses several, and what cells hold cannot be added up. */
  readonly additive: boolean
}

export const FINEST = 5

export function countsOfSites(places: readonly LonLat[]): Counts {
  return { held: counted(places.map((place) => ({ cells: [geohash(place, FINEST)], number: 1 }))), additive: true }
}

export function countsOfMovements(
  movements: readonly { readonly cells: readonly string[]; readonly vehicles: number }[],
): Counts {
  return { held: counted(movements.map(({ cells, vehicles }) => ({ cells, number: vehicles }))), additive: false }
}

function counted(found: readonly { readonly cells: readonly string[]; readonly number: number }[]) {
  const held = new Map<string, number>()
  for (const { cells, number } of found)
    for (const cell of new Set(cells.flatMap(prefixes))) held.set(cell, (held.get(cell) ?? 0) + number)
  return held
}

const prefixes = (cell: string) => Array.from({ length: cell.length + 1 }, (_, length) => cell.slice(0, length))

/** `within`: the cell of which it is told, as long as the one asked about or shorter; `''` is the whole earth. */
export interface Told {
  readonly there: boolean
  readonly within: string
}

/**
 * What is told of a cell. From the whole earth down, the children of a cell that hold k or more are regions of their own;
 * the others together are one. Where those hold some, but fewer than k, the smallest of the former joins them
 * (complementary suppression, as for tables of statistics), so that no difference of regions holds fewer than k. "None" is
 * told of a region that holds none, never of one that holds few. It goes down to the cell whatever it finds on the way: how
 * much there is to do tells nothing of what is there.
 */
export function toldOf(cell: string, counts: Counts, k: number): Told {
  let told: Told | null = null
  for (let length = 0; length < cell.length; length++) {
    const region = cell.slice(0, length)
    const next = cell.slice(0, length + 1)
    const { apart, others } = partsOf(region, counts, k)
    const isLast = !apart.has(next)
    told ??= isLast ? { there: others, within: others ? region : next } : null
  }
  return told ?? { there: true, within: cell }
}

/** The children told apart, and whether the others hold any. */
function partsOf(region: string, { held, additive }: Counts, k: number) {
  const children = DIGITS.map((digit) => ({ cell: region + digit, held: held.get(region + digit) ?? 0 }))
  const large = children.filter((child) => child.held >= k)
  const inOthers = children.reduce((total, child) => total + (child.held < k ? child.held : 0), 0)
  const few = inOthers > 0 && (!additive || inOthers < k)
  const smallest = large.toSorted((a, b) => a.held - b.held || (a.cell < b.cell ? -1 : 1))[0]
  const apart = few ? large.filter((child) => child !== smallest) : large
  return { apart: new Set(apart.map(({ cell }) => cell)), others: inOthers > 0 }
}
