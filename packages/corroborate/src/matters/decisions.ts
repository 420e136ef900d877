// What people decide about matters: that claims belong together after all, or do not. Each can be taken back.

/** A person's word on some claims; the last one on two claims holds. */
export type Decision = {
  readonly by: string
  /** In a sentence. */
  readonly reason: string
} & ({ readonly joins: readonly string[] } | { readonly parts: readonly string[] })

/** A group of claims by id, and the decisions that made it what it is. */
export interface Decided {
  readonly claims: readonly string[]
  readonly decisions: readonly Decision[]
}

/**
 * Groups after decisions, one after the other: `joins` makes one group of all that hold the claims named, `parts` takes
 * the claims named out of their groups and makes one of those that came from the same. Claims nobody knows are passed
 * over. To take a decision back, apply the others.
 */
export function withDecisions(groups: readonly (readonly string[])[], decisions: readonly Decision[]): Decided[] {
  let decided: readonly Decided[] = groups.map((claims) => ({ claims, decisions: [] }))
  for (const decision of decisions) decided = applied(decided, decision)
  return [...decided]
}

function applied(groups: readonly Decided[], decision: Decision): readonly Decided[] {
  const named = new Set('joins' in decision ? decision.joins : decision.parts)
  const touched = groups.filter(({ claims }) => claims.some((id) => named.has(id)))
  const others = groups.filter((group) => !touched.includes(group))
  if ('joins' in decision) {
    if (touched.length < 2) return groups
    const claims = touched.flatMap((group) => group.claims).toSorted()
    return [...others, { claims, decisions: [...touched.flatMap((group) => group.decisions), decision] }]
  }
  return [
    ...others,
    ...touched.flatMap((group): Decided[] => {
      const [out, rest] = [true, false].map((wanted) => group.claims.filter((id) => named.has(id) === wanted))
      if (rest!.length === 0) return [group]
      return [out!, rest!].map((claims) => ({ claims, decisions: [...group.decisions, decision] }))
    }),
  ]
}
