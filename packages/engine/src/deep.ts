// Clauses in an order in which each stands behind what it rests on, for agreements that chain so many that to follow a chain
// from its end would go deeper than a program can.
import type { Agreement, Condition, Ruled } from '@trucekeeper/agreement'

/** Chains up to this are followed as they come. */
const MOST_FOLLOWED = 100

/** Empty where no chain is long; a circle is entered wherever it is met first. */
export function deepestFirst({ ruled }: Agreement): readonly Ruled[] {
  const parts = Map.groupBy(ruled, (clause) => ('base' in clause ? clause.base : clause.id))
  const restsOn = (clause: Ruled) =>
    namesIn(clause).flatMap((id) => parts.get(id) ?? parts.get(id.split('.')[0]!) ?? [])
  const order: Ruled[] = []
  const depth = new Map<Ruled, number>()
  let deepest = 0
  for (const root of ruled) {
    if (depth.has(root)) continue
    depth.set(root, 0)
    const open: { readonly clause: Ruled; readonly rest: Ruled[] }[] = [{ clause: root, rest: restsOn(root) }]
    while (open.length > 0) {
      const { clause, rest } = open.at(-1)!
      const next = rest.pop()
      if (next === undefined) {
        open.pop()
        order.push(clause)
        const below = restsOn(clause).map((one) => depth.get(one) ?? 0)
        depth.set(clause, 1 + Math.max(0, ...below))
        deepest = Math.max(deepest, depth.get(clause)!)
      } else if (!depth.has(next)) {
        depth.set(next, 0)
        open.push({ clause: next, rest: restsOn(next) })
      }
    }
  }
  return deepest > MOST_FOLLOWED ? order : []
}

function namesIn(clause: Ruled): string[] {
  switch (clause.kind) {
    case 'duty':
      return [...(clause.after ? namesOf(clause.after) : []), ...(clause.together ? [clause.together.duty] : [])]
    case 'gate':
      return namesOf(clause.when)
    case 'power':
      return clause.when ? namesOf(clause.when) : []
    default:
      return []
  }
}

function namesOf(condition: Condition): string[] {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.args.flatMap(namesOf)
    case 'not':
      return namesOf(condition.arg)
    case 'met':
    case 'open':
    case 'in-force':
      return [condition.of.id]
    default:
      return []
  }
}
