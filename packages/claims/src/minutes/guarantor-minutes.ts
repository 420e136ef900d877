// Minutes of guarantors: what each undertook, when it pressed its party, what came of it, and what was said on calls.
import { CALL_CHANNELS, UNDERTAKING_OUTCOMES } from '@trucekeeper/codes'
import { z } from 'zod'
import { instant } from '../fields.ts'
import { every, minuteId, said, several, someone } from './parts.ts'

export const undertaking = z.strictObject({
  does: z.literal('undertaking'),
  ...every,
  of: someone,
  /** The party it was to be obtained from; null for what the one who undertook it does itself. */
  for: someone.nullable(),
  to_do: said,
  clause: z.string().min(1).nullable(),
  due: instant.nullable(),
  doc: z.string().min(1),
  quote: said,
  start: z.int().nonnegative(),
  end: z.int().positive(),
})

export const pressed = z.strictObject({
  does: z.literal('pressed'),
  ...every,
  undertaking: minuteId,
  of: someone,
  party: someone,
  channel: z.enum(CALL_CHANNELS),
})

export const outcome = z.strictObject({
  does: z.literal('outcome'),
  ...every,
  undertaking: minuteId,
  /** Who says so; left out, whoever keeps the minutes. */
  of: someone.optional(),
  outcome: z.enum(UNDERTAKING_OUTCOMES),
  reason: said,
  claims: several,
  /** Uses of powers by which it was kept, or was not. */
  acts: several.optional(),
})

export const call = z.strictObject({
  does: z.literal('call'),
  ...every,
  channel: z.enum(CALL_CHANNELS),
  between: several.min(2),
  /** What each made public of it, by the name of the document. */
  read_outs: z.array(z.strictObject({ of: someone, doc: z.string().min(1) })),
})
