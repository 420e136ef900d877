// Minutes of cases: an alleged violation on its way through the agreement's procedure, and the visits made for it.
import { CASE_STAGES, FINDINGS, VISIT_OUTCOMES } from '@trucekeeper/codes'
import { z } from 'zod'
import { instant } from '../fields.ts'
import { caseName, every, minuteId, said, several, someone } from './parts.ts'

export const openCase = z.strictObject({
  does: z.literal('open-case'),
  ...every,
  case: caseName,
  /** Who brings it; of a case nobody in the agreement brought, whoever keeps the minutes. */
  of: someone,
  /** The clause said to be broken. */
  clause: z.string().min(1),
  accused: someone,
  claims: several,
  summary: said,
})

export const caseStep = z.strictObject({
  does: z.literal('case-step'),
  ...every,
  case: caseName,
  stage: z.enum(CASE_STAGES),
  /** Which step of the procedure, from 1; null for what is none. */
  step: z.int().positive().nullable(),
  of: someone,
  text: said,
})

const finding = {
  /** Which step of the procedure it is, from 1; null for what is none. */
  step: z.int().positive().nullable(),
  finding: z.enum(FINDINGS),
  /** Who did it, by this finding, where it says so. */
  actor: z.string().min(1).nullable(),
  reason: said,
  claims: several,
}

export const caseFinding = z.strictObject({
  does: z.literal('case-finding'),
  ...every,
  case: caseName,
  /** One for its own finding; all of them for a joint one. */
  of: several.min(1),
  ...finding,
})

export const caseReply = z.strictObject({
  does: z.literal('case-reply'),
  ...every,
  case: caseName,
  of: someone,
  text: said,
})

const measure = {
  /** Which step of the procedure it is, from 1; null for a measure that no step names. */
  step: z.int().positive().nullable(),
  measure: said,
}

export const caseMeasure = z.strictObject({
  does: z.literal('case-measure'),
  ...every,
  case: caseName,
  of: several.min(1),
  ...measure,
})

const closing = { outcome: said, reason: said }

export const closeCase = z.strictObject({
  does: z.literal('close-case'),
  ...every,
  case: caseName,
  of: several.min(1),
  ...closing,
})

/** One's word to what several do only together. */
const word = {
  ...every,
  case: caseName,
  of: someone,
  /** The proposal that is joined in, in its words; null for a proposal. */
  joins: minuteId.nullable(),
}

export const jointFinding = z.strictObject({ does: z.literal('joint-finding'), ...word, ...finding })
export const jointMeasure = z.strictObject({ does: z.literal('joint-measure'), ...word, ...measure })
export const jointClosing = z.strictObject({ does: z.literal('joint-closing'), ...word, ...closing })

/** Before all have joined in. */
export const takeBack = z.strictObject({
  does: z.literal('take-back'),
  ...every,
  case: caseName,
  of: someone,
  proposal: minuteId,
  reason: said,
})

export const relateCases = z.strictObject({
  does: z.literal('relate-cases'),
  ...every,
  cases: z
    .array(caseName)
    .min(2)
    .refine((names) => new Set(names).size === names.length, { error: 'names something twice' }),
  reason: said,
})

export const visit = z.strictObject({
  does: z.literal('visit'),
  ...every,
  of: someone,
  /** The case it was made for, if one. */
  case: caseName.nullable(),
  place: said,
  planned_at: instant,
  outcome: z.enum(VISIT_OUTCOMES),
  denied_by: someone.nullable(),
  reason: said.nullable(),
})
