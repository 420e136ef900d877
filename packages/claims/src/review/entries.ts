// What a person decided about a claim, as entries of the record: who decided, and nothing of what was read is lost.
import type { Claim } from '../claim.ts'
import { nameClaim, nameWithdrawal } from '../intake.ts'
import { isProposal } from '../proposal.ts'
import type { Entry } from '../record.ts'
import type { Decision, ReviewItem } from './walk.ts'

/** What the record knows of ids: whether they were entered, and taken back. */
export interface Recorded {
  has(id: string): boolean
  isWithdrawn(id: string): boolean
}

/** A proposal as it stands once a person has confirmed it: the same words, no longer pending. Others are as they are. */
export function confirmed(claim: Claim): Claim {
  if (!isProposal(claim)) return claim
  const { id: _, verification_state: __, ...body } = claim
  return nameClaim(body)
}

/** Where a claim stands: a person's to decide on, in the record without that, or decided. */
export function reviewState(claim: Claim, recorded: Recorded): 'new' | 'recorded' | 'decided' {
  if (recorded.isWithdrawn(claim.id)) return 'decided'
  const settled = confirmed(claim)
  if (settled.id !== claim.id) return recorded.has(settled.id) ? 'decided' : 'new'
  return recorded.has(claim.id) ? 'recorded' : 'new'
}

/**
 * The entries of a decision, to be entered together. An accepted claim is entered under the name of who accepted it. What
 * is rejected or corrected is entered as it was read and taken back at once, with the reason, so that to read the
 * document again does not bring it back.
 */
export function decisionEntries(decision: Decision, by: string, receivedAt: string): Entry[] {
  const envelope = { received_at: receivedAt, recorded_by: by }
  const claimEntry = (body: Claim): Entry => ({ type: 'claim', ...envelope, body })
  const takenBack = ({ claim, isRecorded }: ReviewItem, reason: string): Entry[] => [
    ...(isRecorded ? [] : [claimEntry(claim)]),
    { type: 'withdrawal', ...envelope, body: nameWithdrawal({ withdraws: claim.id, by, reason }) },
  ]
  const { item } = decision
  switch (decision.kind) {
    case 'accepted': {
      const stands = item.isRecorded ? reported(item.claim) : confirmed(item.claim)
      if (stands.id === item.claim.id) return [claimEntry(stands)]
      return [claimEntry(stands), ...(item.isRecorded ? takenBack(item, `confirmed as ${stands.id}`) : [])]
    }
    case 'corrected': {
      const stands = confirmed(decision.claim)
      return [claimEntry(stands), ...takenBack(item, `corrected as ${stands.id}: ${decision.fields.join(', ')}`)]
    }
    case 'rejected':
      return takenBack(item, decision.reason)
  }
}

/** A claim that was entered unread and is confirmed now is another claim than it was: its grading, where any, stays. */
function reported(claim: Claim): Claim {
  const settled = confirmed(claim)
  if (settled.id !== claim.id || claim.verification_state != null) return settled
  const { id: _, ...body } = claim
  return nameClaim({ ...body, verification_state: 'reported' })
}
