// Rules of precedence that come round to where they began.
import type { AnyClause } from '@trucekeeper/agreement'
import type { Rule, Spot } from '../../rule.ts'
import { folded } from '../../wording/index.ts'

interface Edge {
  readonly from: string
  readonly to: string
  /** Null where it wins on all subjects. */
  readonly on: string | null
  readonly clause: Extract<AnyClause, { kind: 'prevails' }>
  readonly at: Spot
}

export const rule: Rule = {
  name: 'precedence-cycle',
  severity: 'warning',
  engine: 'shape',
  summary: 'Clauses prevail over one another in a circle, so that none of them wins.',
  *check({ of }) {
    const edges = of('prevails').flatMap((clause) => {
      const { wins, over, on } = clause.fields
      return over.map(({ id, at }): Edge => ({
        from: wins.id,
        to: id,
        on: on === undefined ? null : folded(on).toLowerCase(),
        clause,
        at: { range: at, heading: clause.heading },
      }))
    })
    const said = new Set<string>()
    for (const among of subjects(edges)) {
      for (const circle of circlesOf(among)) {
        const key = circle
          .map(({ clause, to }) => `${clause.id} ${to}`)
          .toSorted()
          .join('\n')
        if (said.has(key)) continue
        said.add(key)
        const [first, ...rest] = circle.toSorted((a, b) => a.at.range.start.offset - b.at.range.start.offset)
        const names = [...circle.map(({ from }) => from), circle[0]!.from].map((id) => `\`${id}\``)
        yield {
          at: first!.at,
          message: circle.length === 1 ? `${names[0]} prevails over itself` : `${names.join(' prevails over ')}`,
          help: 'take one of them back, or let each win on a subject of its own with `on`',
          also: rest.map(({ at, to }) => ({ ...at, label: `\`${to}\` loses here` })),
          clauses: [...new Set(circle.flatMap(({ clause, from }) => [clause.id, from]))],
        }
      }
    }
  },
}

/** What holds together: each subject with what wins on all. Only what lies on some circle is looked at subject by subject. */
function subjects(edges: readonly Edge[]): readonly Edge[][] {
  const circling = new Set(circlesOf(edges).flat())
  if (circling.size === 0) return []
  const group = groupsOf(edges)
  const round = edges.filter(({ from, to }) => group.get(from) === group.get(to))
  const all = round.filter(({ on }) => on === null)
  const named = [...new Set(round.flatMap(({ on }) => on ?? []))]
  return [all, ...named.map((subject) => [...all, ...round.filter(({ on }) => on === subject)])]
}

/** One circle for each group of clauses that lead back to one another. */
function circlesOf(edges: readonly Edge[]): Edge[][] {
  const group = groupsOf(edges)
  const inside = edges.filter(({ from, to }) => group.get(from) === group.get(to))
  const out = Map.groupBy(inside, ({ from }) => from)
  const done = new Set<number>()
  const circles: Edge[][] = []
  for (const edge of inside) {
    const number = group.get(edge.from)!
    if (done.has(number)) continue
    done.add(number)
    const back = pathOf(out, edge.to, edge.from)
    if (back) circles.push([edge, ...back])
  }
  return circles
}

/** The shortest way from one clause to another, by edges. */
function pathOf(out: ReadonlyMap<string, readonly Edge[]>, from: string, to: string): Edge[] | null {
  const came = new Map<string, Edge | null>([[from, null]])
  for (const id of came.keys()) {
    if (id === to) break
    for (const edge of out.get(id) ?? []) if (!came.has(edge.to)) came.set(edge.to, edge)
  }
  if (!came.has(to)) return null
  const path: Edge[] = []
  for (let edge = came.get(to); edge; edge = came.get(edge.from)) path.unshift(edge)
  return path
}

/** A number for each clause, the same for those that lead to one another. */
function groupsOf(edges: readonly Edge[]): Map<string, number> {
  const out = Map.groupBy(edges, ({ from }) => from)
  const into = Map.groupBy(edges, ({ to }) => to)
  const order: string[] = []
  const seen = new Set<string>()
  for (const start of out.keys()) {
    const stack: { id: string; next: number }[] = seen.has(start) ? [] : [{ id: start, next: 0 }]
    seen.add(start)
    while (stack.length > 0) {
      const top = stack.at(-1)!
      const edge = out.get(top.id)?.[top.next]
      top.next += 1
      if (!edge) order.push(stack.pop()!.id)
      else if (!seen.has(edge.to)) {
        seen.add(edge.to)
        stack.push({ id: edge.to, next: 0 })
      }
    }
  }
  const group = new Map<string, number>()
  for (const start of order.toReversed()) {
    if (group.has(start)) continue
    const number = group.size
    const stack = [start]
    while (stack.length > 0) {
      const id = stack.pop()!
      if (group.has(id)) continue
      group.set(id, number)
      for (const { from } of into.get(id) ?? []) if (!group.has(from)) stack.push(from)
    }
  }
  return group
}
