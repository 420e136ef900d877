// Clauses that wait for one another in a circle, so that none of them has to come first.
import type { AnyClause } from '@trucekeeper/agreement'
import { spotOfName } from '../../earliest/index.ts'
import type { Rule } from '../../rule.ts'
import type { Shown } from '../../shown.ts'
import type { Subject } from '../../subject.ts'

/** In which field each kind of clause waits. */
const WAITS_IN: Partial<Record<AnyClause['kind'], readonly string[]>> = {
  duty: ['together', 'after', 'from'],
  gate: ['when'],
  power: ['when'],
  anchor: ['designated-by'],
  term: ['starts'],
}

export const rule: Rule = {
  name: 'mutual-wait',
  severity: 'warning',
  engine: 'earliest',
  summary: 'Clauses wait for one another in a circle, so that nobody ever has to begin.',
  *check(subject) {
    const earliest = subject.earliest('endless')!
    for (const circle of earliest.circles) {
      if (circle.length < 2 || circle.some((id) => earliest.of(id).undecided)) continue
      const place = (id: string) => subject.clause(id)?.at.start.offset ?? Infinity
      const inText = circle.toSorted((a, b) => place(a) - place(b))
      const order = inTurn(inText, earliest.edges)
      const [first, ...others] = order.map((id, index) => {
        const clause = subject.clause(id)!
        const next = order[(index + 1) % order.length]!
        const field = WAITS_IN[clause.kind]?.find((name) => clause.fieldAt[name]) ?? ''
        return { id, at: spotOfName(subject, clause, next, field), label: `\`${id}\` waits for \`${next}\`` }
      })
      yield {
        at: first!.at,
        label: first!.label,
        also: others.map(({ at, label }) => ({ ...at, label })),
        message:
          order.length === 2
            ? `\`${order[0]}\` and \`${order[1]}\` wait for each other, so neither ever has to begin`
            : `${order.map((id) => `\`${id}\``).join(', ')} wait for one another in a circle, so none of them ever has to begin`,
        help: 'say who goes first, or give one of them a deadline of its own that waits for nobody',
        clauses: order,
        ...shownBy(subject, order),
      }
    }
  },
}

/** What never comes, of a clause of each kind that a run can be asked about. */
const ASKED: Partial<Record<AnyClause['kind'], 'owed' | 'open' | 'usable'>> = {
  duty: 'owed',
  gate: 'open',
  power: 'usable',
}

/** A run in which nothing of the circle comes; anchors and terms in it are set by its powers. */
function shownBy({ clause, show }: Subject, order: readonly string[]): Shown {
  for (const id of order) {
    const is = ASKED[clause(id)!.kind]
    if (is) return show({ is, clause: id }, 'stuck')
  }
  return {}
}

/** The circle as each waits for the next, from its first on: a name's letters give nobody the first word. */
function inTurn(circle: readonly string[], edges: readonly { from: string; to: string; how: string }[]): string[] {
  const inside = new Set(circle)
  const next = new Map<string, string[]>()
  for (const { from, to, how } of edges) {
    if (!inside.has(from) || !inside.has(to) || how === 'not') continue
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const start = circle[0]!
  // The shortest way round that comes back to the start.
  const before = new Map<string, string | null>([[start, null]])
  const queue = [start]
  for (const at of queue) {
    for (const to of next.get(at) ?? []) {
      if (to === start) return wayTo(at, before)
      if (before.has(to)) continue
      before.set(to, at)
      queue.push(to)
    }
  }
  return [...circle]
}

function wayTo(end: string, before: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = []
  for (let at: string | null = end; at !== null; at = before.get(at) ?? null) way.unshift(at)
  return way
}
