// For tests: who is who between north and south, and facts of claims among them.
import type { Claim } from '@trucekeeper/claims'
import { castOf, type CastMember } from '../cast.ts'
import { factsOf, type Fact } from '../facts.ts'

export const ZONE = 'Asia/Damascus'

function member(more: Pick<CastMember, 'id' | 'kind' | 'names'> & Partial<CastMember>): CastMember {
  return { role: 'party', side: null, partOf: [], answeredBy: null, ...more }
}

export const MEMBERS: readonly CastMember[] = [
  member({ id: 'east', kind: 'guarantor', names: ['Eastland', 'the Easterners'], role: 'co_chair', side: 'russia' }),
  member({ id: 'west', kind: 'guarantor', names: ['Westland', 'US', 'United States'], role: 'co_chair', side: 'us' }),
  member({
    id: 'north',
    kind: 'party',
    names: ['Northern side', 'government', 'Northern government', 'Northern army', 'army'],
    side: 'syria_gov',
    answeredBy: 'east',
  }),
  member({
    id: 'south',
    kind: 'party',
    names: ['Southern army', 'rebels', 'People’s Units'],
    side: 'opposition',
    answeredBy: 'west',
  }),
  member({ id: 'relief', kind: 'body', names: ['Relief', 'UN'], role: 'monitor', side: 'un' }),
  member({ id: 'watch', kind: 'body', names: ['Watch'], role: 'monitor', side: 'monitor' }),
  member({ id: 'raiders', kind: 'body', names: ['Raiders', 'IS'], role: 'excluded_group' }),
]

export const CAST = castOf(MEMBERS)

export function facts(...claims: Claim[]): Fact[] {
  return factsOf(claims, CAST, ZONE)
}

export function fact(claim: Claim): Fact {
  return facts(claim)[0]!
}
