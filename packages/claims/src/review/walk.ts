// A person's way through new claims, one by one: which is looked at, what may be done with it, what was decided.
import type { Claim } from '../claim.ts'
import type { Refusal } from '../refusal.ts'
import { corrected, type ReviewField } from './fields.ts'

export interface ReviewItem {
  readonly claim: Claim
  /** The text that the claim quotes. */
  readonly text: string
  /** Whether the record holds the claim already. */
  readonly isRecorded: boolean
}

export type Decision =
  | { readonly kind: 'accepted'; readonly item: ReviewItem }
  | {
      readonly kind: 'corrected'
      readonly item: ReviewItem
      readonly claim: Claim
      readonly fields: readonly ReviewField[]
    }
  | { readonly kind: 'rejected'; readonly item: ReviewItem; readonly reason: string }

export type Move =
  | { readonly do: 'accept' }
  | { readonly do: 'correct'; readonly field: ReviewField; readonly words: string }
  | { readonly do: 'reject'; readonly reason: string }
  | { readonly do: 'skip' }
  | { readonly do: 'quit' }

export interface Walk {
  readonly items: readonly ReviewItem[]
  /** The item looked at; as many as there are items when all have been. */
  readonly at: number
  /** The claim looked at, with the corrections made so far; null when the walk is over. */
  readonly draft: Claim | null
  /** The fields corrected in it. */
  readonly fields: readonly ReviewField[]
  readonly counts: {
    readonly accepted: number
    readonly corrected: number
    readonly rejected: number
    readonly skipped: number
  }
  /** Against which claims are checked: nothing is reported before it happened. */
  readonly received_at: string
}

export type Moved =
  | { readonly ok: true; readonly walk: Walk; readonly decision: Decision | null }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

export function beginWalk(items: readonly ReviewItem[], receivedAt: string): Walk {
  const counts = { accepted: 0, corrected: 0, rejected: 0, skipped: 0 }
  return { items, at: 0, draft: items[0]?.claim ?? null, fields: [], counts, received_at: receivedAt }
}

/**
 * One move. A decision is to be entered before the next move is made: the walk keeps none. Corrections are a draft until
 * the claim is accepted; to skip or quit drops them. A refused move changes nothing.
 */
export function move(walk: Walk, made: Move): Moved {
  const item = walk.items[walk.at]
  if (walk.draft === null || !item) return { ok: true, walk, decision: null }
  switch (made.do) {
    case 'accept': {
      if (walk.draft.id === item.claim.id) return decided(walk, { kind: 'accepted', item })
      return decided(walk, { kind: 'corrected', item, claim: walk.draft, fields: walk.fields })
    }
    case 'correct': {
      const done = corrected(walk.draft, made.field, made.words, item.text, walk.received_at)
      if (!done.ok) return done
      const fields = [...new Set([...walk.fields, made.field])]
      return { ok: true, walk: { ...walk, draft: done.claim, fields }, decision: null }
    }
    case 'reject': {
      const reason = made.reason.trim()
      return reason === ''
        ? { ok: false, refusals: [WITHOUT_REASON] }
        : decided(walk, { kind: 'rejected', item, reason })
    }
    case 'skip':
      return { ok: true, walk: next(walk, 'skipped'), decision: null }
    case 'quit':
      return { ok: true, walk: { ...walk, draft: null, fields: [] }, decision: null }
  }
}

const WITHOUT_REASON: Refusal = {
  code: 'claim-malformed',
  path: 'reason',
  message: 'a claim is rejected for a reason, and none was given',
  help: 'say in a few words what is wrong with it',
}

function decided(walk: Walk, decision: Decision): Moved {
  return { ok: true, walk: next(walk, decision.kind), decision }
}

function next(walk: Walk, counted: keyof Walk['counts']): Walk {
  const at = walk.at + 1
  const counts = { ...walk.counts, [counted]: walk.counts[counted] + 1 }
  return { ...walk, at, counts, draft: walk.items[at]?.claim ?? null, fields: [] }
}
