// The form of what a screen is looked at through.
import { z } from 'zod'
import type { LensAnswer } from '../lens.ts'
import { instant, sha256 } from './status.ts'

export const lensAnswer: z.ZodType<LensAnswer> = z
  .strictObject({
    agreement: z.strictObject({ id: z.string(), title: z.string(), hash: sha256, zone: z.string() }),
    at: instant,
    known_at: instant.nullable(),
    accounts: z.array(z.strictObject({ id: z.string(), name: z.string(), decides: z.boolean() })),
    clauses: z.array(z.strictObject({ id: z.string(), title: z.string().nullable() })),
    agreements: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  })
  .meta({ id: 'LensAnswer', description: 'what can be looked through, without any verdict' })
