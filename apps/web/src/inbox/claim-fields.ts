// The fields of a proposed claim that a person may change here, as text and as what was changed.
import type { InboxDocument } from '@trucekeeper/api'

export type Proposed = InboxDocument['claims'][number]
export type ClaimOf = Proposed['claim']

export const SHOWN = ['kind', 'speaker', 'speaker_side', 'places', 'negated', 'date', 'actor_blamed'] as const
export type Shown = (typeof SHOWN)[number]
export type Draft = Readonly<Record<Shown, string>>

const NOTHING = '-'

export function draftOf(claim: ClaimOf): Draft {
  const text = (value: string | null) => value ?? NOTHING
  return {
    kind: claim.kind,
    speaker: text(claim.speaker),
    speaker_side: claim.speaker_side,
    places: claim.places.length === 0 ? NOTHING : claim.places.join('; '),
    negated: claim.negated ? 'yes' : 'no',
    date: text(claim.date),
    actor_blamed: text(claim.actor_blamed),
  }
}

export interface Correction {
  readonly field: Shown
  readonly words: string
}

/** What is otherwise than in the claim; what was emptied is nothing. */
export function correctionsIn(draft: Draft, claim: ClaimOf): Correction[] {
  const before = draftOf(claim)
  return SHOWN.flatMap((field) => {
    const words = draft[field].trim() === '' ? NOTHING : draft[field].trim()
    return words === before[field] ? [] : [{ field, words }]
  })
}

/** The next open claim after one, around the end; null when all are decided. */
export function nextOpen(claims: readonly Proposed[], after: string | null): string | null {
  const from = claims.findIndex(({ claim }) => claim.id === after) + 1
  const round = [...claims.slice(from), ...claims.slice(0, from)]
  return round.find(({ state, claim }) => state === 'open' && claim.id !== after)?.claim.id ?? null
}
