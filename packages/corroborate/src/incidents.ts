// Incidents: claims about one happening brought together, each kept with who says it.
import { contentId, kindEntry, type Kind } from '@trucekeeper/claims'
import { overlaps, type Interval } from '@trucekeeper/time'
import { fold } from './cast.ts'
import type { Fact } from './facts.ts'

export interface Incident {
  /** `inc_` and 20 hex digits, of the earliest-named claim: it keeps its name while that claim stays in it. */
  readonly id: string
  readonly kind: Kind
  readonly facts: readonly Fact[]
  readonly when: Interval
  readonly places: readonly string[]
}

/** Two claims further apart than this are two happenings. */
const LONGEST_HAPPENING_MS = 48 * 3_600_000
/** An assault and the clash it makes are one happening under two names. */
const CLASS: Partial<Record<Kind, Kind>> = { offensive: 'ground_clash' }
/** These speak of many happenings, of none in particular, or of what came of one. */
const NO_HAPPENING: ReadonlySet<Kind> = new Set<Kind>(['casualties', 'violence_general'])

/** Groups facts about acts of violence. The order of the facts does not matter. */
export function incidentsOf(facts: readonly Fact[]): Incident[] {
  const violent = facts.filter(
    ({ claim, stance }) =>
      kindEntry(claim.kind).family === 'violence' && !NO_HAPPENING.has(claim.kind) && stance !== null,
  )
  const group = violent.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (group[root] !== root) root = group[root]!
    return root
  }
  for (const [a, first] of violent.entries()) {
    for (let b = a + 1; b < violent.length; b += 1) {
      if (!sameHappening(first, violent[b]!)) continue
      const [x, y] = [rootOf(a), rootOf(b)]
      group[Math.max(x, y)] = Math.min(x, y)
    }
  }
  const grouped = Map.groupBy(
    violent.map((fact, index) => ({ fact, root: rootOf(index) })),
    ({ root }) => root,
  )
  return [...grouped.values()].map((members) => incident(members.map(({ fact }) => fact)))
}

function sameHappening(a: Fact, b: Fact): boolean {
  if (classOf(a) !== classOf(b)) return false
  if (!bounded(a.when) || !bounded(b.when) || !overlaps(a.when, b.when)) return false
  const [inA, inB] = [a.claim.places.map(fold), b.claim.places.map(fold)]
  if (inA.length === 0 || inB.length === 0) return a.claim.doc === b.claim.doc
  return inA.some((place) => inB.includes(place))
}

function classOf({ claim }: Fact): Kind {
  return CLASS[claim.kind] ?? claim.kind
}

function bounded({ from, to }: Interval): boolean {
  return to - from <= LONGEST_HAPPENING_MS
}

function incident(facts: readonly Fact[]): Incident {
  const ordered = facts.toSorted((a, b) => a.said.from - b.said.from || (a.claim.id < b.claim.id ? -1 : 1))
  const [first] = ordered
  return {
    id: contentId('inc', first!.claim.id),
    kind: classOf(first!),
    facts: ordered,
    when: {
      from: Math.min(...ordered.map(({ when }) => when.from)),
      to: Math.max(...ordered.map(({ when }) => when.to)),
    },
    places: [...new Set(ordered.flatMap(({ claim }) => claim.places))].toSorted(),
  }
}
