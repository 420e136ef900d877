// The form of what a desk holds, and of what it has released to whom.
import type { HeldPage } from '@trucekeeper/workspace'
import { z } from 'zod'
import { instant } from './status.ts'

const texts = z.array(z.string())

export type HeldAnswer = Omit<HeldPage, 'next'> & {
  /** The address of the next page; null on the last. */
  readonly next: string | null
}

export const heldAnswer: z.ZodType<HeldAnswer> = z
  .strictObject({
    held: z.array(
      z.strictObject({
        index: z.int().describe('its place in the record'),
        type: z.enum(['document', 'claim', 'act', 'ruling', 'withdrawal', 'release', 'minute', 'key']),
        id: z.string(),
        received_at: instant,
        summary: z.string(),
        needs: texts.describe('ids of what is released with it, or before'),
        released_to: texts.describe('`desks`, `public`, or desks by their ids'),
      }),
    ),
    next: z.string().nullable(),
    releases: z.array(
      z.strictObject({
        id: z.string(),
        index: z.int(),
        received_at: instant,
        releases: texts,
        to: z.union([z.enum(['desks', 'public']), texts]),
        by: z.string(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'Held', description: 'what a desk holds and nobody else sees, and what it has released' })
