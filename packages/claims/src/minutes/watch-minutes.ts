// Minutes of the watch on listed people: that one may be meant by a report of travel, and what was found out about it.
import { z } from 'zod'
import { every, said, someone } from './parts.ts'

export const LISTING_STATES = ['possible', 'confirmed', 'refuted'] as const

export const listing = z.strictObject({
  does: z.literal('listing'),
  ...every,
  state: z.enum(LISTING_STATES),
  /** For whom it is said. */
  of: someone,
  /** The one claim that reports the travel. */
  claims: z.tuple([z.string().min(1)]),
  /** The permanent reference number on the list of the Security Council. */
  reference: z.string().regex(/^[A-Za-z]{2,4}\.\d{1,5}$/, { error: 'is no reference number such as QDi.001' }),
  /** When the list was made, in its own words. */
  list_date: said,
  /** What the comparison rests on, a sentence a word; none where a person found it. */
  grounds: z.array(said),
  /** Why somebody may be meant, is, or is not: in the words of a person. */
  reason: said,
})
