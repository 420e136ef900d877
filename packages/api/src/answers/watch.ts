// The form of what is known of reported travel of listed people.
import type { Listing, ReportedTravel } from '@trucekeeper/centre'
import { z } from 'zod'
import { instant } from './status.ts'

export interface TravelTold {
  readonly claim: string
  readonly how: ReportedTravel['how']
  readonly speaker: string | null
  readonly via: string | null
  readonly outlet: string | null
  readonly published: string
  readonly quote: string
  readonly doc: string
  readonly start: number
  readonly end: number
  /** Whom the reader of the report took for somebody in it. */
  readonly names: readonly string[]
  readonly listings: readonly Omit<Listing, 'claim'>[]
}

export interface WatchAnswer {
  readonly at: string
  readonly zone: string
  /** Those in whose name something may be said about it. */
  readonly members: readonly { readonly id: string; readonly name: string }[]
  /** By the time of publication. */
  readonly travel: readonly TravelTold[]
}

const state = z.enum(['possible', 'confirmed', 'refuted'])

export const watchAnswer: z.ZodType<WatchAnswer> = z
  .strictObject({
    at: instant,
    zone: z.string(),
    members: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    travel: z.array(
      z.strictObject({
        claim: z.string(),
        how: z.enum(['told', 'denied', 'not_confirmed']),
        speaker: z.string().nullable(),
        via: z.string().nullable(),
        outlet: z.string().nullable(),
        published: z.string(),
        quote: z.string(),
        doc: z.string(),
        start: z.int(),
        end: z.int(),
        names: z.array(z.string()).describe('whom the reader of the report took for somebody in it'),
        listings: z.array(
          z.strictObject({
            reference: z.string().describe('the permanent reference number on the list'),
            state,
            list_date: z.string().describe('when the list was made, in its own words'),
            grounds: z.array(z.string()).describe('what the comparison rests on, a sentence a word'),
            words: z.array(
              z.strictObject({ minute: z.string(), state, of: z.string(), reason: z.string(), at: instant }),
            ),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'WatchAnswer', description: 'reported travel of listed people; to the public only what is confirmed' })
