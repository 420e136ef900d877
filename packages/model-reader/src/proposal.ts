// The form a model's answer must have, which it is also told: one flat object for each claim it proposes.
import { DATE_BASES, KIND_NAMES, MODALITIES, SIDES, WEAPON_CLASSES } from '@trucekeeper/claims'
import { z } from 'zod'

const figureSchema = z.strictObject({
  what: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  qualifier: z.string().nullable(),
})

/** Every field is there, null or not: endpoints that hold a model to a form ask for that. */
export const proposalSchema = z.strictObject({
  quote: z.string(),
  start: z.number().nullable(),
  speaker: z.string().nullable(),
  speaker_side: z.enum(SIDES),
  via: z.string().nullable(),
  kind: z.enum(KIND_NAMES),
  modality: z.enum(MODALITIES),
  negated: z.boolean(),
  places: z.array(z.string()),
  date: z.string().nullable(),
  date_basis: z.enum(DATE_BASES).nullable(),
  actor_blamed: z.string().nullable(),
  target: z.string().nullable(),
  victims: z.string().nullable(),
  weapon: z.enum(WEAPON_CLASSES).nullable(),
  figures: z.array(figureSchema),
})

export type Proposal = z.infer<typeof proposalSchema>

/** The whole answer. Its claims are looked at one by one, so that a bad one takes no other with it. */
export const answerSchema = z.strictObject({ claims: z.array(z.unknown()) })

/** The JSON schema an endpoint is given. */
export function answerForm(): object {
  const { $schema: _, ...form } = z.toJSONSchema(z.strictObject({ claims: z.array(proposalSchema) }))
  return form
}
