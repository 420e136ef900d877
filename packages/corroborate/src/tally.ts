// Tallies: how many violations some statements add up to, without counting any of them twice.
import { contains, type Interval } from '@trucekeeper/time'

/** "At least so many, in this period": a bulk claim, or one incident, which is one in its own time. */
export interface Counted {
  readonly when: Interval
  readonly count: number
}

/**
 * The fewest happenings that make every statement true: 23 on Tuesday, 37 on Wednesday and 144 since Monday are 144,
 * not 204. Each statement in order of its end is topped up at its very end, where later statements can share it: the
 * greedy choice that is best for intervals on a line.
 */
export function fewest(statements: readonly Counted[]): number {
  const placed: { at: number; count: number }[] = []
  let total = 0
  for (const { when, count } of statements.toSorted((a, b) => a.when.to - b.when.to || b.when.from - a.when.from)) {
    const inside = placed.reduce((sum, { at, count: here }) => (at >= when.from && at < when.to ? sum + here : sum), 0)
    if (inside >= count) continue
    placed.push({ at: when.to - 1, count: count - inside })
    total += count - inside
  }
  return total
}

/**
 * What one claimant alleges: bulk claims never add to incidents the same claimant already listed one by one inside
 * their period.
 */
export function alleged(bulk: readonly Counted[], incidents: readonly Interval[]): number {
  const beside = incidents.filter((when) => !bulk.some((one) => contains(one.when, when)))
  const inside = bulk.map((one) => ({
    ...one,
    count: Math.max(one.count, incidents.filter((when) => contains(one.when, when)).length),
  }))
  return fewest(inside) + beside.length
}
