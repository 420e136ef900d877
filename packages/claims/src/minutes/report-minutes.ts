// Minutes of the daily report: that it was made known, and that something it said is known otherwise since.
import { z } from 'zod'
import { instant, sha256 } from '../fields.ts'
import { every, said } from './parts.ts'

/** The number of a report: cut-offs since the agreement's first term began. */
const report = z.int().positive()

/** One difference between what a report said and what is known now of the same moment. */
export const correctReport = z.strictObject({
  does: z.literal('correct-report'),
  ...every,
  report,
  /** The moment that both speak of. */
  cut_off: instant,
  clause: z.string().min(1),
  /** Whose account it is; null where every voice is counted. */
  account: z.string().min(1).nullable(),
  what: z.enum(['verdict', 'standing', 'claimed', 'verified', 'gate_days']),
  /** As the report has it: `met`, `in_force`, `23`. */
  said_then: said,
  said_now: said,
  reason: said,
})

export const publishReport = z.strictObject({
  does: z.literal('publish-report'),
  ...every,
  report,
  cut_off: instant,
  /** BCP 47. */
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'is no language tag such as en or zh-Hant' }),
  /** Of the file that was made known: `html`, `pdf`. */
  format: z.string().regex(/^[a-z][a-z0-9]{0,15}$/, { error: 'is no form such as html or pdf' }),
  /** SHA-256 of its bytes. */
  hash: sha256,
})
