// What a review is of: documents with the claims read out of them, less those that somebody has decided on.
import { reviewState, type Claim, type DocumentBody, type Recorded, type ReviewItem } from '@trucekeeper/claims'
import type { Dispatch } from '@trucekeeper/workspace'

export interface ReviewSource {
  readonly text: string
  readonly bytes: Uint8Array
  readonly document: DocumentBody
  readonly claims: readonly Claim[]
}

/** The source of a dispatch with the claims that a reader found in it; null where the dispatch could not be read. */
export function reviewSource({ text, bytes, entries }: Dispatch, claims: readonly Claim[]): ReviewSource | null {
  const [first] = entries
  return first?.type === 'document' ? { text, bytes, document: first.body, claims } : null
}

/** What there is to decide. `again`: also what stands in the record without anybody having been asked. */
export function reviewItems(
  sources: readonly ReviewSource[],
  recorded: Recorded,
  again: boolean,
): { readonly items: ReviewItem[]; readonly known: number } {
  const all = sources.flatMap(({ claims, text }) => claims.map((claim) => ({ claim, text })))
  const items = all.flatMap(({ claim, text }): ReviewItem[] => {
    const state = reviewState(claim, recorded)
    if (state === 'decided' || (state === 'recorded' && !again)) return []
    return [{ claim, text, isRecorded: recorded.has(claim.id) }]
  })
  return { items, known: all.length - items.length }
}
