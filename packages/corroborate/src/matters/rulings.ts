// What people ruled about matters: that claims belong together after all, or do not.
import type { Ruling } from '@trucekeeper/claims'

/** A group of claims by id, and the rulings that made it what it is. */
export interface Ruled {
  readonly claims: readonly string[]
  readonly rulings: readonly Ruling[]
}

/**
 * Groups after rulings, one after the other: `join` makes one group of all that hold the claims named; `part` leaves the
 * first of them where it is and takes the others out, each by itself. Claims nobody knows are passed over. To take a
 * ruling back, apply the others.
 */
export function withRulings(groups: readonly (readonly string[])[], rulings: readonly Ruling[]): Ruled[] {
  let ruled: readonly Ruled[] = groups.map((claims) => ({ claims, rulings: [] }))
  for (const ruling of rulings) ruled = applied(ruled, ruling)
  return [...ruled]
}

function applied(groups: readonly Ruled[], ruling: Ruling): readonly Ruled[] {
  const named = new Set(ruling.claims)
  const touched = groups.filter(({ claims }) => claims.some((id) => named.has(id)))
  const others = groups.filter((group) => !touched.includes(group))
  if (ruling.does === 'join') {
    if (touched.length < 2) return groups
    const claims = touched.flatMap((group) => group.claims).toSorted()
    return [...others, { claims, rulings: [...touched.flatMap((group) => group.rulings), ruling] }]
  }
  return [
    ...others,
    ...touched.flatMap((group): Ruled[] => {
      const out = ruling.claims.filter((id) => group.claims.includes(id)).slice(1)
      if (out.length === 0) return [group]
      const rest = group.claims.filter((id) => !out.includes(id))
      return [rest, ...out.map((id) => [id])].map((claims) => ({ claims, rulings: [...group.rulings, ruling] }))
    }),
  ]
}
