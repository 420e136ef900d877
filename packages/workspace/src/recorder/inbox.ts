// What a person is to decide on, and what was decided: proposals of the record, by document.
import { isProposal, nameClaim, type Claim } from '@trucekeeper/claims'
import type { Known } from './known.ts'
import type { InboxEntry, ProposedClaim } from './shapes.ts'

export interface Reviewed extends InboxEntry {
  readonly claims: readonly ProposedClaim[]
}

/** Every document of which something was proposed: those with something open first, then as they came in. */
export function reviewedDocuments(known: Known): Reviewed[] {
  const byDoc = Map.groupBy(
    [...known.claims.values()].filter((claim) => isProposal(claim)),
    ({ doc }) => doc,
  )
  const found = [...byDoc].flatMap(([doc, proposals]): Reviewed[] => {
    const document = known.documents.get(doc)
    const logged = document && known.logged(document.id)
    if (!document || !logged) return []
    const claims = proposals.map((claim) => becameOf(claim, known)).toSorted((a, b) => a.claim.start - b.claim.start)
    const open = claims.filter(({ state }) => state === 'open').length
    const { id, sha256, outlet, published } = document
    const { received_at } = logged.entry
    return [{ id, doc, sha256, outlet, published, received_at, open, decided: claims.length - open, claims }]
  })
  return found.toSorted((a, b) => Number(b.open > 0) - Number(a.open > 0))
}

const REPLACED = /^(?:confirmed|corrected) as (clm_[0-9a-f]{20})/

/** What became of a proposal. One that stands no longer, because what it became was taken back, is rejected. */
export function becameOf(claim: Claim, known: Known): ProposedClaim {
  const withdrawal = known.withdrawn.get(claim.id)
  if (!withdrawal) return { claim, state: 'open', stands_as: null, reason: null, by: null, decided_at: null }
  const stands = REPLACED.exec(withdrawal.reason)?.[1] ?? null
  const takenBack = stands === null ? withdrawal : known.withdrawn.get(stands)
  if (takenBack)
    return {
      claim,
      state: 'rejected',
      stands_as: null,
      reason: takenBack.reason,
      by: takenBack.by,
      decided_at: known.logged(takenBack.id)!.entry.received_at,
    }
  const state = stands === plainId(claim) ? 'accepted' : 'corrected'
  const at = known.logged(withdrawal.id)!.entry.received_at
  return { claim, state, stands_as: stands, reason: null, by: withdrawal.by, decided_at: at }
}

/** The id that a proposal has once it is confirmed as it stands. */
function plainId(claim: Claim): string {
  const { id: _, verification_state: __, ...body } = claim
  return nameClaim(body).id
}
