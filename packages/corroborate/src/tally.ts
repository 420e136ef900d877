// Tallies: how many violations some statements add up to, without counting any of them twice.
import { overlaps, type Interval } from '@trucekeeper/time'

/** "At least so many, in this period." */
export interface Counted {
  readonly when: Interval
  readonly count: number
}

/** What one camp says in bulk, or one incident, which is one in its own time. */
export interface Alleged {
  readonly when: Interval
  /** Null for an incident told of by itself. */
  readonly bulk: number | null
  /** Whose word it is. */
  readonly camps: readonly string[]
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
 * What is alleged in all: every incident, and of each figure given in bulk what exceeds the incidents its own camp told
 * of in that period. Figures of several camps for one period are taken for figures of the same violations.
 */
export function alleged(statements: readonly Alleged[]): number {
  return total(statements, (bulk, incident) => bulk.camps.some((camp) => incident.camps.includes(camp)))
}

/** What there must have been at least, if all of it is so: any incident may be one of those that anyone gives in bulk. */
export function atLeast(statements: readonly Alleged[]): number {
  return total(statements, () => true)
}

function total(statements: readonly Alleged[], shares: (bulk: Alleged, incident: Alleged) => boolean): number {
  const incidents = statements.filter(({ bulk }) => bulk === null)
  const beyond = statements.flatMap((one): Counted[] => {
    if (one.bulk === null) return []
    const listed = incidents.filter((incident) => overlaps(one.when, incident.when) && shares(one, incident)).length
    return [{ when: one.when, count: one.bulk - listed }]
  })
  return incidents.length + fewest(beyond)
}
