// A claim: who says what, in which words, about where and when, blaming whom.
import { parseDating, parseInstant } from '@trucekeeper/time'
import { z } from 'zod'
import {
  DATE_BASES,
  CREDIBILITIES,
  KIND_NAMES,
  MODALITIES,
  RELIABILITIES,
  SIDES,
  STANCES,
  VERIFICATION_STATES,
} from '@trucekeeper/codes'

const dating = z.string().refine((text) => parseDating(text) !== null, {
  error: 'is no date: write 2016-09-16, 2016-09, 2016, two of them with / between, or an instant with an offset',
})

/** When something was said or published: an instant with an offset, or a day where the hour is not known. */
const publishedAt = z.string().refine((text) => parseInstant(text) !== null || parseDating(text)?.precision === 'day', {
  error: 'is neither a day (2016-09-16) nor an instant with an offset (2016-09-16T18:00+03:00)',
})

/** A number someone gives. Two figures for one thing stay two figures. */
export const figureSchema = z.strictObject({
  what: z.string().min(1),
  /** Null when the source gives none ("killed soldiers"). */
  value: z.number().nullable(),
  low: z.number().nullish(),
  high: z.number().nullish(),
  unit: z.string().min(1),
  /** The words that soften it: "around", "more than", "almost". */
  qualifier: z.string().nullish(),
})

export const claimBodySchema = z.strictObject({
  /** The document's name. */
  doc: z.string().min(1),
  /** SHA-256 of the document's bytes, lower-case hex, where they are kept. */
  doc_sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'is no SHA-256 in lower-case hex' })
    .nullish(),
  /** The exact words, `text.slice(start, end)` of the document as read. */
  quote: z.string().min(1),
  /** UTF-16 units from the start of the document. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** The ultimate source of the words; null when the text leaves it open. */
  speaker: z.string().nullable(),
  speaker_text: z.string().nullish(),
  speaker_side: z.enum(SIDES),
  /** The voice that relays them, if another. */
  via: z.string().nullable(),
  outlet: z.string().nullable(),
  /** When the document was published. */
  published: publishedAt,
  kind: z.enum(KIND_NAMES),
  modality: z.enum(MODALITIES),
  negated: z.boolean(),
  /** Set by a person where kind, modality and negation do not tell it. */
  stance: z.enum(STANCES).nullish(),
  places: z.array(z.string()),
  /** When it happened, as the text gives it. */
  date: dating.nullable(),
  date_basis: z.enum(DATE_BASES).nullable(),
  actor_blamed: z.string().nullable(),
  target: z.string().nullable(),
  victims: z.string().nullish(),
  weapon: z.string().nullish(),
  figures: z.array(figureSchema),
  reliability: z.enum(RELIABILITIES).nullish(),
  credibility: z.literal(CREDIBILITIES).nullish(),
  verification_state: z.enum(VERIFICATION_STATES).nullish(),
})

export const claimSchema = claimBodySchema.extend({
  /** `clm_` and 20 hex digits of the SHA-256 of the claim's canonical bytes. */
  id: z.string().min(1),
})

export type Figure = z.infer<typeof figureSchema>
export type ClaimBody = z.infer<typeof claimBodySchema>
export type Claim = z.infer<typeof claimSchema>
