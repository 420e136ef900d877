// What the record can hold: documents, claims, acts, rulings, withdrawals, releases, minutes and keys, each with when and by whom it was entered.
import { z } from 'zod'
import { claimSchema } from './claim.ts'
import { instant, sha256 } from './fields.ts'
import { keySchema } from './keys/key-entry.ts'
import { minuteSchema } from './minutes/minute.ts'
import { ACT_STAGES } from '@trucekeeper/codes'

/** A document as it came in. Its bytes are kept beside the log under their digest. */
export const documentSchema = z.strictObject({
  /** `doc_` and 20 hex digits. */
  id: z.string().min(1),
  doc: z.string().min(1),
  sha256,
  outlet: z.string().nullable(),
  published: z.string().min(1),
  media_type: z.string().min(1),
})

/** The use of a power, as far as it has gone, with the words that show it. */
export const actSchema = z.strictObject({
  /** `act_` and 20 hex digits. */
  id: z.string().min(1),
  /** The id of the power in the agreement. */
  power: z.string().min(1),
  stage: z.enum(ACT_STAGES),
  /** Ids of those who act, as the agreement names them. */
  by: z.array(z.string().min(1)).min(1),
  /** When they acted. */
  at: instant,
  /** For a designation: the instant designated. */
  sets: instant.nullish(),
  /** For an extension: how much longer, `72 hours`. */
  length: z.string().nullish(),
  form: z.string().nullish(),
  doc: z.string().min(1),
  doc_sha256: sha256.nullish(),
  quote: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().positive(),
})

/**
 * Says that claims are about one happening, or that they are not, whatever the rules make of them. Of two that decide
 * about the same two claims the one received later stands.
 */
export const rulingSchema = z.strictObject({
  /** `rul_` and 20 hex digits. */
  id: z.string().min(1),
  does: z.enum(['join', 'part']),
  /** Ids of the claims: joined all together, or each parted from every other. */
  claims: z.array(z.string().min(1)).min(2),
  by: z.string().min(1),
  reason: z.string().min(1),
})

/** Takes an earlier claim, act, ruling or minute back. What it takes back stays in the record. */
export const withdrawalSchema = z.strictObject({
  /** `wdr_` and 20 hex digits. */
  id: z.string().min(1),
  /** The id of the claim, act, ruling or minute withdrawn. */
  withdraws: z.string().min(1),
  by: z.string().min(1),
  reason: z.string().min(1),
})

/** For whom something can be, besides a desk: every desk, or anybody at all. No desk is called so. */
export const AUDIENCES = ['desks', 'public'] as const

const desk = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, { error: 'is no id of a desk' })
  .refine((id) => AUDIENCES.every((one) => one !== id), { error: 'is no desk' })

/** Shows what a desk holds to others. From the receipt of the release on they see it as if it had come in then. */
export const releaseSchema = z.strictObject({
  /** `rel_` and 20 hex digits. */
  id: z.string().min(1),
  /** Ids of entries that the desk holds, each once. */
  releases: z
    .array(z.string().min(1))
    .min(1)
    .refine((ids) => new Set(ids).size === ids.length, { error: 'names something twice' }),
  to: z.union([z.enum(AUDIENCES), z.array(desk).min(1)]),
  by: z.string().min(1),
  reason: z.string().min(1),
})

const envelope = {
  received_at: instant,
  recorded_by: z.string().min(1),
  /** The desk that alone sees the entry until it is released; without one it is for every desk. */
  held_by: desk.optional(),
}

export const entrySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('document'), ...envelope, body: documentSchema }),
  z.strictObject({ type: z.literal('claim'), ...envelope, body: claimSchema }),
  z.strictObject({ type: z.literal('act'), ...envelope, body: actSchema }),
  z.strictObject({ type: z.literal('ruling'), ...envelope, body: rulingSchema }),
  z.strictObject({ type: z.literal('withdrawal'), ...envelope, body: withdrawalSchema }),
  z.strictObject({ type: z.literal('minute'), ...envelope, body: minuteSchema }),
  z.strictObject({ type: z.literal('release'), ...envelope, held_by: desk, body: releaseSchema }),
  // Everybody has to be able to follow who may sign.
  z.strictObject({ type: z.literal('key'), ...envelope, held_by: z.undefined().optional(), body: keySchema }),
])

export type DocumentBody = z.infer<typeof documentSchema>
export type Act = z.infer<typeof actSchema>
export type Ruling = z.infer<typeof rulingSchema>
export type Withdrawal = z.infer<typeof withdrawalSchema>
export type Release = z.infer<typeof releaseSchema>
/** One entry of the record. `received_at` is when it came in: the second of the two times everything has. */
export type Entry = z.infer<typeof entrySchema>
