// Why something can never be: what it waits for, and what that waits for in turn, down to where it ends.
import type { AnyClause } from '@trucekeeper/agreement'
import { usesOf } from '@trucekeeper/agreement'
import type { Spot } from '../rule.ts'
import type { Subject } from '../subject.ts'
import type { Earliest } from './earliest.ts'

/** The names from the first thing waited for that can never be to the last; a circle ends where it closes. */
export function chainOf({ edges, of }: Earliest, id: string): readonly string[] {
  const chain: string[] = []
  const seen = new Set([id])
  let at = id
  for (;;) {
    const next = edges.find(({ from, to, how }) => from === at && how !== 'not' && of(to).at === null)
    if (!next) return chain
    chain.push(next.to)
    if (seen.has(next.to)) return chain
    seen.add(next.to)
    at = next.to
  }
}

/** `` `a`, which waits for `b`, which waits for `a` `` */
export function sayChain(chain: readonly string[]): string {
  return chain.map((id) => `\`${id}\``).join(', which waits for ')
}

/** Where a clause names another, or the field in which it waits, or its first line. */
export function spotOfName({ spot }: Subject, clause: AnyClause, id: string, field: string): Spot {
  const base = id.split('.')[0]!
  const within = clause.fieldAt[field]
  const use = usesOf(clause).find(
    ({ ref }) =>
      (ref.id === id || ref.id === base) &&
      (!within || (ref.at.start.offset >= within.start.offset && ref.at.end.offset <= within.end.offset)),
  )
  return use ? { range: use.ref.at, heading: clause.heading } : spot(clause, field)
}
