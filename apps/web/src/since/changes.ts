// What differs between two looks at the same clauses.
import type { ClauseStatus, Status, Verdict } from '@trucekeeper/api'
import { verdictOf } from '../grouping.ts'

export interface Change {
  readonly clause: ClauseStatus
  readonly verdict: readonly [Verdict | null, Verdict | null] | null
  readonly timing: readonly [ClauseStatus['timing'], ClauseStatus['timing']] | null
  readonly standing: readonly [ClauseStatus['standing'], ClauseStatus['standing']] | null
}

/** Clauses of which anything a reader acts on has changed, by an account or by the one that decides each. */
export function changesBetween(before: Status, now: Status, account?: string): Change[] {
  const known = new Map(before.clauses.map((clause) => [clause.id, clause]))
  return now.clauses.flatMap((clause) => {
    const old = known.get(clause.id)
    if (!old) return []
    const verdict = pair(verdictOf(old, account), verdictOf(clause, account))
    const timing = pair(old.timing, clause.timing)
    const standing = pair(old.standing, clause.standing)
    return verdict || timing || standing ? [{ clause, verdict, timing, standing }] : []
  })
}

function pair<T>(before: T, now: T): readonly [T, T] | null {
  return before === now ? null : [before, now]
}
