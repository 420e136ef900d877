// Whether two sides of an event are sides of the agreement; decided once for each pair of names.
import type { ScopeDecision } from '@trucekeeper/codes'
import type { Cast, CastMember } from '@trucekeeper/corroborate'
import type { EventTable } from '@trucekeeper/events'

export interface SidesDecision {
  readonly decision: ScopeDecision
  readonly reason: string
  /** The party of side A and of side B, where they are named and bound. */
  readonly parties: readonly [string | null, string | null]
}

interface Side {
  readonly party: string | null
  readonly partly: boolean
  readonly reason: string | null
}

export type SidesDecider = (a: number, b: number) => SidesDecision

/** Decides events by the names of their two sides: both have to be bound for a ban between parties to speak of them. */
export function sidesDecider({ names }: EventTable, cast: Cast, bound: readonly string[]): SidesDecider {
  const sides = names.map((name) => sideOf(name, cast, bound))
  const nobody: Side = { party: null, partly: false, reason: null }
  const known = new Map<number, SidesDecision>()
  return (a, b) => {
    const key = (a + 1) * (names.length + 1) + (b + 1)
    const found = known.get(key)
    if (found) return found
    const decided = decide(sides[a] ?? nobody, sides[b] ?? nobody)
    known.set(key, decided)
    return decided
  }
}

function decide(a: Side, b: Side): SidesDecision {
  const outside = a.reason ?? b.reason
  if (outside !== null) return { decision: 'not_covered_actor', reason: outside, parties: [null, null] }
  const parties = [a.party, b.party] as const
  // Somebody fought or was fought, and may have been anybody.
  if (a.party === null || b.party === null)
    return { decision: 'undetermined', reason: 'nobody is named on one side', parties }
  if (a.party === b.party) return { decision: 'not_covered_actor', reason: `both sides are \`${a.party}\``, parties }
  if (a.partly || b.partly) {
    const partly = a.partly ? a.party : b.party
    return {
      decision: 'undetermined',
      reason: `the source does not tell those of \`${partly}\` from groups outside the agreement`,
      parties,
    }
  }
  return { decision: 'covered', reason: 'both sides are bound', parties }
}

function sideOf(name: string, cast: Cast, bound: readonly string[]): Side {
  const whole = cast.whole(name)
  const wider = whole
    ? null
    : cast.members.find(({ partOf }) => partOf.some((group) => group.toLowerCase() === name.toLowerCase()))
  const member: CastMember | null | undefined = whole ?? wider
  if (!member) return { party: null, partly: false, reason: `\`${name}\` is no one the agreement names` }
  if (member.role === 'excluded_group')
    return { party: null, partly: false, reason: `\`${name}\` is not party to the agreement` }
  if (!bound.includes(member.id))
    return { party: null, partly: false, reason: `\`${name}\` is not bound by the clause` }
  return { party: member.id, partly: member === wider, reason: null }
}
