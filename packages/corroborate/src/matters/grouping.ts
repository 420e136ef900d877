// Groups of things of which some belong together and some must stay apart, in which no vague one ties what must not be tied.
import { componentsOf } from '../duplicates/components.ts'

export interface Ties {
  /** Whether two belong together; the same either way round. */
  readonly joins: (a: number, b: number) => boolean
  /** Whether two must stay apart; the same either way round. */
  readonly parts: (a: number, b: number) => boolean
  /** Those that may belong together with one, itself not among them. */
  readonly near: (a: number) => readonly number[]
  /** How much one says: what says less follows what says more. */
  readonly says: (a: number) => number
}

/**
 * What hangs together is one group, unless two in it must stay apart. Then those that say least step aside until the
 * others are settled; each joins the one group that takes it, and none where two would. Nothing depends on order.
 */
export function groupsOf(members: readonly number[], ties: Ties): number[][] {
  return components(members, ties.joins, ties.near).flatMap((group) =>
    isTorn(group, ties) ? settled(group, ties) : [group],
  )
}

function settled(group: readonly number[], ties: Ties): number[][] {
  const least = Math.min(...group.map(ties.says))
  const upper = group.filter((one) => ties.says(one) > least)
  if (upper.length === 0) return sundered(group, ties)
  const groups = groupsOf(upper, ties)
  const left: number[] = []
  const taken = groups.map((): number[] => [])
  for (const vague of group.filter((one) => ties.says(one) === least)) {
    const [only, ...others] = [...groups.keys()].filter(
      (at) => groups[at]!.some((one) => ties.joins(one, vague)) && !groups[at]!.some((one) => ties.parts(one, vague)),
    )
    if (only !== undefined && others.length === 0) taken[only]!.push(vague)
    else left.push(vague)
  }
  // Two that must stay apart and were taken by one group say that neither surely belongs there.
  const kept = taken.map((own) => own.filter((one) => !own.some((other) => ties.parts(one, other))))
  left.push(...taken.flatMap((own, at) => own.filter((one) => !kept[at]!.includes(one))))
  return [
    ...groups.map((own, at) => [...own, ...kept[at]!].toSorted((a, b) => a - b)),
    ...(left.length > 0 ? groupsOf(left, ties) : []),
  ]
}

/** Of equals, only those are tied whose other ties agree; where even that ties what must stay apart, each stands alone. */
function sundered(group: readonly number[], ties: Ties): number[][] {
  const inside = new Set(group)
  const agrees = (a: number, b: number) =>
    ties.joins(a, b) &&
    !ties.near(a).some((one) => inside.has(one) && ties.joins(a, one) && ties.parts(b, one)) &&
    !ties.near(b).some((one) => inside.has(one) && ties.joins(b, one) && ties.parts(a, one))
  return components(group, agrees, ties.near).flatMap((part) =>
    isTorn(part, ties) ? part.map((one) => [one]) : [part],
  )
}

function isTorn(group: readonly number[], { parts }: Ties): boolean {
  return group.some((a, at) => group.slice(0, at).some((b) => parts(a, b)))
}

function components(members: readonly number[], joins: Ties['joins'], near: Ties['near']): number[][] {
  const place = new Map(members.map((member, at) => [member, at]))
  const ties: [number, number][] = []
  for (const a of members)
    for (const b of near(a)) if (b < a && place.has(b) && joins(a, b)) ties.push([place.get(a)!, place.get(b)!])
  const rootOf = componentsOf(members.length, ties)
  return [...Map.groupBy(members, (member) => rootOf[place.get(member)!]!).values()]
}
