// Claims that wait for a person: a reader proposes them, and they are evidence of nothing before somebody confirms them.
import type { VerificationState } from '@trucekeeper/codes'
import type { Claim } from './claim.ts'

/** The state of a claim that nobody has held against its document yet. */
export const PROPOSED: VerificationState = 'pending_verification'

export function isProposal({ verification_state }: Pick<Claim, 'verification_state'>): boolean {
  return verification_state === PROPOSED
}
