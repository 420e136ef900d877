// Accounts: whose claims count, and how many independent sources a fact needs.
import type { Side } from '@trucekeeper/codes'
import type { Cast } from './cast.ts'
import type { Fact } from './facts.ts'

/** An evidence policy. */
export interface AccountPolicy {
  readonly id: string
  /** Ids of those whose word counts, or null for everyone. */
  readonly trusts: readonly string[] | null
  /** Independent sources a fact needs, at least 1. */
  readonly sources: number
}

const NEVER_COUNTED = new Set(['rejected', 'falsely_attributed'])

/** Whether an account takes a claim at all. What a reviewer rejected counts for nobody. */
export function counts(policy: AccountPolicy, fact: Fact, cast: Cast): boolean {
  if (fact.stance === null || NEVER_COUNTED.has(fact.claim.verification_state ?? '')) return false
  if (policy.trusts === null) return true
  const { trusts } = policy
  if (fact.speaker !== null) return trusts.includes(fact.speaker)
  return trusts.some((id) => sideOf(id, cast) === fact.side)
}

/** The facts that carry weight together: all of them where enough independent sources stand behind, otherwise none. */
export function weighty(policy: AccountPolicy, facts: readonly Fact[]): readonly Fact[] {
  if (policy.sources <= 1) return facts
  return independentSources(facts) >= policy.sources ? facts : []
}

/** How many independent sources stand behind some facts: camps, not claims and not outlets. */
export function independentSources(facts: readonly Fact[]): number {
  return new Set(facts.flatMap(({ camp }) => (camp === null ? [] : [camp]))).size
}

function sideOf(id: string, cast: Cast): Side | null {
  return cast.members.find((member) => member.id === id)?.side ?? null
}
