// Accounts: whose claims count, and how many independent sources a fact needs.
import type { Claim } from '@trucekeeper/claims'
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

/** Whether a claim may count for anyone: what a reviewer rejected does not. */
export function mayCount({ verification_state }: Pick<Claim, 'verification_state'>): boolean {
  return !NEVER_COUNTED.has(verification_state ?? '')
}

/** Whether an account takes a claim at all. */
export function counts({ trusts }: AccountPolicy, { claim, stance, speaker }: Fact): boolean {
  if (stance === null || !mayCount(claim)) return false
  return trusts === null || (speaker !== null && trusts.includes(speaker))
}

/** The facts that carry weight together: all of them where enough independent sources stand behind, otherwise none. */
export function weighty({ sources }: AccountPolicy, facts: readonly Fact[]): readonly Fact[] {
  if (sources <= 1) return facts
  return independentSources(facts) >= sources ? facts : []
}

/** How many independent sources stand behind some facts: camps, not claims and not outlets. */
export function independentSources(facts: readonly Fact[]): number {
  return new Set(facts.flatMap(({ camp }) => (camp === null ? [] : [camp]))).size
}
