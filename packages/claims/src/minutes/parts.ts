// What minutes are made of.
import { z } from 'zod'
import { instant } from '../fields.ts'

/** Of every minute: `min_` and 20 hex digits, and when it was. */
export const every = { id: z.string().min(1), at: instant }

/** An id as the agreement names somebody. */
export const someone = z.string().min(1)

/** Ids, each once. */
export const several = z
  .array(z.string().min(1))
  .refine((ids) => new Set(ids).size === ids.length, { error: 'names something twice' })

/** Words that say something. */
export const said = z.string().refine((text) => text.trim() !== '', { error: 'says nothing' })

export const caseName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
  error: 'is no name of a case: lower-case letters, digits, points and dashes, 64 at most',
})

/** The id of an earlier minute. */
export const minuteId = z.string().regex(/^min_[0-9a-f]{20}$/, { error: 'is no id of a minute' })
